import { type ExportManifest, readExportManifest } from '@core/analyses/export-manifest';
import type { JsonFault } from '@core/cohort/json-field';
import { strFromU8, unzipSync } from 'fflate';

/** Why a file of an export was not read. */
export type ExportFileFault =
  | { readonly kind: 'too-large'; readonly mostBytes: number }
  | { readonly kind: 'unreadable' | 'no-manifest' | 'not-json' }
  | { readonly kind: 'fault'; readonly fault: JsonFault };

export type ReadExportFile =
  | { readonly manifest: ExportManifest; readonly fault: null }
  | { readonly manifest: null; readonly fault: ExportFileFault };

export const manifestName = 'manifest.json';
const mostBytes = 20_000_000;

/** Reads the manifest of an export: of its ZIP, or the file itself. Sizes are those that the archive declares, checked first. */
export async function readExportFile(file: Blob): Promise<ReadExportFile> {
  const failed = (fault: ExportFileFault): ReadExportFile => ({ manifest: null, fault });
  if (file.size > mostBytes) return failed({ kind: 'too-large', mostBytes });
  let text: string;
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) text = strFromU8(bytes);
    else {
      const found = unzipSync(bytes, {
        filter: ({ name, originalSize }) => name === manifestName && originalSize <= mostBytes,
      })[manifestName];
      if (found === undefined) return failed({ kind: 'no-manifest' });
      text = strFromU8(found);
    }
  } catch {
    return failed({ kind: 'unreadable' });
  }
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return failed({ kind: 'not-json' });
  }
  const read = readExportManifest(json);
  return read.manifest === null
    ? failed({ kind: 'fault', fault: read.fault })
    : { manifest: read.manifest, fault: null };
}
