import type { Words } from '@language/words';

/** A table in words. */
export interface PrintedTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Rows as CSV with a byte order mark, by which Excel knows UTF-8; French fields are separated by semicolons. */
export function csvText(rows: readonly (readonly string[])[], words: Words): string {
  const separator = words.language === 'fr' ? ';' : ',';
  return `\uFEFF${rows.map((row) => row.map(csvField).join(separator)).join('\r\n')}\r\n`;
}

/** A field that a spreadsheet takes as text, never as a formula: names are free text. */
function csvField(text: string): string {
  const plain = /^[\s]*[=+\-@\t\r]/.test(text) && !/^-?[\d\s.,]+$/.test(text) ? `'${text}` : text;
  return /[",;\r\n]|^\s|\s$/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** A table as a page that stands alone and says what its heads are heads of. */
export function htmlTable(title: string, { head, rows }: PrintedTable, words: Words): string {
  const cells = (row: readonly string[]) =>
    row
      .map((text, column) =>
        column === 0 ? `<th scope="row">${escaped(text)}</th>` : `<td>${escaped(text)}</td>`,
      )
      .join('');
  return [
    '<!doctype html>',
    `<html lang="${words.language}"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body>`,
    `<table><caption>${escaped(title)}</caption>`,
    `<thead><tr>${head.map((text) => `<th scope="col">${escaped(text)}</th>`).join('')}</tr></thead><tbody>`,
    ...rows.map((row) => `<tr>${cells(row)}</tr>`),
    '</tbody></table></body></html>',
    '',
  ].join('\n');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => entities[mark] ?? mark);
