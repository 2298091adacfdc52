import { coxConcordance } from '@core/statistics/survival/concordance';
import { baselineHazards, predictedSurvival } from '@core/statistics/survival/cox-prediction';
import { coxRegression } from '@core/statistics/survival/cox-regression';
import { coxResiduals } from '@core/statistics/survival/cox-residuals';
import { expect, test } from 'vitest';

// Therneau & Grambsch 2000, appendix E.1: six subjects with a tie at 6.
const book = { time: [1, 1, 6, 6, 8, 9], event: [1, 0, 1, 1, 0, 1] };
const x = { names: ['x'], columns: [[1, 1, 1, 0, 0, 0]] };

test("Breslow's log-likelihood at zero and at the maximum, in closed form", () => {
  const fit = coxRegression(book, x, { ties: 'breslow' });
  // Risk sets: 3r + 3, r + 3 twice, 1. The score is zero where 2 = 3r/(3r+3) + 2r/(r+3): r = (3 + √33) / 2.
  const beta = fit.terms[0]?.coefficient ?? 0;
  const r = Math.exp(beta);
  expect(2 - (3 * r) / (3 * r + 3) - (2 * r) / (r + 3)).toBeCloseTo(0, 10);
  expect(beta).toBeCloseTo(1.475285, 6);
  expect(fit.nullLogLikelihood).toBeCloseTo(-Math.log(6) - 2 * Math.log(4), 12);
  expect(fit.logLikelihood).toBeCloseTo(2 * beta - Math.log(3 * r + 3) - 2 * Math.log(r + 3), 12);
  expect(1 / (fit.modelVariance[0]?.[0] ?? 1)).toBeCloseTo(r / (r + 1) ** 2 + (6 * r) / (r + 3) ** 2, 10);
});

test("Efron's log-likelihood takes the second of two tied events from half of their risk", () => {
  const fit = coxRegression(book, x, { ties: 'efron' });
  const beta = fit.terms[0]?.coefficient ?? 0;
  const r = Math.exp(beta);
  expect(beta).toBeCloseTo(1.676857, 6);
  expect(fit.logLikelihood).toBeCloseTo(
    2 * beta - Math.log(3 * r + 3) - Math.log(r + 3) - Math.log(r / 2 + 5 / 2),
    12,
  );
  expect(fit.nullLogLikelihood).toBeCloseTo(-Math.log(6) - Math.log(4) - Math.log(3), 12);
});

test('the baseline hazard by Breslow is events over risk, for a covariate of zero', () => {
  const fit = coxRegression(book, x, { ties: 'breslow' });
  const r = fit.terms[0]?.ratio ?? 0;
  const [base] = baselineHazards(fit);
  const wanted = [1 / (3 * r + 3), 1 / (3 * r + 3) + 2 / (r + 3), 1 / (3 * r + 3) + 2 / (r + 3) + 1];
  for (const [i, value] of wanted.entries()) expect(base?.cumulativeHazard[i]).toBeCloseTo(value, 10);
  expect(predictedSurvival(fit, [1]).survival[0]).toBeCloseTo(Math.exp(-r / (3 * r + 3)), 10);
});

test('martingale residuals are events less cumulative hazards, and sum to zero', () => {
  const fit = coxRegression(book, x, { ties: 'breslow' });
  const r = fit.terms[0]?.ratio ?? 0;
  const { martingale } = coxResiduals(fit);
  expect(martingale[0]).toBeCloseTo(1 - r / (3 * r + 3), 10);
  expect(martingale[3]).toBeCloseTo(1 - (1 / (3 * r + 3) + 2 / (r + 3)), 10);
  expect(martingale.reduce((sum, m) => sum + m, 0)).toBeCloseTo(0, 12);
});

test('concordance counts pairs: ten comparable, of them written out', () => {
  const concordance = coxConcordance(coxRegression(book, x, { ties: 'breslow' }));
  // First at 1 against five others, two of the same risk; at 6 each of two against 8 and 9; 8 is censored.
  expect(concordance.concordant).toBe(3 + 2);
  expect(concordance.tiedRisk).toBe(2 + 2);
  expect(concordance.discordant).toBe(0);
  expect(concordance.tiedTime).toBe(1);
  expect(concordance.estimate).toBeCloseTo((5 + 4 / 2) / 9, 14);
});

test('a covariate that separates events from the rest is said to be infinite', () => {
  const fit = coxRegression(
    { time: [1, 2, 3, 4, 5, 6], event: [1, 1, 1, 0, 0, 0] },
    { names: ['treated'], columns: [[0, 0, 0, 1, 1, 1]] },
  );
  expect(fit.outcome).toBe('infinite-coefficients');
  expect(fit.terms[0]).toMatchObject({ reason: 'infinite', standardError: null, pValue: null });
  expect(fit.terms[0]?.coefficient).toBeLessThan(0);
});

test('so is a rare one, beside covariates that do have an effect', () => {
  const time = Array.from({ length: 300 }, (_, i) => 1 + ((i * 37) % 300));
  const rare = time.map((_, i) => (i < 3 ? 1 : 0));
  const event = time.map((_, i) => (i < 3 ? 0 : i % 3 === 0 ? 0 : 1));
  const other = time.map((t, i) => ((i * 13) % 7) + t / 100);
  const fit = coxRegression({ time, event }, { names: ['other', 'rare'], columns: [other, rare] });
  expect(fit.outcome).toBe('infinite-coefficients');
  expect(fit.terms.map((term) => term.reason)).toEqual([null, 'infinite']);
});

test('a strong but finite effect is not taken for an infinite one', () => {
  // Those with x = 1 die first, but for one of either kind.
  const time = Array.from({ length: 200 }, (_, i) => i + 1);
  const x = time.map((t) => (t <= 100 ? 1 : 0));
  x[99] = 0;
  x[100] = 1;
  const fit = coxRegression({ time, event: time.map(() => 1) }, { names: ['x'], columns: [x] });
  expect(fit.outcome).toBe('converged');
  expect(fit.terms[0]?.coefficient).toBeGreaterThan(4);
  expect(fit.terms[0]?.standardError).toBeGreaterThan(0);
});

test('a fit that is stopped says that it has not converged', () => {
  expect(coxRegression(book, x, { progress: (iteration) => iteration < 1 }).outcome).toBe('not-converged');
});

test('no subjects, no events, no covariates', () => {
  expect(coxRegression({ time: [], event: [] }, { names: ['x'], columns: [[]] })).toMatchObject({
    rows: 0,
    eventCount: 0,
  });
  const none = coxRegression({ time: [1, 2], event: [0, 0] }, { names: ['x'], columns: [[1, 2]] });
  expect(none.terms[0]).toMatchObject({ coefficient: null, reason: 'redundant' });
  expect(none.wald).toEqual({ statistic: 0, degreesOfFreedom: 0, pValue: null });
  expect(coxRegression(book, { names: [], columns: [] }).logLikelihood).toBeLessThan(0);
});

test('wrong input is refused', () => {
  expect(() => coxRegression(book, { names: ['x'], columns: [[1]] })).toThrow(
    'covariate x has 1 elements, time has 6',
  );
  expect(() => coxRegression(book, { names: [], columns: [[1]] })).toThrow('0 names for 1 covariates');
  expect(() => predictedSurvival(coxRegression(book, x), [1, 2])).toThrow('one value per term is needed');
});
