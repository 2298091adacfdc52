import { strFromU8, unzipSync } from 'fflate';

/** The file of a bundle that says what it is. */
export const manifestName = 'manifest.json';
/** More than any export takes. */
export const mostBundleBytes = 20_000_000;

/** A manifest as parsed JSON, or why there is none. */
export type BundleManifest =
  | { readonly kind: 'json'; readonly json: unknown }
  | { readonly kind: 'too-large' | 'unreadable' | 'no-manifest' | 'not-json' };

/** Reads the manifest of an export: of its ZIP, or the file itself. What the archive declares is looked at before it is unpacked. */
export function readBundle(bytes: Uint8Array): BundleManifest {
  if (bytes.length > mostBundleBytes) return { kind: 'too-large' };
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  let file: Uint8Array | undefined = bytes;
  if (isZip) {
    try {
      file = unzipSync(bytes, {
        filter: ({ name, originalSize }) => name === manifestName && originalSize <= mostBundleBytes,
      })[manifestName];
    } catch {
      return { kind: 'unreadable' };
    }
  }
  if (file === undefined) return { kind: 'no-manifest' };
  try {
    return { kind: 'json', json: JSON.parse(strFromU8(file).replace(/^\uFEFF/, '')) };
  } catch {
    return { kind: 'not-json' };
  }
}
