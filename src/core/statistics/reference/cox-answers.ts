import { coxConcordance } from '@core/statistics/survival/concordance';
import {
  baselineHazards,
  predictedMedian,
  predictedSurvival,
} from '@core/statistics/survival/cox-prediction';
import { type CoxOptions, coxRegression } from '@core/statistics/survival/cox-regression';
import { coxResiduals } from '@core/statistics/survival/cox-residuals';
import {
  type ProportionalHazardsTest,
  proportionalHazardsTest,
} from '@core/statistics/survival/proportional-hazards-test';
import { covariates, grouping, optionalColumn, survivalInput } from './case-input';
import type { Answers, ReferenceCase } from './reference-case';

/** Everything that a case of `tests/reference/cox` compares, from its input. */
export function coxAnswers(input: ReferenceCase['input']): Answers {
  const cluster = optionalColumn(input, 'cluster');
  const fit = coxRegression(survivalInput(input), covariates(input), {
    ties: (input.ties ?? 'efron') as NonNullable<CoxOptions['ties']>,
    strata: grouping(input, 'strata'),
    cluster,
    robust: input.robust === true,
    level: (input.level ?? 0.95) as number,
  });
  const concordance = coxConcordance(fit, cluster);
  const statistics = ({ terms, global }: ProportionalHazardsTest) => [
    ...terms.map(({ statistic }) => statistic),
    global.statistic,
  ];
  const drift = (['kaplan-meier', 'rank', 'identity'] as const).map((scale) =>
    statistics(proportionalHazardsTest(fit, scale)),
  );
  const isPositive = fit.data.time.every((time) => time > 0);
  const groups = (input.groups ?? []) as readonly (readonly number[])[];
  const byGroup = proportionalHazardsTest(
    fit,
    'kaplan-meier',
    groups.map((terms, k) => ({ name: String(k), terms })),
  );
  const residuals = coxResiduals(fit);
  const curve = predictedSurvival(fit, (input.predictFor ?? fit.terms.map(() => 0)) as number[]);
  const median = predictedMedian(curve);
  const known = (values: Float64Array) => values.filter((value) => !Number.isNaN(value));
  return {
    coefficient: fit.terms.map((term) => term.coefficient),
    standardError: fit.terms.map((term) => term.standardError),
    pValue: fit.terms.map((term) => term.pValue),
    lower: fit.terms.map((term) => term.interval?.lower ?? null),
    upper: fit.terms.map((term) => term.interval?.upper ?? null),
    variance: fit.variance,
    logLikelihood: [fit.nullLogLikelihood, fit.logLikelihood],
    likelihoodRatio: fit.likelihoodRatio.statistic,
    wald: fit.wald.statistic,
    score: fit.score.statistic,
    robustScore: fit.robustScore?.statistic ?? null,
    concordance: concordance.estimate,
    concordanceError: concordance.standardError,
    drift,
    driftByLog: isPositive ? statistics(proportionalHazardsTest(fit, 'log')) : null,
    driftByGroup: statistics(byGroup),
    martingale: known(residuals.martingale),
    deviance: known(residuals.deviance),
    dfbeta: residuals.dfbeta.map(known),
    schoenfeld: residuals.schoenfeld.residuals,
    scaledSchoenfeld: residuals.schoenfeld.scaled,
    baselineTime: baselineHazards(fit)[0]?.time ?? [],
    baselineHazard: baselineHazards(fit)[0]?.cumulativeHazard ?? [],
    predictedSurvival: curve.survival,
    predictedError: curve.standardError,
    predictedLower: curve.lower,
    predictedMedian: [median.estimate, median.interval?.lower ?? null, median.interval?.upper ?? null],
  };
}
