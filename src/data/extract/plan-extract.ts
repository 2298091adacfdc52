import type { ExtractContract, TableContract } from '@data/contracts/contract';
import type { ExtractFile } from './extract-file';
import { extractFailure } from './failure-code';
import { isManifest, type Manifest, type ManifestFile } from './manifest';
import { type FileFormat, formatOf, type TableFile, tableFile } from './table-file';

export interface PlannedFile {
  readonly file: ExtractFile;
  readonly format: FileFormat;
  /** What the manifest promises about this file; `null` without a manifest. */
  readonly promised: ManifestFile | null;
}

export interface PlannedTable {
  readonly table: TableContract;
  /** In the order of their rows; empty for an optional table that is not in the extract. */
  readonly files: readonly PlannedFile[];
}

export interface ExtractPlan {
  /** Every table of the contract, in its order. */
  readonly tables: readonly PlannedTable[];
  /** Paths that are no part of the extract. */
  readonly leftOut: readonly string[];
}

/**
 * Says which file is which table, before anything is read.
 *
 * With a manifest its list decides, whatever the files are called; without one the names do (`tableFile`).
 *
 * @throws AppError `no-files`, `missing-table`, `table-twice` (one table in two formats or two layouts),
 *   `several-extracts` (tables in more than one folder), `missing-file` (listed in the manifest, not chosen)
 */
export function planExtract(
  files: readonly ExtractFile[],
  contract: ExtractContract,
  manifest: { readonly content: Manifest; readonly path: string } | null,
): ExtractPlan {
  const dataFiles = files.filter((file) => !isManifest(file));
  if (dataFiles.length === 0) throw extractFailure('no-files');
  const found =
    manifest === null
      ? filesByName(dataFiles, contract)
      : filesByManifest(dataFiles, contract, manifest.content, manifest.path);
  const tables = contract.tables.map((table) => ({ table, files: found.get(table.name) ?? [] }));
  const missing = tables.filter(({ table, files: parts }) => table.required && parts.length === 0);
  if (missing.length > 0) {
    throw extractFailure('missing-table', {
      table: missing.map(({ table }) => table.name).join(', '),
      count: missing.length,
    });
  }
  const used = new Set(tables.flatMap((table) => table.files.map(({ file }) => file)));
  return { tables, leftOut: dataFiles.filter((file) => !used.has(file)).map((file) => file.path) };
}

type FilesOfTables = Map<string, PlannedFile[]>;

function filesByManifest(
  files: readonly ExtractFile[],
  contract: ExtractContract,
  manifest: Manifest,
  manifestPath: string,
): FilesOfTables {
  const folder = manifestPath.slice(0, manifestPath.lastIndexOf('/') + 1);
  const byPath = new Map(files.map((file) => [file.path, file]));
  const known = new Set(contract.tables.map((table) => table.name));
  const found: FilesOfTables = new Map();
  for (const table of manifest.tables.filter(({ name }) => known.has(name))) {
    const parts = table.files.map((promised) => {
      const file = byPath.get(folder + promised.path);
      if (file === undefined) {
        throw extractFailure('missing-file', { table: table.name, file: promised.path });
      }
      return { file, format: formatOf(promised.path) ?? 'parquet', promised };
    });
    found.set(table.name, parts);
  }
  return found;
}

function filesByName(files: readonly ExtractFile[], contract: ExtractContract): FilesOfTables {
  const names = contract.tables.map((table) => table.name);
  const read = files.flatMap((file) => {
    const says = tableFile(file.path, names);
    return says === null ? [] : [{ file, says }];
  });
  const roots = [...new Set(read.map(({ says }) => says.root))];
  if (roots.length > 1) throw extractFailure('several-extracts', { count: roots.length });
  const found: FilesOfTables = new Map();
  for (const name of names) {
    const parts = read.filter(({ says }) => says.table === name);
    if (parts.length === 0) continue;
    refuseTwice(
      name,
      parts.map(({ says }) => says),
    );
    const inOrder = parts.sort((a, b) => numericOrder.compare(a.file.path, b.file.path));
    found.set(
      name,
      inOrder.map(({ file, says }) => ({ file, format: says.format, promised: null })),
    );
  }
  return found;
}

function refuseTwice(table: string, parts: readonly TableFile[]): void {
  const ways = new Set(parts.map(({ layout, format }) => `${layout} ${format}`));
  const whole = parts.filter(({ layout }) => layout === 'whole').length;
  if (ways.size > 1 || whole > 1) throw extractFailure('table-twice', { table, count: parts.length });
}

/** `part-2` before `part-10`, the same on every machine. */
const numericOrder = new Intl.Collator('en', { numeric: true });
