import type { ExtractContract } from '@data/contracts/contract';
import type { ExtractFile } from './extract-file';
import { extractFailure } from './failure-code';

export interface ManifestFile {
  /** Beside the manifest, with `/` between folders. */
  readonly path: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly rows: number;
}

export interface ManifestTable {
  readonly name: string;
  readonly files: readonly ManifestFile[];
}

/** `manifest.json`: what the registry says about the extract it handed over. */
export interface Manifest {
  readonly extract_id: string;
  /** Calendar date, `2026-01-31`. */
  readonly created: string;
  readonly contract: { readonly id: string; readonly version: string };
  readonly source: string;
  readonly synthetic: boolean;
  readonly tables: readonly ManifestTable[];
}

/**
 * Reads a manifest and checks its shape.
 *
 * @throws AppError `manifest-unreadable` with the path of the first part that is missing, of the wrong kind, or listed
 *   twice (a table, or the path of a file)
 */
export function parseManifest(text: string): Manifest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw extractFailure('manifest-unreadable', { part: 'JSON' });
  }
  const manifest = record(json, 'manifest');
  const contract = record(manifest.contract, 'contract');
  const tables = list(manifest.tables, 'tables').map((entry, index) => readTable(entry, `tables[${index}]`));
  refuseTwins(tables.map(({ name }, index) => [name, `tables[${index}].name`]));
  refuseTwins(
    tables.flatMap(({ files }, table) =>
      files.map(({ path }, file) => [path, `tables[${table}].files[${file}].path`] as const),
    ),
  );
  return {
    extract_id: words(manifest.extract_id, 'extract_id'),
    created: words(manifest.created, 'created'),
    contract: { id: words(contract.id, 'contract.id'), version: words(contract.version, 'contract.version') },
    source: words(manifest.source, 'source'),
    synthetic: flag(manifest.synthetic, 'synthetic'),
    tables,
  };
}

/**
 * Checks that the extract was written under a contract that this app reads: the same id and the same major version.
 *
 * @throws AppError `contract-differs`, `contract-version`
 */
export function checkContract(manifest: Manifest, contract: ExtractContract): void {
  const { id, version } = manifest.contract;
  if (id !== contract.id) throw extractFailure('contract-differs', { found: id, wanted: contract.id });
  if (major(version) !== major(contract.version)) {
    throw extractFailure('contract-version', { found: version, wanted: contract.version });
  }
}

const major = (version: string) => version.split('.')[0];

function readTable(json: unknown, at: string): ManifestTable {
  const table = record(json, at);
  return {
    name: words(table.name, `${at}.name`),
    files: list(table.files, `${at}.files`).map((entry, index) => readFile(entry, `${at}.files[${index}]`)),
  };
}

function readFile(json: unknown, at: string): ManifestFile {
  const file = record(json, at);
  const path = words(file.path, `${at}.path`);
  const sha256 = words(file.sha256, `${at}.sha256`).toLowerCase();
  if (path.startsWith('/') || path.split('/').includes('..')) throw unreadable(`${at}.path`);
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw unreadable(`${at}.sha256`);
  return { path, sha256, bytes: count(file.bytes, `${at}.bytes`), rows: count(file.rows, `${at}.rows`) };
}

/** Which of the two would count cannot be known; silently taking one would drop the rows of the other. */
function refuseTwins(named: readonly (readonly [name: string, part: string])[]): void {
  const seen = new Set<string>();
  for (const [name, part] of named) {
    if (seen.has(name)) throw unreadable(part);
    seen.add(name);
  }
}

const unreadable = (part: string) => extractFailure('manifest-unreadable', { part });

function record(json: unknown, at: string): Readonly<Record<string, unknown>> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw unreadable(at);
  return json as Readonly<Record<string, unknown>>;
}

function list(json: unknown, at: string): readonly unknown[] {
  if (!Array.isArray(json)) throw unreadable(at);
  return json;
}

function words(json: unknown, at: string): string {
  if (typeof json !== 'string' || json === '') throw unreadable(at);
  return json;
}

function flag(json: unknown, at: string): boolean {
  if (typeof json !== 'boolean') throw unreadable(at);
  return json;
}

function count(json: unknown, at: string): number {
  if (typeof json !== 'number' || !Number.isSafeInteger(json) || json < 0) throw unreadable(at);
  return json;
}

/**
 * The manifest among the files (the `manifest.json` nearest to the top), or `null`.
 *
 * @throws AppError `several-extracts` when more than one lies nearest to the top, `unreadable-file`, and what
 *   `parseManifest` says
 */
export async function readManifest(
  files: readonly ExtractFile[],
): Promise<{ readonly content: Manifest; readonly path: string } | null> {
  const depth = (file: ExtractFile) => file.path.split('/').length;
  const manifests = files.filter(isManifest);
  const top = Math.min(...manifests.map(depth));
  const [file, ...others] = manifests.filter((manifest) => depth(manifest) === top);
  if (file === undefined) return null;
  if (others.length > 0) throw extractFailure('several-extracts', { count: others.length + 1 });
  const text = await file
    .blob()
    .then((blob) => blob.text())
    .catch((cause: unknown) => {
      throw extractFailure('unreadable-file', { file: file.path }, cause);
    });
  return { content: parseManifest(text), path: file.path };
}

export const isManifest = (file: ExtractFile) => /(^|\/)manifest\.json$/i.test(file.path);
