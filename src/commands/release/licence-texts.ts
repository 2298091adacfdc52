import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { compareTexts, type ProductionPackage, titleOf } from './production-packages';

/** Names under which packages keep their licence and what has to be said with it. */
const licenceFile = /^(licen[cs]e|copying|notice)([._-].*)?$/i;

/** What the packages say that declare MIT and carry no text of it. */
const mitTerms = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/**
 * The licences of all packages as one text, equal texts once.
 *
 * @throws Error for a package that is not installed, or that neither carries a text nor declares MIT
 */
export async function licenceTexts(packages: readonly ProductionPackage[], root = '.'): Promise<string> {
  const users = new Map<string, string[]>();
  for (const one of packages) {
    const text = await licenceTextOf(one, root);
    const declared = one.licence ?? 'no identifier declared, see the text';
    users.set(text, [...(users.get(text) ?? []), `${titleOf(one)} (${declared})`]);
  }
  const parts = [...users].sort(([, [a = '']], [, [b = '']]) => compareTexts(a, b));
  return [
    'Licences of the packages that this site is made from. The list with versions and checksums is sbom.cdx.json.',
    ...parts.map(([text, titles]) => `${titles.join('\n')}\n\n${text}`),
  ].join(`\n\n${'-'.repeat(80)}\n\n`);
}

async function licenceTextOf(one: ProductionPackage, root: string): Promise<string> {
  const folder = join(root, one.folder);
  const names = await readdir(folder).catch(() => {
    throw new Error(`${titleOf(one)} is not installed; run npm ci`);
  });
  const files = names.filter((name) => licenceFile.test(name)).sort(compareTexts);
  if (files.length > 0) {
    const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
    return texts.map((text) => text.replaceAll('\r\n', '\n').trim()).join('\n\n');
  }
  if (one.licence !== 'MIT') {
    throw new Error(`${titleOf(one)} carries no licence text and declares ${one.licence ?? 'none'}`);
  }
  return `Copyright (c) the authors of ${one.name}\n\n${mitTerms}`;
}
