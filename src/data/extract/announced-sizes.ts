import type { DecodeOrder } from './decoder';
import { extractFailure } from './failure-code';

/** What the footer of a file says that it holds, before anything of it is decoded. */
export interface AnnouncedSizes {
  readonly rows: number;
  readonly groups: readonly {
    readonly rows: number;
    readonly compressedBytes: number;
    readonly bytes: number;
    /** Of each column. */
    readonly values: readonly number[];
  }[];
}

const megabyte = 1024 * 1024;

/** Far beyond an honest part file; a file of 512 MB that announces more is a bomb or forged. */
const most = {
  rows: 50_000_000,
  groups: 20_000,
  megabytes: 8192,
  /** Megabytes of one row group, which is decoded column by column. */
  groupMegabytes: 2048,
} as const;

/** Small files may be as repetitive as they like; above this size they may not unpack beyond the ratio. */
const anyRatioMegabytes = 256;
const mostUnpacked = 500;

/**
 * Refuses a footer whose counts contradict each other, or promise more than could be decoded in the page.
 *
 * @throws AppError `damaged-file` (counts are negative or do not add up), `too-much-inside`
 */
export function refuseForgedSizes(
  { rows, groups }: AnnouncedSizes,
  { table, path, blob }: DecodeOrder,
): void {
  const details = { table: table.name, file: path };
  const bytes = groups.reduce((sum, group) => sum + group.bytes, 0);
  const isHonest =
    rows >= 0 &&
    groups.reduce((sum, group) => sum + group.rows, 0) === rows &&
    groups.every(
      (group) =>
        group.rows >= 0 &&
        group.bytes >= 0 &&
        group.compressedBytes >= 0 &&
        group.compressedBytes <= blob.size &&
        // A column of lists has more values than rows, no column has fewer.
        group.values.every((values) => values >= group.rows),
    );
  if (!isHonest) throw extractFailure('damaged-file', details);
  const refuse = (what: string, found: number, limit: number) => {
    if (found > limit) {
      throw extractFailure('too-much-inside', { ...details, what, found: Math.round(found), limit });
    }
  };
  refuse('rows', rows, most.rows);
  refuse('row groups', groups.length, most.groups);
  refuse('MB', bytes / megabyte, most.megabytes);
  refuse(
    'MB / row group',
    Math.max(0, ...groups.map((group) => group.bytes)) / megabyte,
    most.groupMegabytes,
  );
  if (bytes > anyRatioMegabytes * megabyte) refuse('×', bytes / blob.size, mostUnpacked);
}
