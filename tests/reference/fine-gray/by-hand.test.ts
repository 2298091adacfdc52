import { fineGray } from '@core/statistics/survival/fine-gray';
import { expect, test } from 'vitest';

// One covariate; cause 1 at 1 (x = 1), cause 2 at 2 (x = 0), a censoring at 3 (x = 1), cause 1 at 4 (x = 0), at 5 censored (x = 1).
const input = { time: [1, 2, 3, 4, 5], cause: [1, 2, 0, 1, 0] };
const x = { names: ['x'], columns: [[1, 0, 1, 0, 1]] };

test('the pseudo-likelihood at zero counts the competing event by its chance of still being watched', () => {
  // Five at risk at 1. At 4 two, and the competing event of 2 with G(4-) / G(2-) = 2/3.
  const fit = fineGray(input, 2, x);
  expect(fit.nullLogLikelihood).toBeCloseTo(-Math.log(5) - Math.log(2 + 2 / 3), 14);
});

test('the fit is where the score is zero', () => {
  const fit = fineGray(input, 2, x);
  const e = fit.terms[0]?.ratio ?? 0;
  // x of the events: 1 + 0; at 1: 3 e of 3 e + 2, at 4: e of e + 1 + 2/3.
  expect(1 - (3 * e) / (3 * e + 2) - e / (e + 5 / 3)).toBeCloseTo(0, 10);
  expect(fit.baseline.jump[0]).toBeCloseTo(1 / (3 * e + 2), 10);
  expect([fit.n, fit.eventCount, fit.competingCount]).toEqual([5, 2, 1]);
});

test('without an event of the cause nothing can be estimated', () => {
  const fit = fineGray({ time: [1, 2, 3], cause: [2, 0, 2] }, 2, { names: ['x'], columns: [[1, 2, 3]] });
  expect(fit.terms[0]).toMatchObject({ coefficient: null, reason: 'redundant' });
  expect(fit.likelihoodRatio).toMatchObject({ degreesOfFreedom: 0, pValue: null });
});

test('a constant and a repeated covariate are redundant', () => {
  const fit = fineGray(input, 2, {
    names: ['x', 'twice', 'one'],
    columns: [
      [1, 0, 1, 0, 1],
      [2, 0, 2, 0, 2],
      [1, 1, 1, 1, 1],
    ],
  });
  expect(fit.terms.map((term) => term.reason)).toEqual([null, 'redundant', 'redundant']);
});

test('a group in which only competing events happen has an infinite coefficient, and says so', () => {
  const time = Array.from({ length: 20 }, (_, i) => i + 1);
  const fit = fineGray({ time, cause: time.map((t) => (t % 2 === 0 ? 1 : 2)) }, 2, {
    names: ['x'],
    columns: [time.map((t) => t % 2)],
  });
  expect(fit.outcome).toBe('infinite-coefficients');
  expect(fit.terms[0]).toMatchObject({ standardError: null, reason: 'infinite' });
});

test('rows with a missing covariate are left out and counted; late entry is refused', () => {
  const fit = fineGray(input, 2, { names: ['x'], columns: [[1, 0, Number.NaN, 0, 1]] });
  expect([fit.n, fit.excluded]).toEqual([4, 1]);
  expect(() => fineGray({ ...input, entry: [0, 0, 0, 0, 0] }, 2, x)).toThrow(RangeError);
});
