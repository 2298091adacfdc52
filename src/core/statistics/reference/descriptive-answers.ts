import { quantiles } from '@core/statistics/descriptive/quantile';
import { sampleSummary } from '@core/statistics/descriptive/sample-summary';
import { standardisedLevelDifference } from '@core/statistics/descriptive/standardised-level-difference';
import {
  standardisedBinaryDifference,
  standardisedMeanDifference,
} from '@core/statistics/descriptive/standardised-mean-difference';
import { answersOf, type CaseInput, numbers, optionalNumbers } from './clinical-input';
import type { Answers } from './reference-case';

/** Everything that a case of `tests/reference/descriptive` compares, from its input. */
export function descriptiveAnswers(input: CaseInput): Answers {
  return answersOf(result(input));
}

function result(input: CaseInput): object {
  if (input.kind === 'quantiles') {
    const x = numbers(input.x);
    const probs = Array.from(numbers(input.probs));
    const type2 = quantiles(x, probs, 2);
    const type7 = quantiles(x, probs, 7);
    return {
      n: type7[0]?.n,
      missing: type7[0]?.missing,
      type2: type2.map((q) => q.estimate),
      type7: type7.map((q) => q.estimate),
    };
  }
  if (input.kind === 'summary') return sampleSummary(numbers(input.x));
  const first = numbers(input.first);
  const second = numbers(input.second);
  if (input.kind === 'levels') return standardisedLevelDifference(first, second);
  const firstWeights = optionalNumbers(input.firstWeights);
  const secondWeights = optionalNumbers(input.secondWeights);
  const groups = [
    { values: first, ...(firstWeights ? { weights: firstWeights } : {}) },
    { values: second, ...(secondWeights ? { weights: secondWeights } : {}) },
  ] as const;
  return input.kind === 'binary'
    ? standardisedBinaryDifference(...groups)
    : standardisedMeanDifference(...groups);
}
