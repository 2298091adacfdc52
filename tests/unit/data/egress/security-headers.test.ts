import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { inlineStyleHashes } from '@data/egress/security-headers';
import { describe, expect, it } from 'vitest';

const require = createRequire(import.meta.url);

/** The folder of an installed package, found without its list of exports. */
function packageFolder(name: string): string {
  const paths = require.resolve.paths(name) ?? [];
  const folder = paths.map((path) => join(path, name)).find((path) => exists(join(path, 'package.json')));
  if (folder === undefined) throw new Error(`${name} is not installed; run npm ci`);
  return folder;
}

function exists(path: string): boolean {
  try {
    return readFileSync(path).length > 0;
  } catch {
    return false;
  }
}

/** The template literal that follows `marker` in a source, with its `${name}` filled in. */
function templateAfter(source: string, marker: string, values: Readonly<Record<string, string>>): string {
  const from = source.indexOf('`', source.indexOf(marker)) + 1;
  const text = source.slice(from, source.indexOf('`', from));
  return text.replace(/\$\{([\w$]+)\}/g, (_all, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the style after "${marker}" has a new part: ${name}`);
    return value;
  });
}

const hashOf = (style: string) => `sha256-${createHash('sha256').update(style).digest('base64')}`;
const instruct =
  'the library writes another inline style now; put its hash in security-headers.ts, then npm run headers';

describe('the styles allowed by hash', () => {
  const plot = join(packageFolder('@observablehq/plot'), 'src');
  const className = /return "(plot-[0-9a-f]+)"/.exec(readFileSync(join(plot, 'style.js'), 'utf8'))?.[1] ?? '';

  it('hold the style of a Plot figure', () => {
    const style = templateAfter(readFileSync(join(plot, 'plot.js'), 'utf8'), 'append("style")', {
      className,
    });
    expect(hashOf(style), instruct).toBe(inlineStyleHashes.plotFigure);
  });

  it('hold the style of a Plot legend of swatches', () => {
    const source = readFileSync(join(plot, 'legends', 'swatches.js'), 'utf8');
    const extraStyle = templateAfter(source, '} else {\n    extraStyle', { className });
    const style = templateAfter(source, 'insert("style", "*")', { className, extraStyle });
    expect(hashOf(style), instruct).toBe(inlineStyleHashes.plotSwatches);
  });

  it('hold the style of a React Aria press', () => {
    const folder = packageFolder('react-aria');
    const source = readFileSync(join(folder, 'dist', 'private', 'interactions', 'usePress.mjs'), 'utf8');
    const attribute = /(\$\w+\$var\$PRESSABLE_ATTRIBUTE) = '([\w-]+)'/.exec(source);
    const style = templateAfter(source, 'style.textContent', {
      [attribute?.[1] ?? '']: attribute?.[2] ?? '',
    });
    expect(hashOf(style.trim()), instruct).toBe(inlineStyleHashes.reactAriaPress);
  });
});
