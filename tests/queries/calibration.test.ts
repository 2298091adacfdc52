import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateExtract } from '@commands/generate/generate-extract';
import { readOptions } from '@commands/generate/generation-options';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cumulative, measureCalibration } from './calibration-measures';

/**
 * Published figures that the simulated registry is held to, in per cent, with the tolerance stated for each
 * (a target that is a range carries the range's half width in its tolerance). Sources: Saugues 2022
 * (doi:10.1007/s00277-022-04955-z): first lines, criteria, stops, Observatory relapses. Pajiep 2021
 * (doi:10.3389/fonc.2021.675609): 12 months. Dutch registry: off first line. DASISION, ENESTnd: EMR, MMR, MR4.5.
 * EURO-SKI final report (Mahon 2024): treatment-free remission. Höglund 2013: progression.
 */
const trialTargets: readonly [quantity: string, target: number, tolerance: number][] = [
  ['first line: imatinib', 75, 4],
  ['first line: nilotinib', 16, 4],
  ['first line: dasatinib', 3, 4],
  ['first line: interferon combinations', 6, 4],
  ['12 months, 2011-14: first TKI', 86, 3],
  ['12 months, 2011-14: two TKIs', 13, 3],
  ['12 months, 2011-14: three TKIs', 1, 3],
  ['off first line at 3 years', 42, 2 + 5],
  ['EMR, imatinib', 65.5, 1.5 + 5],
  ['EMR, second generation', 87.5, 3.5 + 5],
  ['MMR by 12 months, imatinib', 31, 9 + 6],
  ['MMR by 12 months, second generation', 51, 7 + 6],
  ['MMR by 24 months, imatinib', 46, 6],
  ['MMR by 24 months, second generation', 64, 6],
  ['MR4.5 by 60 months, imatinib', 32, 1 + 6],
  ['MR4.5 by 60 months, second generation', 48, 6 + 6],
  ['stop criteria met at last visit', 30, 4],
  ['stopped among those who meet them', 38, 5],
  ['treatment-free remission at 6 months', 61, 5],
  ['treatment-free remission at 12 months', 55, 5],
  ['treatment-free remission at 24 months', 50, 5],
  ['treatment-free remission at 36 months', 47, 5],
  // Published as 2-3 % and 5-7 %; the tolerance adds about two standard errors of 2,000 patients to that range.
  ['AP or BP by 12 months', 2.5, 1.5],
  ['BP by 15 years', 6, 2.5],
];
const observatoryTargets: typeof trialTargets = [
  ['crude relapse', 31.5, 8],
  ['relapses after 6 months', 48, 8],
  ['stop criteria met at last visit', 30, 4],
  ['stopped among those who meet them', 38, 5],
];

type Measures = Readonly<Record<string, number>>;

const outside = (measures: Measures, targets: typeof trialTargets) =>
  targets.filter(
    ([name, target, tolerance]) => !(Math.abs((measures[name] ?? Number.NaN) - target) <= tolerance),
  );

const table = (measures: Measures, targets: typeof trialTargets) =>
  targets
    .map(([name, target, tolerance]) => {
      const actual = (measures[name] ?? Number.NaN).toFixed(1).padStart(6);
      return `${name.padEnd(42)} ${actual}   target ${target} ± ${tolerance}`;
    })
    .join('\n');

test('the product limit is that of a few subjects worked by hand', () => {
  // Events at 1, 6 and 9, censored at 6 and 8: 4/5, then 3/4 of it, then 0. A late entry at 2 makes it 4/5 of 4/5.
  const subjects = [
    { entry: 0, time: 1, observed: true },
    { entry: 0, time: 6, observed: true },
    { entry: 0, time: 6, observed: false },
    { entry: 0, time: 8, observed: false },
    { entry: 0, time: 9, observed: true },
  ];
  expect(cumulative(subjects, 5)).toBeCloseTo(1 / 5, 12);
  expect(cumulative(subjects, 6)).toBeCloseTo(1 - (4 / 5) * (3 / 4), 12);
  expect(cumulative([...subjects, { entry: 2, time: 7, observed: false }], 6)).toBeCloseTo(
    1 - (4 / 5) * (4 / 5),
    12,
  );
  expect(cumulative(subjects, 9)).toBe(1);
});

describe('the demonstration extract', () => {
  let measures: Measures = {};
  beforeAll(async () => {
    measures = await measureCalibration('public/extract');
  });

  test('has every quantity of the calibration table within its tolerance', () => {
    expect(outside(measures, trialTargets), table(measures, trialTargets)).toEqual([]);
  });

  test('has more relapses when treatment stopped before five years', () => {
    const [before = 0, after = 100] = [
      measures['crude relapse, stop before 5 years'],
      measures['crude relapse, stop after 5 years'],
    ];
    expect(before).toBeGreaterThan(after);
  });

  test('lets at least 95 % of the relapsers regain a major response', () => {
    expect(measures['relapsers who regain MMR']).toBeGreaterThanOrEqual(95);
  });
});

describe('an extract with the observatory profile', () => {
  const directory = mkdtempSync(join(tmpdir(), 'cml-observatory-'));
  let measures: Measures = {};
  beforeAll(async () => {
    await generateExtract(readOptions(['--patients', '10000', '--tfr', 'observatory', '--out', directory]));
    measures = await measureCalibration(directory);
  }, 60_000);
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  test('has the fewer and later relapses of real life', () => {
    expect(outside(measures, observatoryTargets), table(measures, observatoryTargets)).toEqual([]);
  });

  test('has more relapses when treatment stopped before five years', () => {
    const [before = 0, after = 100] = [
      measures['crude relapse, stop before 5 years'],
      measures['crude relapse, stop after 5 years'],
    ];
    expect(before).toBeGreaterThan(after);
  });
});
