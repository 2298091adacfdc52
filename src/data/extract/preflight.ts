import type { DecodeOrder } from './decoder';
import { announcesEncryption } from './encrypted-columns';
import { extractFailure } from './failure-code';

/** Largest file that is opened, in bytes; larger tables come as part files. */
export const largestFileBytes = 512 * 1024 * 1024;

/**
 * Looks at the size and at the first and last bytes, before any decoder touches the file.
 *
 * Parquet starts and ends with `PAR1`, or `PARE` when its footer is encrypted; a footer that is not may say that the columns
 * are. Arrow IPC files start with `ARROW1`
 * and end with it, streams start with the continuation mark `FF FF FF FF`.
 *
 * @throws AppError `too-large`, `empty-file`, `encrypted`, `not-parquet`, `not-arrow`, `damaged-file` (no end)
 */
export async function preflight({ blob, path, format, table }: DecodeOrder): Promise<void> {
  const details = { table: table.name, file: path };
  if (blob.size > largestFileBytes) {
    const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
    throw extractFailure('too-large', {
      ...details,
      megabytes: megabytes(blob.size),
      limit: megabytes(largestFileBytes),
    });
  }
  if (blob.size === 0) throw extractFailure('empty-file', details);
  const head = await textOf(blob.slice(0, 6));
  if (format === 'arrow') {
    if (head !== 'ARROW1' && !head.startsWith('\xff\xff\xff\xff')) throw extractFailure('not-arrow', details);
    if (head === 'ARROW1' && (await textOf(blob.slice(-6))) !== 'ARROW1') {
      throw extractFailure('damaged-file', details);
    }
    return;
  }
  const tail = await textOf(blob.slice(-4));
  if (head.startsWith('PARE') || tail === 'PARE') throw extractFailure('encrypted', details);
  if (!head.startsWith('PAR1')) throw extractFailure('not-parquet', details);
  if (tail !== 'PAR1' || blob.size < 12) throw extractFailure('damaged-file', details);
  if (announcesEncryption(await footerOf(blob))) throw extractFailure('encrypted', details);
}

/** Largest footer that is looked at, in bytes: one of thousands of row groups has a few millions. */
const largestFooter = 64 * 1024 * 1024;

/** What stands before the last eight bytes, as long as they say; nothing where that cannot be. */
async function footerOf(blob: Blob): Promise<Uint8Array> {
  const length = new DataView(await blob.slice(-8, -4).arrayBuffer()).getUint32(0, true);
  const isPossible = length <= largestFooter && length <= blob.size - 12;
  return new Uint8Array(await blob.slice(-8 - (isPossible ? length : 0), -8).arrayBuffer());
}

async function textOf(blob: Blob): Promise<string> {
  return String.fromCharCode(...new Uint8Array(await blob.arrayBuffer()));
}
