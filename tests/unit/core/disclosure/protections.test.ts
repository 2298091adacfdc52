import { courseCounted } from '@core/analyses/counted-practice';
import { curvesTable } from '@core/analyses/curves-table';
import { releasedBars } from '@core/analyses/released-figure';
import { tellsOfFew, toldBeside } from '@core/disclosure/differencing';
import { linearAudit } from '@core/disclosure/linear-audit';
import { defaultPolicy, readPolicy } from '@core/disclosure/policy';
import {
  releaseCount,
  releasedShare,
  releaseEvents,
  releaseMoment,
  releaseQuantile,
} from '@core/disclosure/released';
import { boundsOf, releaseCounts } from '@core/disclosure/released-counts';
import { type Exit, releaseExits } from '@core/disclosure/released-exits';
import { releaseFlow } from '@core/disclosure/released-flow';
import { mergeSmallBins } from '@core/disclosure/released-histogram';
import { type LeftTable, releaseBesideEarlier } from '@core/disclosure/session-audit';
import { describe, expect, it } from 'vitest';

const upTo = (n: number, from = 0) => Uint32Array.from({ length: n }, (_, k) => from + k);
const frame = { causes: 1, daysPerMonth: 30 };
/** One exit a day of each kind, then everybody else. */
const exitsOf = (events: number, censored: number, others: number): readonly Exit[] => [
  ...Array.from({ length: events }, (_, k): Exit => ({ day: 3 * k + 1, cause: 1, patients: 1 })),
  ...Array.from({ length: censored }, (_, k): Exit => ({ day: 5 * k + 2, cause: 0, patients: 1 })),
  { day: 900, cause: 0, patients: others },
];
const curveOf = (exits: readonly Exit[]) => {
  const found = releaseExits(exits, false, frame);
  if (found.kind === 'refused') throw new Error(found.reason);
  return found.curve;
};
const kinds = (counts: readonly { readonly kind: string }[]) => counts.map(({ kind }) => kind);

/** One property per protection: it fails as soon as that protection is taken out, whatever the others do. */
describe('without this protection, something would leave', () => {
  it('threshold: no count from 1 to 10, and nobody below the policy of this dashboard', () => {
    for (let patients = 1; patients < 11; patients++) expect(releaseCount(patients).kind).toBe('masked');
    const { format, version } = { format: 'cml-disclosure-policy', version: 1 };
    expect(readPolicy({ format, version, ...defaultPolicy }).kind).toBe('policy');
    for (const name of ['threshold', 'survivalBase', 'curvePatients', 'curveEvents', 'gridMonths'] as const)
      expect(readPolicy({ format, version, ...defaultPolicy, [name]: defaultPolicy[name] - 2 }).kind).toBe(
        'fault',
      );
  });

  it('rounding: the same number for five counts, and never one under the threshold', () => {
    const told = Array.from({ length: 90 }, (_, k) => releaseCount(k + 11));
    const values = told.map((count) => (count.kind === 'rounded' ? count.value : 0));
    expect(values.every((value) => value % 5 === 0 && value >= 15)).toBe(true);
    expect(new Set(values).size).toBeLessThan(20);
  });

  it('complementary suppression: the masked count of a total is not the total less the others', () => {
    expect(
      kinds(
        releaseCounts(
          [97, 48, 48, 1].map((patients) => ({ patients })),
          [{ whole: 0, parts: [1, 2, 3] }],
        ),
      ),
    ).toContain('withheld');
  });

  it('two sums together: a count that no sum alone narrows, but two do', () => {
    // Of 60 as 30 + 26 + 4 the second part is shown as a whole of its own, with the 4 and 22 others.
    const counts = [60, 30, 26, 4, 30].map((patients) => ({ patients }));
    const told = releaseCounts(counts, [
      { whole: 0, parts: [1, 2, 3] },
      { whole: 4, parts: [2, 3] },
    ]);
    expect(kinds(told)).toContain('withheld');
  });

  it('linear program: a count that only all sums together narrow', () => {
    const cells = [
      [63, 9, 72, 7],
      [0, 1, 3, 0],
      [1, 1, 3, 0],
      [1, 1, 1, 0],
    ];
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    const byColumn = [0, 1, 2, 3].map((c) => sum(cells.map((row) => row[c] ?? 0)));
    const counts = [sum(byColumn), ...cells.map(sum), ...byColumn, ...cells.flat()];
    const sums = [
      { whole: 0, parts: [1, 2, 3, 4] },
      { whole: 0, parts: [5, 6, 7, 8] },
      ...[0, 1, 2, 3].map((r) => ({ whole: 1 + r, parts: [0, 1, 2, 3].map((c) => 9 + 4 * r + c) })),
      ...[0, 1, 2, 3].map((c) => ({ whole: 5 + c, parts: [0, 1, 2, 3].map((r) => 9 + 4 * r + c) })),
    ];
    const told = releaseCounts(
      counts.map((patients) => ({ patients })),
      sums,
    ).map((one) => boundsOf(one, defaultPolicy));
    const known = {
      lower: Float64Array.from(told, ({ lower }) => lower),
      upper: Float64Array.from(told, ({ upper }) => upper),
      equations: sums.map(({ whole, parts }) => ({
        places: [whole, ...parts],
        weights: [-1, ...parts.map(() => 1)],
      })),
      exact: counts,
    };
    const small = counts.flatMap((patients, k) => (patients > 0 && patients < 11 ? [k] : []));
    expect(linearAudit(known, small, 10).kind).toBe('wide');
  });

  it('bins taken together: none holds fewer than the threshold', () => {
    const bins = [4, 9, 0, 20, 3].map((patients, k) => ({ from: k, to: k + 1, patients }));
    expect(mergeSmallBins(bins).map(({ patients }) => patients)).toEqual([13, 0, 23]);
  });

  it('shares, quantiles, means and rates rest on enough patients, and are no finer than their counts', () => {
    expect(releasedShare(releaseCount(7), releaseCount(100)).share).toBeNull();
    expect(releasedShare(releaseCount(52), releaseCount(101)).share).toBe(50 / 100);
    expect(releaseQuantile(12.34, 0.25, 43).value).toBeNull();
    expect(releaseQuantile(12.34, 0.25, 44).value).toBe(12);
    expect(releaseMoment(12.345, 10).value).toBeNull();
    expect(releaseMoment(12.345, 11).value).toBe(12.3);
    const rate = { events: 13, affected: 10, patients: 200, time: 123.4 };
    expect(releaseEvents(rate).events.value).toBeNull();
    expect(releaseEvents({ ...rate, affected: 12 })).toMatchObject({
      events: { value: 15 },
      time: { value: 120 },
    });
  });

  it('curves: no step of fewer than a class, none on the day of a patient, an end where few are at risk', () => {
    const { patients, exits } = curveOf(exitsOf(60, 30, 40));
    expect(patients).toBe(126);
    expect(exits.every(({ day }) => day % 90 === 0)).toBe(true);
    expect(exits.every((exit) => exit.patients >= 11)).toBe(true);
    const short = curveOf(exitsOf(110, 10, 4));
    expect(Math.max(...short.exits.map(({ day }) => day))).toBeLessThan(900);
    const all = short.exits.reduce((sum, exit) => sum + exit.patients, 0);
    expect(all).toBe(short.patients);
  });

  it('curves: refused of few patients, of few events, with late entry', () => {
    const reason = (exits: readonly Exit[], late = false) => {
      const found = releaseExits(exits, late, frame);
      return found.kind === 'refused' ? found.reason : null;
    };
    expect(reason(exitsOf(20, 10, 19))).toBe('too-few-patients');
    expect(reason(exitsOf(10, 30, 40))).toBe('too-few-events');
    expect(reason(exitsOf(60, 30, 40), true)).toBe('late-entry');
  });

  it('flow: no two remaining counts that differ by a few', () => {
    const steps = [
      { notMet: 4, unknown: 0, leaving: 4, remaining: 96 },
      { notMet: 30, unknown: 0, leaving: 30, remaining: 66 },
    ];
    const flow = releaseFlow(100, steps);
    expect(flow.steps.map(({ leaving }) => leaving)).toEqual([null, releaseCount(35)]);
  });

  it('differencing: sets that differ by one to ten are not both told', () => {
    expect(tellsOfFew(upTo(100), [upTo(95)])).toBe(true);
    expect(tellsOfFew(upTo(100), [upTo(89)])).toBe(false);
    expect(toldBeside([upTo(40), upTo(37)])).toEqual([true, false]);
  });

  it('session: a count beside an earlier one of more patients, of a curve, and of what was told by a laxer policy', () => {
    const table = (size: number, high: number) => ({
      patients: upTo(size),
      counts: [
        { patients: size, key: 'all' },
        { patients: high, key: 'high' },
      ],
      sums: [],
    });
    const leftOf = (one: ReturnType<typeof table>): LeftTable => {
      const found = releaseBesideEarlier(one, []);
      if (found.kind === 'refused') throw new Error(found.reason);
      return { ...one, told: found.told, policy: defaultPolicy };
    };
    const after = releaseBesideEarlier(table(202, 52), [leftOf(table(246, 56))]);
    expect(after.kind === 'released' && kinds(after.told)).toEqual(['rounded', 'withheld']);
    const curve = curvesTable([{ cohort: upTo(104), curves: [upTo(96)] }], defaultPolicy);
    expect(curve.counts[1]?.told?.bounds).toEqual({ lower: 88, upper: 98 });
    // 44 to 54, of whom a curve would not be told under 50.
    const short = curvesTable([{ cohort: upTo(104), curves: [upTo(52)] }], defaultPolicy);
    expect(short.counts[1]?.told?.bounds).toEqual({ lower: 50, upper: 54 });
    const earlier = Array.from({ length: 25 }, () => leftOf(table(246, 56)));
    expect(releaseBesideEarlier(table(202, 52), earlier)).toEqual({ kind: 'refused', reason: 'too-many' });
  });

  it('totals of a figure are sums of what is told, never the true ones', () => {
    const bars = releasedBars(
      {
        patients: 123,
        panels: [
          {
            level: 'all',
            relation: 'apart',
            bars: [
              {
                level: 'a',
                parts: [
                  { level: 'x', patients: 33 },
                  { level: 'y', patients: 28 },
                ],
              },
              {
                level: 'b',
                parts: [
                  { level: 'x', patients: 34 },
                  { level: 'y', patients: 28 },
                ],
              },
            ],
          },
        ],
      },
      defaultPolicy,
    );
    // 61 would be told as 60: the parts are told as 35 and 30.
    expect(bars.panels[0]?.bars[0]?.patients).toEqual({ kind: 'rounded', value: 65 });
  });

  it('order: that of the names, which does not tell between which two counts a withheld one lies', () => {
    const orderWith = (few: string, many: string) => {
      const course = [
        { drug: few, day: 2000, cause: 0, patients: 3 },
        { drug: many, day: 2000, cause: 0, patients: 60 },
      ];
      return courseCounted(course, ['event'], [12]).panels[0]?.bars.map(({ level }) => level);
    };
    expect(orderWith('imatinib', 'dasatinib')).toEqual(orderWith('dasatinib', 'imatinib'));
  });
});
