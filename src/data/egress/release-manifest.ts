/** One file of the release and its SHA-256, in hexadecimal. */
export interface ReleasedFile {
  readonly path: string;
  readonly sha256: string;
}

/** The list of checksums that was built with the site. */
export interface ReleaseManifest {
  readonly files: readonly ReleasedFile[];
  /** SHA-256 of the list itself: equal fingerprints are equal releases. `null` where the browser computes none. */
  readonly fingerprint: string | null;
}

const listName = 'SHA256SUMS';

/** `null` for a text that is no list of checksums, such as the page that some servers send for a missing file. */
export function readChecksums(text: string): readonly ReleasedFile[] | null {
  const lines = text.split('\n').filter((line) => line !== '');
  const files = lines.flatMap((line) => {
    const [, sha256, path] = /^([0-9a-f]{64}) {2}(\S.*)$/.exec(line) ?? [];
    return sha256 === undefined || path === undefined ? [] : [{ path, sha256 }];
  });
  return files.length > 0 && files.length === lines.length ? files : null;
}

/** The manifest that is served beside the page; `null` where none is: a development server, or a copy in part. */
export async function readReleaseManifest(): Promise<ReleaseManifest | null> {
  const response = await fetch(besideThePage(listName), { cache: 'no-store' });
  if (!response.ok) return null;
  const bytes = await response.arrayBuffer();
  const files = readChecksums(new TextDecoder().decode(bytes));
  return files === null ? null : { files, fingerprint: await sha256(bytes) };
}

/**
 * The files that can be compared from here: compressed copies arrive unpacked, and the extract is the institution's own
 * where it takes the place of the demonstration.
 */
export const comparableFiles = (files: readonly ReleasedFile[]): readonly ReleasedFile[] =>
  files.filter(({ path }) => !/\.(br|gz)$/.test(path) && !path.startsWith('extract/'));

/** What became of the comparison of one file. */
export type Comparison = 'same' | 'differs' | 'not-served';

/**
 * Compares a file, as this browser gets it, with the manifest. A site that lies about its code can lie about its
 * manifest: this finds mixed and damaged installations, and a person compares the fingerprint.
 */
export async function compareServed({ path, sha256: wanted }: ReleasedFile): Promise<Comparison> {
  const response = await fetch(besideThePage(path)).catch(() => null);
  if (response === null || !response.ok) return 'not-served';
  return (await sha256(await response.arrayBuffer())) === wanted ? 'same' : 'differs';
}

const besideThePage = (path: string): URL => new URL(path, document.baseURI);

/** `null` outside HTTPS and loopback, where browsers compute no digests. */
async function sha256(bytes: ArrayBuffer): Promise<string | null> {
  if (globalThis.crypto?.subtle === undefined) return null;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
