import { defaultPolicy } from '@core/disclosure/policy';
import { boundsOf, releaseCounts, type TableSum } from '@core/disclosure/released-counts';
import { releaseFlow } from '@core/disclosure/released-flow';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LinearKnowledge, linearRange, wholeNumbersIn } from '../support/linear-range';

const { threshold } = defaultPolicy;
const isSmall = (patients: number) => patients > 0 && patients < threshold;
/** «Under 11» alone leaves the ten counts from 1 to 10. */
const leftByMasking = threshold - 1;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const places = (n: number) => Array.from({ length: n }, (_, k) => k);

/** What a reader of the released counts knows, the sums included. */
function knowledgeOf(counts: readonly number[], sums: readonly TableSum[], hidden: ReadonlySet<number>) {
  const released = releaseCounts(
    counts.map((patients, k) => (hidden.has(k) ? { patients, hidden: true } : { patients })),
    sums,
  );
  return [
    ...released.map((count, k): LinearKnowledge => {
      const { lower, upper } = boundsOf(count, defaultPolicy);
      return { terms: [[k, 1]], min: lower, max: upper };
    }),
    ...sums.map(
      ({ whole, parts }): LinearKnowledge => ({
        terms: [[whole, -1], ...parts.map((part): [number, number] => [part, 1])],
        min: 0,
        max: 0,
      }),
    ),
  ];
}

function audit(counts: readonly number[], sums: readonly TableSum[], hidden = new Set<number>()): void {
  const known = knowledgeOf(counts, sums, hidden);
  counts.forEach((patients, k) => {
    if (isSmall(patients))
      expect(wholeNumbersIn(linearRange(known, k))).toBeGreaterThanOrEqual(leftByMasking);
  });
}

const count = fc.oneof({ arbitrary: fc.nat(14), weight: 2 }, { arbitrary: fc.nat(160), weight: 1 });
const table = (mostRows: number, mostColumns: number) =>
  fc
    .tuple(fc.integer({ min: 2, max: mostRows }), fc.integer({ min: 2, max: mostColumns }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(count, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );

/** Total, rows, columns and cells of a table, in this order, and how they add up. */
function withMargins(cells: readonly (readonly number[])[]) {
  const [rows, columns] = [cells.length, (cells[0] ?? []).length];
  const byRow = cells.map(sum);
  const byColumn = places(columns).map((c) => sum(cells.map((row) => row[c] ?? 0)));
  const at = (r: number, c: number) => 1 + rows + columns + r * columns + c;
  return {
    counts: [sum(byRow), ...byRow, ...byColumn, ...cells.flat()],
    sums: [
      { whole: 0, parts: places(rows).map((r) => 1 + r) },
      { whole: 0, parts: places(columns).map((c) => 1 + rows + c) },
      ...places(rows).map((r) => ({ whole: 1 + r, parts: places(columns).map((c) => at(r, c)) })),
      ...places(columns).map((c) => ({ whole: 1 + rows + c, parts: places(rows).map((r) => at(r, c)) })),
    ],
  };
}

describe('no small count of a released table can be narrowed, by a linear program', () => {
  it('in a table of levels, known and missing', () => {
    fc.assert(
      fc.property(fc.array(count, { minLength: 2, maxLength: 6 }), count, (levels, missing) => {
        const known = sum(levels);
        audit(
          [known + missing, known, missing, ...levels],
          [
            { whole: 0, parts: [1, 2] },
            { whole: 1, parts: levels.map((_, k) => k + 3) },
          ],
        );
      }),
      { seed: 20261126, numRuns: 500 },
    );
  });

  it('in a table of rows and columns with all its margins', () => {
    fc.assert(
      fc.property(table(4, 4), (cells) => {
        const { counts, sums } = withMargins(cells);
        audit(counts, sums);
      }),
      { seed: 20261126, numRuns: 400 },
    );
  });

  it.each([
    [
      [14, 10, 9],
      [7, 0, 11],
      [1, 7, 3],
      [105, 12, 0],
    ],
    // Two sums together leave ten values of every small count here; all of them, by the linear program alone, nine of one.
    [
      [63, 9, 72, 7],
      [0, 1, 3, 0],
      [1, 1, 3, 0],
      [1, 1, 1, 0],
    ],
  ])('in one that a reader narrows by three sums together and more', (...cells) => {
    const { counts, sums } = withMargins(cells);
    audit(counts, sums);
    expect.hasAssertions();
  });

  it('in one of hundreds of sums, of which many together narrow a count', () => {
    const cells = fc.array(fc.array(count, { minLength: 10, maxLength: 10 }), {
      minLength: 10,
      maxLength: 10,
    });
    const [table] = fc.sample(cells, { seed: 20261127, numRuns: 1 });
    const { counts, sums } = withMargins(table ?? []);
    const known = knowledgeOf(counts, sums, new Set());
    const small = counts.flatMap((patients, k) => (isSmall(patients) ? [k] : []));
    expect(small.length).toBeGreaterThan(20);
    // The solver of this test takes a second for each: some of them.
    for (const k of small.filter((_, place) => place % 9 === 0))
      expect(wholeNumbersIn(linearRange(known, k))).toBeGreaterThanOrEqual(leftByMasking);
  });

  it('in groups within groups, of which only the whole and some parts are shown', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(count, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (groups, hideRest) => {
          const sizes = groups.map(sum);
          const counts = [sum(sizes), ...sizes];
          const sums: TableSum[] = [{ whole: 0, parts: groups.map((_, g) => 1 + g) }];
          const hidden = new Set<number>();
          groups.forEach((group, g) => {
            const first = counts.length;
            counts.push(...group);
            sums.push({ whole: 1 + g, parts: group.map((_, k) => first + k) });
            if (hideRest) hidden.add(counts.length - 1);
          });
          audit(counts, sums, hidden);
        },
      ),
      { seed: 20261126, numRuns: 300 },
    );
  });
});

describe('no small count of a released flow can be narrowed, by a linear program', () => {
  const flows = fc
    .record({
      patients: fc.nat(160),
      shares: fc.array(fc.tuple(fc.oneof(fc.nat(3), fc.nat(40)), fc.oneof(fc.constant(0), fc.nat(20))), {
        maxLength: 14,
      }),
    })
    .map(({ patients, shares }) => {
      let remaining = patients;
      const steps = shares.map(([wanted, open]) => {
        const notMet = Math.min(remaining, wanted);
        const unknown = Math.min(remaining - notMet, open);
        remaining -= notMet + unknown;
        return { notMet, unknown, leaving: notMet + unknown, remaining };
      });
      return { patients, steps };
    });

  it('neither who leaves at a step, nor a part of them, nor who remains', () => {
    fc.assert(
      fc.property(flows, ({ patients, steps }) => {
        const flow = releaseFlow(patients, steps);
        const remains = (k: number) => 4 * k;
        const leaves = (k: number) => 4 * k + 1;
        const fails = (k: number) => 4 * k + 2;
        const isOpen = (k: number) => 4 * k + 3;
        const within = (unknown: number, count: Parameters<typeof boundsOf>[0]): LinearKnowledge => {
          const { lower, upper } = boundsOf(count, defaultPolicy);
          return { terms: [[unknown, 1]], min: lower, max: upper };
        };
        let waits = false;
        let masked = flow.patients.kind === 'masked';
        const known: LinearKnowledge[] = [within(remains(0), flow.patients)];
        flow.steps.forEach(({ leaving, parts, remaining }, place) => {
          const k = place + 1;
          const same = (of: number, to: LinearKnowledge['terms']) =>
            known.push({ terms: [[of, -1], ...to], min: 0, max: 0 });
          same(remains(k - 1), [
            [remains(k), 1],
            [leaves(k), 1],
          ]);
          same(leaves(k), [
            [fails(k), 1],
            [isOpen(k), 1],
          ]);
          const isMasked = remaining.kind === 'masked';
          const isTold = leaving !== null || (isMasked && !masked);
          if (isTold) known.push(within(remains(k), remaining));
          if (leaving?.kind === 'rounded' && leaving.value === 0) known.push(within(leaves(k), leaving));
          // Who waits first has left; whoever waits after that, or after a masked remainder, may not have.
          if (leaving === null && !waits && !masked)
            known.push({ terms: [[leaves(k), 1]], min: 1, max: Infinity });
          if (parts !== null) known.push(within(fails(k), parts.notMet), within(isOpen(k), parts.unknown));
          waits = !isTold;
          masked = isMasked;
        });
        const exact: [number, number][] = [
          [remains(0), patients],
          ...steps.flatMap(({ leaving, notMet, unknown, remaining }, place): [number, number][] => [
            [remains(place + 1), remaining],
            [leaves(place + 1), leaving],
            [fails(place + 1), notMet],
            [isOpen(place + 1), unknown],
          ]),
        ];
        for (const [unknown, value] of exact) {
          if (isSmall(value))
            expect(wholeNumbersIn(linearRange(known, unknown))).toBeGreaterThanOrEqual(leftByMasking);
        }
      }),
      { seed: 20261126, numRuns: 300 },
    );
  });
});
