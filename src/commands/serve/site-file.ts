import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';

import { compressedKinds, fileKind } from './content-type';

/** A folder of the disk shown under a path of the site; the longest matching prefix wins. */
export interface Mount {
  /** Starts and ends with a slash. */
  readonly prefix: string;
  readonly directory: string;
}

export interface SiteFile {
  readonly handle: FileHandle;
  readonly bytes: number;
  readonly etag: string;
  readonly encoding: 'br' | 'gzip' | undefined;
}

const encodings = [
  { encoding: 'br', suffix: '.br' },
  { encoding: 'gzip', suffix: '.gz' },
] as const;

/**
 * The path on disk of a URL path, or `undefined` when it points outside the mounts: no `..`, no hidden
 * file, no backslash and no NUL survives decoding.
 */
export function pathOnDisk(urlPath: string, mounts: readonly Mount[]): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
  if (!decoded.startsWith('/') || /[\\\0]/.test(decoded)) return undefined;
  const withIndex = decoded.endsWith('/') ? `${decoded}index.html` : decoded;
  const mount = mounts
    .filter(({ prefix }) => withIndex.startsWith(prefix))
    .reduce<Mount | undefined>(
      (best, next) => (next.prefix.length > (best?.prefix.length ?? 0) ? next : best),
      undefined,
    );
  if (mount === undefined) return undefined;
  const segments = withIndex.slice(mount.prefix.length).split('/');
  return segments.every((segment) => segment !== '' && !segment.startsWith('.'))
    ? join(mount.directory, ...segments)
    : undefined;
}

/** Does an Accept-Encoding value take this coding? A quality of 0 refuses it (RFC 9110, section 12.5.3). */
export function accepts(acceptEncoding: string, encoding: string): boolean {
  return acceptEncoding.split(',').some((part) => {
    const [name, ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    return name === encoding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}

/** Opens a file, or the copy of it that was compressed at build time when the client takes it. */
export async function openSiteFile(path: string, acceptEncoding: string): Promise<SiteFile | undefined> {
  if (compressedKinds.has(fileKind(path))) {
    for (const { encoding, suffix } of encodings) {
      if (!accepts(acceptEncoding, encoding)) continue;
      const compressed = await openRegularFile(path + suffix, encoding);
      if (compressed !== undefined) return compressed;
    }
  }
  return openRegularFile(path, undefined);
}

async function openRegularFile(path: string, encoding: SiteFile['encoding']): Promise<SiteFile | undefined> {
  let handle: FileHandle;
  try {
    handle = await open(path, 'r');
  } catch {
    return undefined;
  }
  const { size, mtimeMs, isFile } = await handle.stat().then((s) => ({ ...s, isFile: s.isFile() }));
  if (!isFile) {
    await handle.close();
    return undefined;
  }
  const etag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}${encoding ? `-${encoding}` : ''}"`;
  return { handle, bytes: size, etag, encoding };
}
