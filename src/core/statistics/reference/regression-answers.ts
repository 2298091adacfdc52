import { withoutTerm } from '@core/statistics/design-matrix/without-term';
import { compareLogistic, logisticRegression } from '@core/statistics/regression/logistic-regression';
import { profileIntervals } from '@core/statistics/regression/profile-intervals';
import { answersOf, type CaseInput, names, numbers } from './clinical-input';
import { designOf } from './design-matrix-answers';
import type { Answers } from './reference-case';

/** Everything that a case of `tests/reference/regression` compares, from its input. */
export function regressionAnswers(input: CaseInput): Answers {
  const design = designOf(input.terms);
  const outcome = numbers(input.outcome);
  const fit = logisticRegression(design, outcome);
  const { coefficients } = fit;
  const profiles = input.profile === true ? profileIntervals(design, outcome, fit) : [];
  return {
    ...answersOf(fit),
    estimate: coefficients.map((one) => one.estimate),
    standardError: coefficients.map((one) => one.standardError),
    z: coefficients.map((one) => one.z),
    p: coefficients.map((one) => one.p),
    lower: coefficients.map((one) => one.interval.lower),
    upper: coefficients.map((one) => one.interval.upper),
    oddsRatio: coefficients.map((one) => one.oddsRatio.estimate),
    profileLower: profiles.map((one) => one.interval.lower),
    profileUpper: profiles.map((one) => one.interval.upper),
    dropped: names(input.drop ?? []).map((term) => {
      const smaller = logisticRegression(withoutTerm(design, term ?? ''), outcome);
      return compareLogistic(fit, smaller)?.p ?? null;
    }),
  };
}
