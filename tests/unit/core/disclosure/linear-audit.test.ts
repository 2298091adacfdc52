import { linearAudit } from '@core/disclosure/linear-audit';
import { type LinearKnowledge, linearRange, wholeNumbersIn } from '@tests/support/linear-range';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

interface Case {
  readonly exact: readonly number[];
  readonly rooms: readonly (readonly [below: number, above: number])[];
  readonly sums: readonly (readonly number[])[];
}

/** Counts, what is known around each, and sums of some of them: the last counts are these sums. */
const cases: fc.Arbitrary<Case> = fc.integer({ min: 2, max: 7 }).chain((n) =>
  fc
    .record({
      parts: fc.array(fc.nat(30), { minLength: n, maxLength: n }),
      sums: fc.array(fc.uniqueArray(fc.nat(n - 1), { minLength: 2, maxLength: n }), { maxLength: 6 }),
    })
    .chain(({ parts, sums }) => {
      const exact = [...parts, ...sums.map((some) => some.reduce((total, k) => total + (parts[k] ?? 0), 0))];
      const room = fc.tuple(fc.nat(20), fc.oneof(fc.nat(20), fc.constant(Number.POSITIVE_INFINITY)));
      return fc
        .array(room, { minLength: exact.length, maxLength: exact.length })
        .map((rooms) => ({ exact, rooms, sums }));
    }),
);

function knownOf({ exact, rooms, sums }: Case) {
  const lower = exact.map((value, k) => Math.max(0, value - (rooms[k]?.[0] ?? 0)));
  const upper = exact.map((value, k) => value + (rooms[k]?.[1] ?? 0));
  const first = exact.length - sums.length;
  const equations = sums.map((some, k) => ({
    places: [first + k, ...some],
    weights: [-1, ...some.map(() => 1)],
  }));
  const knowledge: readonly LinearKnowledge[] = [
    ...exact.map((_, k): LinearKnowledge => ({ terms: [[k, 1]], min: lower[k] ?? 0, max: upper[k] ?? 0 })),
    ...equations.map(
      ({ places, weights }): LinearKnowledge => ({
        terms: places.map((place, k): [number, number] => [place, weights[k] ?? 0]),
        min: 0,
        max: 0,
      }),
    ),
  ];
  const known = { lower: Float64Array.from(lower), upper: Float64Array.from(upper), equations, exact };
  return { known, knowledge };
}

describe('what sums leave of a count', () => {
  it('is what another solver finds, to the last whole number', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { known, knowledge } = knownOf(one);
        one.exact.forEach((_, place) => {
          const left = wholeNumbersIn(linearRange(knowledge, place));
          // What has no bound is a million to the other solver.
          if (left > 100_000) expect(linearAudit(known, [place], 1000).kind).toBe('wide');
          else {
            expect(linearAudit(known, [place], left).kind).toBe('wide');
            expect(linearAudit(known, [place], left + 1)).toEqual({ kind: 'narrowed', place });
          }
        });
      }),
      { seed: 20261127, numRuns: 150 },
    );
  });

  it('is found of a table of 40 rows and 40 columns that is told but for four corners', () => {
    const size = 40;
    const at = (row: number, column: number) => row * size + column;
    const cells = size * size;
    const exact = [
      ...Array.from({ length: cells }, () => 20),
      ...Array.from({ length: 2 * size }, () => 20 * size),
    ];
    const isCorner = (k: number) => [at(0, 0), at(0, 1), at(1, 0), at(1, 1)].includes(k);
    for (const k of [0, 1, size, size + 1]) exact[k] = 5;
    for (const line of [0, 1, size, size + 1]) exact[cells + line] = 20 * size - 30;
    const line = (sum: number, places: readonly number[]) => ({
      places: [sum, ...places],
      weights: [-1, ...places.map(() => 1)],
    });
    const lines = Array.from({ length: size }, (_, k) => k);
    const equations = [
      ...lines.map((row) =>
        line(
          cells + row,
          lines.map((column) => at(row, column)),
        ),
      ),
      ...lines.map((column) =>
        line(
          cells + size + column,
          lines.map((row) => at(row, column)),
        ),
      ),
    ];
    const known = {
      lower: Float64Array.from(exact, (value, k) => (isCorner(k) ? 0 : value)),
      upper: Float64Array.from(exact, (value, k) => (isCorner(k) ? Number.POSITIVE_INFINITY : value)),
      equations,
      exact,
    };
    // The four add up to 10 by row and by column: each can be anything from 0 to 10, and no more.
    expect(linearAudit(known, [0, 1, size, size + 1], 11).kind).toBe('wide');
    expect(linearAudit(known, [0], 12)).toEqual({ kind: 'narrowed', place: 0 });
  });

  it('is not looked for beyond the work that is allowed', () => {
    const known = {
      lower: Float64Array.of(0, 0, 30),
      upper: Float64Array.of(30, 30, 30),
      equations: [{ places: [2, 0, 1], weights: [-1, 1, 1] }],
      exact: [10, 20, 30],
    };
    expect(linearAudit(known, [0], 31).kind).toBe('wide');
    expect(linearAudit(known, [0], 31, { work: 2 }).kind).toBe('too-large');
    const lower = new Float64Array(4001);
    const upper = lower.map(() => 9);
    const places = Array.from(lower.keys());
    const joined = Array.from({ length: 1000 }, () => ({ places, weights: places.map(() => 1) }));
    expect(linearAudit({ lower, upper, equations: joined, exact: lower }, [0], 1).kind).toBe('too-large');
    // Counts that nothing joins, and those that are known to be nobody, do not make a table larger.
    const apart = Array.from({ length: 1000 }, (_, k) => ({ places: [2 * k, 2 * k + 1], weights: [1, -1] }));
    expect(linearAudit({ lower, upper, equations: apart, exact: lower }, [0], 10).kind).toBe('wide');
    expect(linearAudit({ lower, upper: lower, equations: joined, exact: lower }, [0], 1).kind).toBe('wide');
  });
});
