import { curvesTable } from '@core/analyses/curves-table';
import { releasedAlone } from '@core/analyses/figure-margins';
import { flowTable } from '@core/analyses/flow-table';
import { releasedMeasures } from '@core/analyses/released-measures';
import { releasedReport } from '@core/analyses/released-report';
import { releasedTableOne } from '@core/analyses/released-table-one';
import { categoryRow, tableOneOf } from '@core/analyses/table-one';
import { overlapOf } from '@core/cohort/overlap';
import { type DisclosurePolicy, defaultPolicy } from '@core/disclosure/policy';
import { releaseCount } from '@core/disclosure/released';
import { boundsOf, type ProtectedCount } from '@core/disclosure/released-counts';
import { midpoint, midpointBounds } from '@core/disclosure/released-exits';
import {
  type KeyedTable,
  type LeftTable,
  releaseBesideEarlier,
  releasedInSession,
} from '@core/disclosure/session-audit';
import { describe, expect, it } from 'vitest';

const upTo = (n: number, from = 0) => Uint32Array.from({ length: n }, (_, k) => from + k);

interface Range {
  readonly lower: number;
  readonly upper: number;
}

/** What an attacker who takes one from the other is left with, of a count that is known to be somebody. */
const apart = (whole: Range, part: Range): number =>
  whole.upper - part.lower - Math.max(1, whole.lower - part.upper) + 1;
const rounded = (patients: number, policy = defaultPolicy) =>
  boundsOf(releaseCount(patients, policy), policy);
const masked: Range = { lower: 1, upper: 10 };
/** «Under 11» alone leaves ten values. */
const safe = 10;

const leaving = (
  table: KeyedTable,
  earlier: readonly LeftTable[],
  policy: DisclosurePolicy = defaultPolicy,
) => releaseBesideEarlier(table, earlier, policy);
function left(table: KeyedTable, earlier: readonly LeftTable[] = [], policy = defaultPolicy): LeftTable {
  const found = leaving(table, earlier, policy);
  if (found.kind === 'refused') throw new Error(found.reason);
  return { ...table, told: found.told, policy };
}
const total = (patients: Uint32Array): KeyedTable => ({
  patients,
  counts: [{ patients: patients.length, key: 'all' }],
  sums: [],
});

/** A flow of so many patients, at each step of which the rule is known of everybody. */
const flowOf = (...sizes: readonly number[]): KeyedTable => {
  const steps = sizes.slice(1).map((remaining, k) => {
    const leaving = (sizes[k] ?? 0) - remaining;
    return { notMet: leaving, unknown: 0, leaving, remaining, unknownKey: null };
  });
  return flowTable(
    sizes.map((size) => upTo(size)),
    steps,
    defaultPolicy,
  );
};

describe('an attacker who keeps every export of a session', () => {
  it('takes the Table 1 of a cohort from that of a wider one', async () => {
    // In the cohort 52 of high risk, in the wider one 56 and forty more of another risk: four are of high risk.
    const risks = [...Array(52).fill(3), ...Array(150).fill(1), ...Array(4).fill(3), ...Array(40).fill(1)];
    const tables = [202, 246].map((size) => {
      const failed = [Uint32Array.from(risks, (_, patient) => (patient < size ? 0 : 1))];
      const overlap = overlapOf(failed, risks.length);
      const compared = { overlap, groups: [0], tests: false };
      const rows = [categoryRow('elts', ['low', 'intermediate', 'high'], risks, compared)];
      return { size, table: { ...tableOneOf(compared), rows }, sets: overlap.counts };
    });
    const highIn = (table: ReturnType<typeof releasedTableOne>) => {
      const [row] = table.rows;
      return row?.kind === 'category'
        ? (row.levels.find(({ level }) => level === 'high')?.parts[0]?.count ?? null)
        : null;
    };
    const alone = tables.map(({ table, sets }) => highIn(releasedTableOne(table, [0], sets, defaultPolicy)));
    const [part, whole] = alone.map((count) => boundsOf(count as ProtectedCount, defaultPolicy)) as [
      Range,
      Range,
    ];
    expect(apart(whole, part)).toBeLessThan(safe);
    const earlier: LeftTable[] = [];
    const told = [];
    for (const { size, table, sets } of tables) {
      const made = await releasedInSession(
        { patients: upTo(size), groups: [upTo(size)] },
        (release) => releasedTableOne(table, [0], sets, defaultPolicy, release),
        { policy: defaultPolicy, audit: (asked) => leaving(asked, earlier) },
      );
      if (made.left !== null) earlier.push(made.left);
      told.push(highIn(made.made)?.kind);
    }
    expect(told).toEqual(['rounded', 'withheld']);
  });

  it('takes a histogram of some patients from the Table 1 of all of them', () => {
    const key = 'fact/elts/high';
    const tableOne: KeyedTable = {
      patients: upTo(246),
      groups: [upTo(246)],
      counts: [
        { patients: 246, key: 'all', group: 0 },
        { patients: 56, key, group: 0 },
      ],
      sums: [],
    };
    const histogram: KeyedTable = {
      patients: upTo(202),
      counts: [
        { patients: 202, key: 'all' },
        { patients: 52, key },
      ],
      sums: [],
    };
    expect(apart(rounded(56), rounded(52))).toBeLessThan(safe);
    const after = leaving(histogram, [left(tableOne)]);
    expect(after.kind === 'released' && after.told[1]?.kind).toBe('withheld');
  });

  it('takes those on a curve from the cohort, and knows that the others are few', () => {
    const [cohort, few, onCurve] = [upTo(104), upTo(8, 96), upTo(96)];
    const told = midpointBounds(midpoint(96, 11), 11);
    const whole = rounded(104);
    const left_ =
      Math.min(masked.upper, whole.upper - told.lower) - Math.max(1, whole.lower - told.upper) + 1;
    expect(left_).toBeLessThan(safe);
    const earlier = [left(total(cohort)), left(total(few), [left(total(cohort))])];
    const curve = curvesTable([{ cohort, curves: [onCurve] }], defaultPolicy);
    expect(leaving(curve, earlier)).toEqual({ kind: 'refused', reason: 'together' });
    expect(leaving(curve, earlier.slice(0, 1)).kind).toBe('released');
    // The other way round: the curve has left, and then nobody is told how few the others are.
    const after = leaving(total(few), [left(total(cohort)), left(curve, [left(total(cohort))])]);
    expect(after.kind === 'released' && after.told[0]?.kind).not.toBe('masked');
  });

  it('takes two curves from each other at every grid time, and finds no fewer values than a masked count has', () => {
    for (let part = 0; part <= 120; part++) {
      for (let more = 1; more < 11; more++) {
        const [one, other] = [part, part + more].map((count) => midpointBounds(midpoint(count, 11), 11));
        expect(apart(other as Range, one as Range)).toBeGreaterThanOrEqual(safe);
      }
    }
  });

  it('takes those who break a rule from everybody, in one report', () => {
    const reportWith = (patients: number) =>
      releasedReport([], { own: null }, defaultPolicy, {
        patients: 2000,
        figures: [
          {
            level: 'accrual',
            released: (release) => {
              const [all] = release({ counts: [{ patients: 2000, key: 'all' }], sums: [] });
              return { kind: 'bars', patients: all, panels: [] } as never;
            },
          },
        ],
        warnings: [{ rule: 'a', table: 'patient', patients }],
      });
    expect(apart(rounded(2000), rounded(1996))).toBeLessThan(safe);
    const few = reportWith(1996);
    const shown = [few.figures[0]?.figure, few.warnings[0]].map(
      (one) => (one as { readonly patients: ProtectedCount }).patients.kind,
    );
    expect(shown).toContain('withheld');
    const many = reportWith(1900);
    expect(many.warnings[0]?.patients).toEqual({ kind: 'rounded', value: 1900 });
  });

  it('takes those of whom an indicator is from everybody, in one report', () => {
    // The indicator is of 1,996 of the 2,000: four are none of its patients.
    const reportOf = (units: number) =>
      releasedReport(
        [
          {
            indicator: 'early_inclusion',
            rows: [
              { year: 2020, level: 'C01', stratum: 'all', units, met: 900, unknown: 100, patients: units },
            ],
          },
        ],
        { own: null, centres: 'together' },
        defaultPolicy,
        {
          patients: 2000,
          warnings: [],
          figures: [
            {
              level: 'accrual',
              released: (release) => {
                const [all] = release({ counts: [{ patients: 2000, key: 'all' }], sums: [] });
                return { kind: 'bars', patients: all, panels: [] } as never;
              },
            },
          ],
        },
      );
    const kindsOf = ({ figures, indicators }: ReturnType<typeof reportOf>) => [
      ...figures.map(({ figure }) => (figure as { readonly patients: ProtectedCount }).patients.kind),
      ...indicators.map(({ overall }) => overall.units.kind),
    ];
    expect(apart(rounded(2000), rounded(1996))).toBeLessThan(safe);
    expect(kindsOf(reportOf(1996))).toContain('withheld');
    expect(kindsOf(reportOf(1900))).toEqual(['rounded', 'rounded']);
  });

  it('takes those of whom a row of scores is from everybody, in another figure', async () => {
    const scores = (...followed: readonly number[]) => ({
      measured: followed.map((patients, year) => ({
        level: String(year),
        counts: [{ level: 'followed', patients }],
        measures: [],
      })),
    });
    const kindsOf = async (...followed: readonly number[]) => {
      const { made, refusal } = await releasedInSession(
        { patients: upTo(2000) },
        (release) =>
          releasedMeasures(scores(...followed), defaultPolicy, { ...releasedAlone(defaultPolicy), release }),
        { policy: defaultPolicy, audit: (asked) => leaving(asked, [left(total(upTo(2000)))]) },
      );
      return refusal ?? made.rows.map(({ counts }) => counts[0]?.patients.kind);
    };
    expect(apart(rounded(2000), rounded(1996))).toBeLessThan(safe);
    expect(await kindsOf(2000, 1996, 1900)).toEqual(['rounded', 'withheld', 'rounded']);
  });

  it('takes two figures of one report from each other', () => {
    // One figure has a margin of 64; another has it as 60 and 4.
    const margin = { patients: 64, key: 'row/1' } as const;
    const made: (readonly ProtectedCount[])[] = [];
    const keep = (told: readonly ProtectedCount[]) => {
      made.push(told);
      return { kind: 'bars', patients: told[0], panels: [] } as never;
    };
    releasedReport([], { own: null }, defaultPolicy, {
      patients: 94,
      warnings: [],
      figures: [
        {
          level: 'margins',
          released: (release) =>
            keep(
              release({
                counts: [{ patients: 94, key: 'all' }, margin, { patients: 30, key: 'row/2' }],
                sums: [{ whole: 0, parts: [1, 2] }],
              }),
            ),
        },
        {
          level: 'cells',
          released: (release) =>
            keep(
              release({
                counts: [
                  { ...margin, hidden: true },
                  { patients: 60, key: null },
                  { patients: 4, key: null },
                ],
                sums: [{ whole: 0, parts: [1, 2] }],
              }),
            ),
        },
      ],
    });
    const [margins = [], cells = []] = made.slice(-2);
    expect(apart(rounded(64), rounded(60))).toBeLessThan(safe);
    expect([margins[1]?.kind, cells[1]?.kind]).toContain('withheld');
  });

  it('knows what was told by the laxer policy before a stricter one was chosen', () => {
    const stricter = { ...defaultPolicy, threshold: 20 };
    const count = (patients: Uint32Array, high: number): KeyedTable => ({
      patients,
      counts: [
        { patients: patients.length, key: 'all' },
        { patients: high, key: 'high' },
      ],
      sums: [],
    });
    const earlier = [left(count(upTo(202), 7))];
    expect(earlier[0]?.told[1]).toEqual({ kind: 'masked', under: 11 });
    // 25 less "1 to 10" leaves 14 values of the 18 others; less "1 to 19", as the stricter policy says it, it would leave 23.
    const whole = boundsOf(releaseCount(25, stricter), stricter);
    expect(apart(whole, masked)).toBeLessThan(19);
    expect(apart(whole, { lower: 1, upper: 19 })).toBeGreaterThan(19);
    const after = leaving(count(upTo(246), 25), earlier, stricter);
    expect(after.kind === 'released' && after.told[1]?.kind).toBe('withheld');
  });

  it('takes a figure from the step of a flow diagram', () => {
    // After its step the flow tells of 246; the figure of 237 of them, who are nine fewer, told as 235.
    const flow = flowOf(400, 246);
    const sizes = [400, 246, 154, 0];
    expect(flow.counts.map(({ told }) => told?.count)).toEqual(sizes.map((size) => releaseCount(size)));
    expect(apart(rounded(246), rounded(237))).toBeLessThan(safe);
    const after = leaving(total(upTo(237)), [left(flow)]);
    expect(after.kind === 'released' && after.told[0]?.kind).toBe('withheld');
    // A step at which too few leave is told with the next one: it has no count that could be taken away.
    expect(flowOf(400, 396, 246).groups).toHaveLength(2);
  });

  it('takes two steps of a flow diagram from each other, and from those who left between them a part', () => {
    // 41 left between 103 and 62; of them 37 and 4 have been exported as cohorts of their own.
    const [before, after, others] = [103, 62, 37].map((size) => rounded(size)) as [Range, Range, Range];
    const gone = { lower: before.lower - after.upper, upper: before.upper - after.lower };
    const most = Math.min(masked.upper, gone.upper - others.lower);
    expect(most - (gone.lower - others.upper) + 1).toBeLessThan(safe);
    const earlier = [left(total(upTo(4, 62)))];
    earlier.push(left(total(upTo(37, 66)), earlier));
    const flow = flowOf(400, 103, 62);
    expect(leaving(flow, earlier)).toEqual({ kind: 'refused', reason: 'together' });
    // With a rest of whom nothing is known the few are as many as before.
    const rest = flowOf(400, 123, 62);
    expect(leaving(rest, earlier).kind).toBe('released');
  });

  it('takes who is not known at a step of a flow diagram from a figure of some of its patients', () => {
    const key = 'fact/elts/unknown';
    const step = { notMet: 98, unknown: 56, leaving: 154, remaining: 246, unknownKey: key };
    const flow = flowTable([upTo(400), upTo(246)], [step], defaultPolicy);
    expect(flow.counts.map(({ patients }) => patients)).toEqual([400, 246, 98, 56]);
    const figure: KeyedTable = {
      patients: upTo(370),
      counts: [
        { patients: 370, key: 'all' },
        { patients: 52, key },
      ],
      sums: [],
    };
    expect(apart(rounded(56), rounded(52))).toBeLessThan(safe);
    expect(leaving(flow, [left(figure)])).toEqual({ kind: 'refused', reason: 'together' });
    const after = leaving(figure, [left(flow)]);
    expect(after.kind === 'released' && after.told.map(({ kind }) => kind)).toEqual(['rounded', 'withheld']);
    // Two parts of which one is small are not told, and are no counts of the flow.
    const few = { ...step, notMet: 150, unknown: 4 };
    expect(flowTable([upTo(400), upTo(246)], [few], defaultPolicy).counts).toHaveLength(2);
    expect(() => flowTable([upTo(400), upTo(240)], [step], defaultPolicy)).toThrow(RangeError);
  });
});
