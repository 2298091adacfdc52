import type { LeavingText, Released } from '@core/disclosure/released';
import { strToU8, zipSync } from 'fflate';

/** Kinds of files that a user may take along. Each is a definition, or has been through disclosure control. */
const types = {
  json: 'application/json',
  csv: 'text/csv;charset=utf-8',
  txt: 'text/plain;charset=utf-8',
  svg: 'image/svg+xml',
  html: 'text/html;charset=utf-8',
  doc: 'application/msword',
} as const;

/**
 * Hands a file to the browser's downloads; to be called inside a press of a button. Nothing is sent: the file is made in
 * the page.
 */
export function saveFile(name: string, kind: keyof typeof types, { text }: LeavingText): void {
  download(`${fileName(name)}.${kind}`, new Blob([text], { type: types[kind] }));
}

/** The date that files of a bundle bear: the same files make the same bundle. */
const bundleDate = new Date(1980, 0, 1);

/** Hands released files to the downloads as one ZIP. */
export function saveBundle(
  name: string,
  files: Released<Readonly<Record<string, string | Uint8Array>>>,
): void {
  const entries = Object.entries(files).map(([path, content]): [string, Uint8Array] => [
    path,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  const zip = zipSync(Object.fromEntries(entries), { mtime: bundleDate });
  download(`${fileName(name)}.zip`, new Blob([zip as BlobPart], { type: 'application/zip' }));
}

/**
 * Hands exact counts to the person who checks an export. The name says that the file stays inside; nothing else may call
 * this than the control file of an export.
 */
export function saveControlFile(name: string, content: object): void {
  const text = `${JSON.stringify(content, null, 2)}\n`;
  download(`${fileName(name)}.json`, new Blob([text], { type: types.json }));
}

function download(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Browsers read the file after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A name as every file system takes it. */
export function fileName(name: string): string {
  const plain = name
    .replace(/[\p{C}\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80);
  return plain === '' ? 'cohort' : plain;
}

/** Puts text on the clipboard, `html` beside it for programs that take it. `false` where the browser does not let it. */
export async function copyText(plain: LeavingText, html?: LeavingText): Promise<boolean> {
  try {
    if (html === undefined) await navigator.clipboard.writeText(plain.text);
    else {
      const parts = { 'text/plain': plain.text, 'text/html': html.text };
      const blobs = Object.entries(parts).map(([type, part]) => [type, new Blob([part], { type })]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    }
    return true;
  } catch {
    return false;
  }
}
