import { readdirSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { libraryPath } from '@commands/library/main';
import { describe, expect, it } from 'vitest';

const text = await readFile(libraryPath, 'utf8');
const examples = [...text.matchAll(/^```ts\n(import [\s\S]*?)^```$/gm)].map(([, code = '']) => code);
const folder = resolve('.cache/library-examples');

/** An example as a module that gives what its lines claim beside what they are. */
function moduleOf(code: string): string {
  const body = code
    .replaceAll("'../src/index.ts'", `'${resolve('src/index.ts')}'`)
    .replace(/^(.+); \/\/ => (.+)$/gm, 'results.push([$1, $2]);');
  return `export const results: [unknown, unknown][] = [];\n${body}`;
}

describe('the reference of the library', () => {
  it('has examples', () => {
    expect(examples.length).toBeGreaterThan(3);
  });

  it('calls all that the library exports, in an example, a notebook or the code of a figure', async () => {
    const notebooks = readdirSync('notebooks').filter((file) => file.endsWith('.html'));
    const run = [
      ...examples,
      ...(await Promise.all(notebooks.map((file) => readFile(`notebooks/${file}`, 'utf8')))),
      // Runs the cell of each figure, in Node, on the demonstration.
      await readFile('tests/queries/figure-code.test.ts', 'utf8'),
      await readFile('src/language/figure-code.ts', 'utf8'),
    ].join('\n');
    const unused = Object.keys(await import('../../../src/index')).filter(
      (name) => !new RegExp(`\\b${name}\\b`).test(run),
    );
    expect(unused).toEqual([]);
  });

  it.each(examples.map((code, at) => ({ code, at })))('runs its example $at', async ({ code, at }) => {
    await mkdir(folder, { recursive: true });
    const path = resolve(folder, `example-${at}.ts`);
    await writeFile(path, moduleOf(code));
    const { results } = (await import(/* @vite-ignore */ path)) as { readonly results: [unknown, unknown][] };
    expect(results.length).toBeGreaterThan(0);
    for (const [found, claimed] of results) {
      if (typeof claimed === 'number') expect(found).toBeCloseTo(claimed, 12);
      else expect(found).toEqual(claimed);
    }
  });
});
