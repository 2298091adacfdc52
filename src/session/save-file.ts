/** Kinds of files that a user may take along. All are made from what the user sees or from what disclosure let pass. */
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
export function saveFile(name: string, kind: keyof typeof types, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: types[kind] }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${fileName(name)}.${kind}`;
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
export async function copyText(text: string, html?: string): Promise<boolean> {
  try {
    if (html === undefined) await navigator.clipboard.writeText(text);
    else {
      const parts = { 'text/plain': text, 'text/html': html };
      const blobs = Object.entries(parts).map(([type, part]) => [type, new Blob([part], { type })]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    }
    return true;
  } catch {
    return false;
  }
}
