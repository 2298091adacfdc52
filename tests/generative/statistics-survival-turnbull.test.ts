import { kaplanMeier } from '@core/statistics/survival/kaplan-meier';
import { survivalAt } from '@core/statistics/survival/survival-at';
import { turnbull, turnbullAt } from '@core/statistics/survival/turnbull';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const settings = { seed: 20260305, numRuns: 200 };
const row = fc.record({
  lower: fc.integer({ min: 0, max: 10 }),
  width: fc.integer({ min: 0, max: 6 }),
  open: fc.boolean(),
  weight: fc.integer({ min: 1, max: 3 }),
});
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;
const input = (list: readonly Row[]) => ({
  lower: list.map((r) => r.lower),
  upper: list.map((r) => (r.open && r.width > 3 ? Number.POSITIVE_INFINITY : r.lower + r.width)),
});
const rows = fc.array(row, { minLength: 1, maxLength: 40 });

test('masses are a distribution and the likelihood is provably at its maximum', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const fit = turnbull(input(list));
      expect(fit.mass.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
      expect(fit.outcome).toBe('converged');
      expect(fit.gap).toBeLessThanOrEqual(1e-9);
    }),
    settings,
  );
});

test('with exact and right-censored times it is Kaplan-Meier', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const time = list.map((r) => r.lower);
      const event = list.map((r) => (r.open ? 0 : 1));
      const fit = turnbull({
        lower: time,
        upper: list.map((r) => (r.open ? Number.POSITIVE_INFINITY : r.lower)),
      });
      const asked = [0, 1, 2, 3, 5, 8, 10];
      survivalAt(kaplanMeier({ time, event }), asked, { extend: true }).forEach((point, k) => {
        expect(turnbullAt(fit, asked)[k]?.upper).toBeCloseTo(point.estimate ?? -1, 7);
      });
    }),
    settings,
  );
});

test('the order of the rows does not matter, and a weight is as many subjects', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const one = turnbull({ ...input(list), weight: list.map((r) => r.weight) });
      const written = list.flatMap((r) => Array.from({ length: r.weight }, () => r)).reverse();
      const other = turnbull(input(written));
      expect(other.logLikelihood).toBeCloseTo(one.logLikelihood, 7);
      expect(other.n).toBe(one.n);
    }),
    settings,
  );
});
