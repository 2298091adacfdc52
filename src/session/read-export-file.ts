import { type ExportManifest, readExportManifest } from '@core/analyses/export-manifest';
import type { JsonFault } from '@core/cohort/json-field';
import { type BundleManifest, mostBundleBytes, readBundle } from '@data/extract/export-bundle';

/** Why a file of an export was not read. */
export type ExportFileFault =
  | { readonly kind: Exclude<BundleManifest['kind'], 'json'> }
  | { readonly kind: 'fault'; readonly fault: JsonFault };

export type ReadExportFile =
  | { readonly manifest: ExportManifest; readonly fault: null }
  | { readonly manifest: null; readonly fault: ExportFileFault };

/** More than any export takes. */
export const mostExportBytes = mostBundleBytes;

/** Reads the manifest of an export that the user chose, all or nothing. */
export async function readExportFile(file: Blob): Promise<ReadExportFile> {
  const failed = (fault: ExportFileFault): ReadExportFile => ({ manifest: null, fault });
  if (file.size > mostBundleBytes) return failed({ kind: 'too-large' });
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return failed({ kind: 'unreadable' });
  const bundle = readBundle(new Uint8Array(bytes));
  if (bundle.kind !== 'json') return failed(bundle);
  const { manifest, fault } = readExportManifest(bundle.json);
  return manifest === null ? failed({ kind: 'fault', fault }) : { manifest, fault: null };
}
