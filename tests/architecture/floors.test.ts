import { describe, expect, it } from 'vitest';

import { floorViolations } from './floor-rules';
import { sourceFiles } from './source-files';

const judge = (path: string, text: string) => floorViolations([{ path, text }]);

describe('the floors of the house', () => {
  it('are kept by every file of src', () => {
    const files = sourceFiles('.ts', '.tsx');
    expect(files.length).toBeGreaterThan(20);
    expect(floorViolations(files)).toEqual([]);
  });

  it.each([
    ['a static import', 'core/base/a.ts', `import { b } from '@data/engine/b';`],
    ['a type-only import', 'core/domain/a.ts', `import type { B } from '@core/statistics/b';`],
    ['a type in an import call', 'core/cohort/a.ts', `type B = import('@core/analyses/b').B;`],
    ['a re-export', 'view/ui/a.ts', `export { b } from '@features/survival/b';`],
    ['an import for its effect', 'data/extract/a.ts', `import '@session/b';`],
    ['a dynamic import', 'session/a.ts', `const b = await import('@app/b');`],
    ['a computed dynamic import', 'session/a.ts', 'const b = (name: string) => import(name);'],
    ['a package in core', 'core/domain/a.ts', `import { z } from 'zod';`],
    ['Plot outside the charts', 'features/survival/A.tsx', `import * as Plot from '@observablehq/plot';`],
    [
      'a Node module outside the commands',
      'data/extract/a.ts',
      `import { readFile } from 'node:fs/promises';`,
    ],
    ['a feature in a feature', 'features/survival/a.ts', `import { b } from '@features/cohort-builder/b';`],
    ['the engine in a feature', 'features/survival/a.ts', `import { b } from '@data/engine/b';`],
    ['another room by a relative path', 'core/cohort/a.ts', `import { b } from '../base/b';`],
    ['a way out of src', 'data/queries/a.ts', `import { b } from '../../../tests/b';`],
    ['tests in src', 'app/a.ts', `import { b } from '@tests/b';`],
    ['a file in no room', 'helpers/a.ts', 'export const a = 1;'],
  ])('refuse %s', (_what, path, text) => {
    expect(judge(path, text)).toHaveLength(1);
  });

  it.each([
    ['its own folder', 'core/base/a.ts', `import { b } from './b';`],
    [
      'a deeper folder of its room',
      'core/statistics/survival/a.ts',
      `import { b } from '../distributions/b';`,
    ],
    ['a lower room', 'core/analyses/a.ts', `import { b } from '@core/statistics/survival/b';`],
    ['its own text', 'data/queries/a.ts', `import text from './a.sql?raw';`],
    ['a listed package by a deep name', 'view/ui/a.ts', `import b from 'react/jsx-runtime';`],
    ['a feature in the shell', 'app/features.ts', `import { b } from '@features/survival';`],
  ])('let a file import %s', (_what, path, text) => {
    expect(judge(path, text)).toEqual([]);
  });

  it('say where the fault is and what is allowed', () => {
    expect(judge('data/contracts/a.ts', `\nimport { b } from '@data/engine/b';`)).toEqual([
      'src/data/contracts/a.ts:2 imports @data/engine/b; data/contracts may import core/base, core/domain',
    ]);
  });
});
