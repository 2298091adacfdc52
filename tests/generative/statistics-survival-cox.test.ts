import { coxConcordance } from '@core/statistics/survival/concordance';
import { type CoxFit, coxRegression } from '@core/statistics/survival/cox-regression';
import { coxResiduals } from '@core/statistics/survival/cox-residuals';
import { fineGray } from '@core/statistics/survival/fine-gray';
import { logRank } from '@core/statistics/survival/log-rank';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const settings = { seed: 20260303, numRuns: 150 };
const subject = fc.record({
  entry: fc.integer({ min: 0, max: 5 }),
  stay: fc.integer({ min: 1, max: 15 }),
  event: fc.integer({ min: 0, max: 1 }),
  group: fc.integer({ min: 0, max: 1 }),
  x: fc.integer({ min: -5, max: 5 }),
  stratum: fc.integer({ min: 0, max: 1 }),
});
type Subject = typeof subject extends fc.Arbitrary<infer T> ? T : never;
const subjects = fc.array(subject, { minLength: 20, maxLength: 60 });
const ties = fc.constantFrom('efron' as const, 'breslow' as const);

const input = (list: readonly Subject[], late = false) => ({
  time: list.map((s) => (late ? s.entry + s.stay : s.stay)),
  event: list.map((s) => s.event),
  ...(late ? { entry: list.map((s) => s.entry) } : {}),
});
const covariates = (list: readonly Subject[], shift = 0, scale = 1) => ({
  names: ['group', 'x'],
  columns: [list.map((s) => s.group), list.map((s) => s.x * scale + shift)],
});
const usable = (fit: CoxFit) =>
  fit.outcome === 'converged' && fit.terms.every((term) => term.reason === null);

test('shifting and scaling a covariate changes the fit only by the scale', () => {
  fc.assert(
    fc.property(
      subjects,
      ties,
      fc.constantFrom(1e-3, 7, 1e4),
      fc.constantFrom(-1e5, 0, 300),
      (list, rule, scale, shift) => {
        const one = coxRegression(input(list, true), covariates(list), { ties: rule });
        fc.pre(usable(one));
        const other = coxRegression(input(list, true), covariates(list, shift, scale), { ties: rule });
        expect(other.logLikelihood).toBeCloseTo(one.logLikelihood, 7);
        expect((other.terms[1]?.coefficient ?? 0) * scale).toBeCloseTo(one.terms[1]?.coefficient ?? 1, 6);
        expect(other.terms[0]?.standardError).toBeCloseTo(one.terms[0]?.standardError ?? 0, 6);
      },
    ),
    settings,
  );
});

test('the order of the rows does not matter', () => {
  fc.assert(
    fc.property(subjects, ties, (list, rule) => {
      const mixed = [...list].sort((a, b) => a.x - b.x || b.stay - a.stay);
      const strata = (rows: readonly Subject[]) => ({ index: rows.map((s) => s.stratum), count: 2 });
      const one = coxRegression(input(list, true), covariates(list), { ties: rule, strata: strata(list) });
      const other = coxRegression(input(mixed, true), covariates(mixed), {
        ties: rule,
        strata: strata(mixed),
      });
      expect(other.logLikelihood).toBeCloseTo(one.logLikelihood, 8);
      expect(coxConcordance(other).concordant + coxConcordance(other).discordant).toBeCloseTo(
        coxConcordance(one).concordant + coxConcordance(one).discordant,
        8,
      );
    }),
    settings,
  );
});

test('without ties the score test of a group is the log-rank test', () => {
  fc.assert(
    fc.property(subjects, (list) => {
      const time = list.map((s, i) => s.stay + i / 1000);
      const event = list.map((s) => s.event);
      const fit = coxRegression({ time, event }, { names: ['group'], columns: [list.map((s) => s.group)] });
      const test = logRank({ time, event }, { index: list.map((s) => s.group), count: 2 });
      fc.pre(test.reason === null && fit.outcome === 'converged');
      expect(fit.score.statistic).toBeCloseTo(test.statistic, 8);
    }),
    settings,
  );
});

test('by Breslow a weight is as many subjects', () => {
  fc.assert(
    fc.property(subjects, (list) => {
      const weight = list.map((s) => 1 + s.stratum);
      const written = list.flatMap((s) => Array.from({ length: 1 + s.stratum }, () => s));
      const one = coxRegression({ ...input(list, true), weight }, covariates(list), { ties: 'breslow' });
      const other = coxRegression(input(written, true), covariates(written), { ties: 'breslow' });
      expect(one.logLikelihood).toBeCloseTo(other.logLikelihood, 8);
      expect(one.n).toBe(other.n);
    }),
    settings,
  );
});

test('martingale and score residuals sum to zero at the fit', () => {
  fc.assert(
    fc.property(subjects, ties, (list, rule) => {
      const fit = coxRegression(input(list, true), covariates(list), { ties: rule });
      fc.pre(usable(fit));
      const residuals = coxResiduals(fit);
      const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
      expect(sum(residuals.martingale)).toBeCloseTo(0, 8);
      for (const column of residuals.score) expect(sum(column)).toBeCloseTo(0, 5);
      for (const column of residuals.schoenfeld.residuals) expect(sum(column)).toBeCloseTo(0, 5);
    }),
    settings,
  );
});

test('splitting follow-up into intervals changes nothing', () => {
  fc.assert(
    fc.property(subjects, ties, (list, rule) => {
      const rows = list.flatMap((s) =>
        s.stay <= 4
          ? [{ ...s, from: 0, to: s.stay }]
          : [
              { ...s, from: 0, to: 4, event: 0 },
              { ...s, from: 4, to: s.stay },
            ],
      );
      const one = coxRegression(input(list), covariates(list), { ties: rule });
      const other = coxRegression(
        { time: rows.map((r) => r.to), entry: rows.map((r) => r.from), event: rows.map((r) => r.event) },
        covariates(rows),
        { ties: rule },
      );
      expect(other.logLikelihood).toBeCloseTo(one.logLikelihood, 8);
    }),
    settings,
  );
});

test('without competing events Fine-Gray is Cox by Breslow', () => {
  fc.assert(
    fc.property(subjects, (list) => {
      const { time, event } = input(list);
      const cox = coxRegression({ time, event }, covariates(list), { ties: 'breslow' });
      fc.pre(usable(cox));
      const fit = fineGray({ time, cause: event }, 1, covariates(list));
      expect(fit.logLikelihood).toBeCloseTo(cox.logLikelihood, 8);
      expect(fit.terms[1]?.coefficient).toBeCloseTo(cox.terms[1]?.coefficient ?? 1, 6);
    }),
    settings,
  );
});

test('without censoring Fine-Gray is Cox with the competing events kept to the end', () => {
  fc.assert(
    fc.property(subjects, (list) => {
      const cause = list.map((s) => 2 - s.event);
      const kept = {
        time: list.map((s) => (s.event === 1 ? s.stay : 1000)),
        event: list.map((s) => s.event),
      };
      const cox = coxRegression(kept, covariates(list), { ties: 'breslow' });
      fc.pre(usable(cox));
      const fit = fineGray({ time: list.map((s) => s.stay), cause }, 2, covariates(list));
      expect(fit.logLikelihood).toBeCloseTo(cox.logLikelihood, 8);
    }),
    settings,
  );
});

test('concordance is a count over all pairs', () => {
  fc.assert(
    fc.property(subjects, (list) => {
      const fit = coxRegression(input(list), { names: ['x'], columns: [list.map((s) => s.x)] });
      fc.pre(usable(fit));
      const sign = Math.sign(fit.terms[0]?.coefficient ?? 0);
      let concordant = 0;
      let tied = 0;
      for (const a of list) {
        for (const b of list) {
          const first = a.event === 1 && (a.stay < b.stay || (a.stay === b.stay && b.event === 0));
          if (!first) continue;
          if (sign * a.x > sign * b.x) concordant += 1;
          if (a.x === b.x) tied += 1;
        }
      }
      const result = coxConcordance(fit);
      fc.pre(sign !== 0);
      expect(result.concordant).toBeCloseTo(concordant, 8);
      expect(result.tiedRisk).toBeCloseTo(tied, 8);
    }),
    settings,
  );
});
