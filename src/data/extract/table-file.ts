export type FileFormat = 'parquet' | 'arrow';

/** What a path says about itself: which table it is, in which format, and how the table is laid out. */
export interface TableFile {
  readonly table: string;
  readonly format: FileFormat;
  /** `whole`: the table is this file; `folder` and `numbered`: this file is a part of it. */
  readonly layout: 'whole' | 'folder' | 'numbered';
  /** The folder that the extract lies in. */
  readonly root: string;
}

const formats: Readonly<Record<string, FileFormat>> = {
  parquet: 'parquet',
  pq: 'parquet',
  arrow: 'arrow',
  arrows: 'arrow',
  ipc: 'arrow',
  feather: 'arrow',
};

/** The format that a file name promises, or `null`; the content is checked later. */
export function formatOf(path: string): FileFormat | null {
  return formats[/\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''] ?? null;
}

/**
 * Reads a path by the three layouts that writers use: `patient.parquet`; `patient/part-0.parquet` (any file name in a
 * folder named after the table); `patient-part-0.parquet`, `patient_0.parquet`. Letter case does not matter.
 *
 * @returns `null` for a path that is no table of the contract (hidden files, other formats, other names)
 */
export function tableFile(path: string, tables: readonly string[]): TableFile | null {
  const format = formatOf(path);
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  if (format === null || [...folders, name].some((part) => /^[._]/.test(part))) return null;
  const stem = name.slice(0, name.lastIndexOf('.')).toLowerCase();
  const root = folders.join('/');
  if (tables.includes(stem) && folders.at(-1)?.toLowerCase() !== stem) {
    return { table: stem, format, layout: 'whole', root };
  }
  const numbered = /^(.+?)[-_.](?:part[-_.]?)?\d+$/.exec(stem)?.[1];
  if (numbered !== undefined && tables.includes(numbered) && folders.at(-1)?.toLowerCase() !== numbered) {
    return { table: numbered, format, layout: 'numbered', root };
  }
  const folder = folders.at(-1)?.toLowerCase();
  if (folder === undefined || !tables.includes(folder)) return null;
  return { table: folder, format, layout: 'folder', root: folders.slice(0, -1).join('/') };
}
