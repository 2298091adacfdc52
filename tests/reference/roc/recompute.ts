import { areaUnderCurve } from '@core/statistics/roc/area-under-curve';
import { comparePairedAuc, compareUnpairedAuc } from '@core/statistics/roc/auc-comparison';
import { optimalCutOff } from '@core/statistics/roc/optimal-cut-off';
import { rocCurve } from '@core/statistics/roc/roc-curve';
import { numbers } from '../case-numbers';

/** Computes one case of cases.json with this project's estimators, in the shape of its `expected`. */
export function recompute(input: Readonly<Record<string, unknown>>): unknown {
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
