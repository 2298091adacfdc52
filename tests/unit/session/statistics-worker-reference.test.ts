import { readdirSync, readFileSync } from 'node:fs';
import type { ReferenceFile } from '@core/statistics/reference/reference-case';
import {
  type MethodVerdict,
  type ReferenceMethod,
  type ReferenceProgress,
  referenceMethods,
} from '@session/statistics-worker-methods';
import { checkReferences } from '@session/statistics-worker-reference';
import { describe, expect, test } from 'vitest';

const committed = (method: ReferenceMethod) =>
  JSON.parse(readFileSync(`tests/reference/${method}/cases.json`, 'utf8')) as ReferenceFile;

/** One small case of its own, so that the test is quick. */
const proportions: ReferenceFile = {
  method: 'proportions',
  tolerance: 1e-9,
  reason: '',
  versions: { R: '4.2.2' },
  cases: [
    {
      id: 'none of ten',
      input: { kind: 'clopper', events: 0, n: 10, level: 0.95 },
      expected: { estimate: 0, 'interval.lower': 0, 'interval.upper': 0.30849710781876083 },
    },
    {
      id: 'none of ten, Wilson',
      input: { kind: 'wilson', events: 0, n: 10, level: 0.95 },
      expected: { estimate: 0, 'interval.lower': 0, 'interval.upper': 0.27753279986288915 },
    },
  ],
};

async function check(load: (method: ReferenceMethod) => Promise<ReferenceFile>) {
  const told: ReferenceProgress[] = [];
  await checkReferences(load, (progress) => told.push(progress));
  return told;
}

const withProportions = (file: ReferenceFile) =>
  check(async (method) => {
    if (method !== 'proportions') throw new Error('not asked for here');
    return file;
  });
const verdicts = (told: readonly ReferenceProgress[]): MethodVerdict[] =>
  told.flatMap((one) => (one.kind === 'verdict' ? [one.verdict] : []));

describe('the check of every committed reference case', () => {
  test('knows every method that has cases', () => {
    const folders = readdirSync('tests/reference', { withFileTypes: true }).filter((one) =>
      one.isDirectory(),
    );
    expect([...referenceMethods].sort()).toEqual(folders.map(({ name }) => name).sort());
  });

  test('agrees with R in all of them', { timeout: 60_000 }, async () => {
    const found = verdicts(await check(async (method) => committed(method)));
    expect(found.map(({ method }) => method)).toEqual(referenceMethods);
    expect(found.flatMap(({ fallen }) => fallen)).toEqual([]);
    expect(found.reduce((sum, { cases }) => sum + cases, 0)).toBe(
      referenceMethods.reduce((sum, method) => sum + committed(method).cases.length, 0),
    );
    for (const { largest, tolerance } of found) expect(largest).toBeLessThanOrEqual(tolerance);
  });

  test('counts cases and values, and is quiet about what agrees', async () => {
    const [verdict] = verdicts(await withProportions(proportions));
    expect(verdict).toMatchObject({ cases: 2, values: 6, fallen: [], versions: { R: '4.2.2' } });
  });

  test('names the case, the value and the deviation when a value is a millionth off', async () => {
    const cases = proportions.cases.map((one, index) =>
      index === 0 ? one : { ...one, expected: { ...one.expected, 'interval.upper': 0.2775330774 } },
    );
    const [verdict] = verdicts(await withProportions({ ...proportions, cases }));
    expect(verdict?.fallen).toMatchObject([{ id: 'none of ten, Wilson', at: 'interval.upper' }]);
    expect(verdict?.largest).toBeCloseTo(1e-6, 9);
  });

  test('counts an estimate that fails as fallen, and goes on', async () => {
    const cases = [
      { id: 'nonsense', input: { kind: 'clopper' }, expected: { estimate: 0 } },
      ...proportions.cases,
    ];
    const [verdict] = verdicts(await withProportions({ ...proportions, cases }));
    expect(verdict?.fallen.map(({ id, deviation }) => [id, deviation])).toEqual([
      ['nonsense', Number.POSITIVE_INFINITY],
    ]);
    expect(verdict?.cases).toBe(3);
  });

  test('tells which cases could not be read, or are none, and goes on', async () => {
    const told = await withProportions({ ...proportions, cases: [] });
    expect(told).toEqual(referenceMethods.map((method) => ({ kind: 'unreadable', method })));
  });
});
