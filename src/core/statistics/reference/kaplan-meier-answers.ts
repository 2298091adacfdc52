import {
  type CurveOptions,
  kaplanMeierByGroup,
  type SurvivalCurve,
} from '@core/statistics/survival/kaplan-meier';
import { restrictedMean } from '@core/statistics/survival/restricted-mean';
import { survivalAt } from '@core/statistics/survival/survival-at';
import { survivalQuantile } from '@core/statistics/survival/survival-quantile';
import { column, grouping, optionalColumn, survivalInput } from './case-input';
import type { Answers, ReferenceCase } from './reference-case';

const PROBABILITIES = [0.1, 0.25, 0.5, 0.75, 0.9];

/** Everything that a case of `tests/reference/kaplan-meier` compares, from its input. */
export function kaplanMeierAnswers(input: ReferenceCase['input']): Answers {
  const cluster = optionalColumn(input, 'cluster');
  const group = grouping(input, 'group') ?? { index: column(input, 'time').map(() => 0), count: 1 };
  const options: CurveOptions = {
    interval: (input.interval ?? 'log') as NonNullable<CurveOptions['interval']>,
    level: (input.level ?? 0.95) as number,
    variance: input.robust === true ? 'jackknife' : 'greenwood',
    weights: 'sampling',
    estimator: (input.estimator ?? 'kaplan-meier') as NonNullable<CurveOptions['estimator']>,
    ...(cluster === undefined ? {} : { cluster }),
  };
  const curves = kaplanMeierByGroup(survivalInput(input), group, options);
  const joined = (of: (curve: SurvivalCurve) => ArrayLike<number>) =>
    curves.flatMap((curve) => Array.from(of(curve)));
  const quantiles = curves.map((curve) => PROBABILITIES.map((p) => survivalQuantile(curve, p)));
  const asked = optionalColumn(input, 'asked');
  const points = curves.map((curve) => survivalAt(curve, Array.from(asked ?? []), { extend: true }));
  const means = curves.map((curve) => restrictedMean(curve, (input.tau ?? 1) as number, { extend: true }));
  return {
    time: joined((curve) => curve.time),
    atRisk: joined((curve) => curve.atRisk),
    events: joined((curve) => curve.events),
    censored: joined((curve) => curve.censored),
    survival: joined((curve) => curve.survival),
    standardError: joined((curve) => curve.standardError),
    lower: joined((curve) => curve.lower),
    upper: joined((curve) => curve.upper),
    cumulativeHazard: joined((curve) => curve.cumulativeHazard),
    cumulativeHazardError: joined((curve) => curve.cumulativeHazardError),
    quantile: quantiles.map((list) => list.map((q) => q.estimate)),
    quantileLower: quantiles.map((list) => list.map((q) => q.interval?.lower ?? null)),
    quantileUpper: quantiles.map((list) => list.map((q) => q.interval?.upper ?? null)),
    askedSurvival: points.map((list) => list.map((point) => point.estimate)),
    askedError: points.map((list) => list.map((point) => point.standardError)),
    askedAtRisk: points.map((list) => list.map((point) => point.atRisk)),
    askedEvents: points.map((list) => list.map((point) => point.events)),
    askedCensored: points.map((list) => list.map((point) => point.censored)),
    restrictedMean: means.map((mean) => mean.estimate),
    restrictedMeanError: means.map((mean) => mean.standardError),
  };
}
