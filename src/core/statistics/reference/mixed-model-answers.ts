import { linearMixedModel } from '@core/statistics/mixed-model/linear-mixed-model';
import { answersOf, type CaseInput, numbers, optionalNumbers } from './clinical-input';
import { designOf } from './design-matrix-answers';
import type { Answers } from './reference-case';

/** Everything that a case of `tests/reference/mixed-model` compares, from its input. */
export function mixedModelAnswers(input: CaseInput): Answers {
  const slope = optionalNumbers(input.slope);
  const model = linearMixedModel(designOf(input.terms), numbers(input.outcome), numbers(input.group), {
    method: input.method === 'ML' ? 'ML' : 'REML',
    ...(slope ? { slope } : {}),
  });
  const { fixed, random } = model;
  return {
    ...answersOf(model),
    estimate: fixed.map((effect) => effect.estimate),
    standardError: fixed.map((effect) => effect.standardError),
    t: fixed.map((effect) => effect.t),
    degreesOfFreedom: fixed.map((effect) => effect.degreesOfFreedom),
    p: fixed.map((effect) => effect.p),
    randomIntercept: random.map((effect) => effect.intercept),
    randomSlope: random.map((effect) => effect.slope),
  };
}
