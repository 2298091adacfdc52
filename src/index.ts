/*
 * The library: what the screens are made of, for notebooks, scripts and other pages. The same calls give the same numbers
 * in the browser, in Node and in a notebook. Its reference, with examples that are run by a test, is src/LIBRARY.md.
 */

export { curveSteps, incidenceSteps, riskTable } from '@core/analyses/curve-reading';
export { earlyPredictors } from '@core/analyses/early-predictors';
export { eligibilityFunnel } from '@core/analyses/eligibility-funnel';
export { endpointSurvival } from '@core/analyses/endpoint-survival';
export { indicatorTrend } from '@core/analyses/indicator-trend';
export { milestones } from '@core/analyses/milestones';
export { molecularResponse } from '@core/analyses/molecular-response';
export { treatmentFreeRemission } from '@core/analyses/treatment-free-remission';
export { everyone, withRule } from '@core/cohort/cohort-definition';
export { cohortFromUrl, cohortToUrl } from '@core/cohort/cohort-url';
export { cohortJson, readCohort } from '@core/cohort/read-cohort';
export { daysPerMonth, monthsFromDays } from '@core/domain/calendar';
export { endpointPresets } from '@core/endpoint/endpoint-presets';
export { endpointJson, readEndpoint } from '@core/endpoint/read-endpoint';
export { chiSquaredTest } from '@core/statistics/contingency/chi-squared-test';
export { cochranArmitage } from '@core/statistics/contingency/cochran-armitage';
export { fisherTable } from '@core/statistics/contingency/fisher-table';
export { sampleSummary } from '@core/statistics/descriptive/sample-summary';
export { designCovariates } from '@core/statistics/design-matrix/design-covariates';
export { designMatrix } from '@core/statistics/design-matrix/design-matrix';
export { kruskalWallis } from '@core/statistics/groups/kruskal-wallis';
export { wilcoxonRankSum } from '@core/statistics/groups/wilcoxon-rank-sum';
export { clopperPearson } from '@core/statistics/proportions/clopper-pearson';
export { wilson } from '@core/statistics/proportions/wilson';
export { logisticRegression } from '@core/statistics/regression/logistic-regression';
export { areaUnderCurve } from '@core/statistics/roc/area-under-curve';
export { comparePairedAuc } from '@core/statistics/roc/auc-comparison';
export { optimalCutOff } from '@core/statistics/roc/optimal-cut-off';
export { rocCurve } from '@core/statistics/roc/roc-curve';
export { aalenJohansen } from '@core/statistics/survival/aalen-johansen';
export { coxRegression } from '@core/statistics/survival/cox-regression';
export { fineGray } from '@core/statistics/survival/fine-gray';
export { medianFollowUp } from '@core/statistics/survival/follow-up';
export { grayTest } from '@core/statistics/survival/gray-test';
export { incidenceAt } from '@core/statistics/survival/incidence-at';
export { kaplanMeier } from '@core/statistics/survival/kaplan-meier';
export { logRank } from '@core/statistics/survival/log-rank';
export { proportionalHazardsTest } from '@core/statistics/survival/proportional-hazards-test';
export { restrictedMean } from '@core/statistics/survival/restricted-mean';
export { survivalAt } from '@core/statistics/survival/survival-at';
export { medianSurvival } from '@core/statistics/survival/survival-quantile';
export { turnbull } from '@core/statistics/survival/turnbull';
export { eligibilityPatterns } from '@data/queries/eligibility-patterns';
export { endpointEvents } from '@data/queries/endpoint-events';
export { indicatorCounts } from '@data/queries/indicator-counts';
export { milestonePatterns } from '@data/queries/milestone-patterns';
export { predictorOutcomes } from '@data/queries/predictor-outcomes';
export { recurrenceEvents } from '@data/queries/recurrence-events';
export { visitDistribution } from '@data/queries/visit-distribution';
export { endpointSentence } from '@language/endpoint-sentence';
export { indicatorTrendChart } from '@view/charts/indicator-trend';
export { rocChart } from '@view/charts/roc-chart';
export { seriesStyle } from '@view/charts/series-style';
export { stepCurves } from '@view/charts/step-curves';
