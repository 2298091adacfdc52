import { areaUnderCurve } from '@core/statistics/roc/area-under-curve';
import { comparePairedAuc, compareUnpairedAuc } from '@core/statistics/roc/auc-comparison';
import { optimalCutOff } from '@core/statistics/roc/optimal-cut-off';
import { rocCurve } from '@core/statistics/roc/roc-curve';
import { answersOf, type CaseInput, numbers } from './clinical-input';
import type { Answers } from './reference-case';

/** Everything that a case of `tests/reference/roc` compares, from its input. */
export function rocAnswers(input: CaseInput): Answers {
  return answersOf(result(input));
}

function result(input: CaseInput): object {
  if (input.kind === 'paired') {
    return comparePairedAuc(numbers(input.first), numbers(input.second), numbers(input.outcome));
  }
  if (input.kind === 'unpaired') {
    return compareUnpairedAuc(
      { marker: numbers(input.first), outcome: numbers(input.firstOutcome) },
      { marker: numbers(input.second), outcome: numbers(input.secondOutcome) },
    );
  }
  const marker = numbers(input.marker);
  const outcome = numbers(input.outcome);
  const { points } = rocCurve(marker, outcome);
  const best = optimalCutOff(marker, outcome);
  return {
    ...areaUnderCurve(marker, outcome),
    curve: {
      threshold: points.map((point) => point.threshold),
      sensitivity: points.map((point) => point.sensitivity),
      specificity: points.map((point) => point.specificity),
    },
    cutOff: {
      threshold: best.threshold?.estimate,
      sensitivity: best.sensitivity?.estimate,
      specificity: best.specificity?.estimate,
    },
  };
}
