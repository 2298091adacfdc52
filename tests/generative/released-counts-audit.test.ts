import { defaultPolicy } from '@core/disclosure/policy';
import {
  boundsOf,
  type ProtectedCount,
  releaseCounts,
  type TableSum,
} from '@core/disclosure/released-counts';
import fc from 'fast-check';
import solver from 'javascript-lp-solver';
import { describe, expect, it } from 'vitest';

/** The least and the most that a cell can be, for whoever knows the released cells and every sum: by linear programming. */
function range(cells: readonly ProtectedCount[], sums: readonly TableSum[], cell: number) {
  const ends = (['min', 'max'] as const).map((opType) => {
    const variables: Record<string, Record<string, number>> = {};
    const constraints: Record<string, { min?: number; max?: number; equal?: number }> = {};
    cells.forEach((released, k) => {
      const { lower, upper } = boundsOf(released, defaultPolicy);
      variables[`c${k}`] = { [`b${k}`]: 1, ...(k === cell ? { wanted: 1 } : {}) };
      constraints[`b${k}`] = { min: lower, max: Math.min(upper, 1e6) };
    });
    sums.forEach(({ whole, parts }, s) => {
      constraints[`s${s}`] = { equal: 0 };
      (variables[`c${whole}`] as Record<string, number>)[`s${s}`] = -1;
      for (const part of parts) (variables[`c${part}`] as Record<string, number>)[`s${s}`] = 1;
    });
    const answer = solver.Solve({ optimize: 'wanted', opType, constraints, variables }) as {
      readonly feasible: boolean;
      readonly result: number;
    };
    expect(answer.feasible).toBe(true);
    return answer.result;
  });
  return { least: ends[0] as number, most: ends[1] as number };
}

function audit(counts: readonly number[], sums: readonly TableSum[]): void {
  const cells = releaseCounts(
    counts.map((patients) => ({ patients })),
    sums,
  );
  counts.forEach((patients, k) => {
    if (patients < 1 || patients >= defaultPolicy.threshold) return;
    const { least, most } = range(cells, sums, k);
    // «Under 11» alone leaves the ten counts from 1 to 10.
    expect(most - least + 1 + 1e-6).toBeGreaterThanOrEqual(defaultPolicy.threshold - 1);
  });
}

const count = fc.oneof({ arbitrary: fc.nat(14), weight: 2 }, { arbitrary: fc.nat(160), weight: 1 });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

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
      { seed: 20261126, numRuns: 300 },
    );
  });

  it('in a table of rows and columns with all its margins', () => {
    const table = fc
      .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 3 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(count, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(table, (cells) => {
        const [rows, columns] = [cells.length, (cells[0] ?? []).length];
        const byRow = cells.map(sum);
        const byColumn = Array.from({ length: columns }, (_, c) => sum(cells.map((row) => row[c] ?? 0)));
        const at = (r: number, c: number) => 1 + rows + columns + r * columns + c;
        const places = (n: number) => Array.from({ length: n }, (_, k) => k);
        audit(
          [sum(byRow), ...byRow, ...byColumn, ...cells.flat()],
          [
            { whole: 0, parts: places(rows).map((r) => 1 + r) },
            { whole: 0, parts: places(columns).map((c) => 1 + rows + c) },
            ...places(rows).map((r) => ({ whole: 1 + r, parts: places(columns).map((c) => at(r, c)) })),
            ...places(columns).map((c) => ({
              whole: 1 + rows + c,
              parts: places(rows).map((r) => at(r, c)),
            })),
          ],
        );
      }),
      { seed: 20261126, numRuns: 150 },
    );
  });
});
