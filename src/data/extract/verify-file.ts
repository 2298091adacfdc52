import type { ExtractFile } from './extract-file';
import { extractFailure } from './failure-code';
import type { PlannedFile } from './plan-extract';

export interface VerifiedFile {
  readonly blob: Blob;
  /** SHA-256 of the content in lower-case hexadecimal; `null` where the browser offers no digest (no secure context). */
  readonly sha256: string | null;
}

/**
 * Reads one file and compares it with what the manifest promises.
 *
 * @throws AppError `unreadable-file`, `size-differs`, `checksum-differs`
 */
export async function verifyFile(
  { file, promised }: PlannedFile,
  signal?: AbortSignal,
): Promise<VerifiedFile> {
  const blob = await readBlob(file, signal);
  if (promised !== null && promised.bytes !== blob.size) {
    throw extractFailure('size-differs', { file: file.path, wanted: promised.bytes, found: blob.size });
  }
  const sha256 = await digest(blob, file);
  if (promised !== null && sha256 !== null && promised.sha256 !== sha256) {
    throw extractFailure('checksum-differs', { file: file.path });
  }
  return { blob, sha256 };
}

/** One SHA-256 over the checksums of all files, in order: two extracts with the same content have the same. */
export async function fingerprint(checksums: readonly (string | null)[]): Promise<string | null> {
  if (checksums.length === 0 || checksums.includes(null)) return null;
  return sha256Of(new TextEncoder().encode(checksums.join('\n')));
}

async function readBlob(file: ExtractFile, signal?: AbortSignal): Promise<Blob> {
  try {
    return await file.blob(signal);
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'AppError') throw cause;
    throw extractFailure('unreadable-file', { file: file.path }, cause);
  }
}

async function digest(blob: Blob, file: ExtractFile): Promise<string | null> {
  try {
    return await sha256Of(new Uint8Array(await blob.arrayBuffer()));
  } catch (cause) {
    throw extractFailure('unreadable-file', { file: file.path }, cause);
  }
}

/** SHA-256 in lower-case hexadecimal; `null` where the browser offers no digest (no secure context). */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  // Browsers offer no digest on a page that is not a secure context (plain http on another host than this one).
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return null;
  const hash = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
