import { clopperPearson } from '@core/statistics/proportions/clopper-pearson';
import { differenceOfProportions } from '@core/statistics/proportions/difference-of-proportions';
import { exactPoisson } from '@core/statistics/proportions/exact-poisson';
import { wilson } from '@core/statistics/proportions/wilson';
import { answersOf, type CaseInput, numbers } from './clinical-input';
import type { Answers } from './reference-case';

/** Everything that a case of `tests/reference/proportions` compares, from its input. */
export function proportionsAnswers(input: CaseInput): Answers {
  return answersOf(result(input));
}

function result(input: CaseInput): object {
  const level = Number(input.level);
  if (input.kind === 'clopper') return clopperPearson(Number(input.events), Number(input.n), level);
  if (input.kind === 'wilson') return wilson(Number(input.events), Number(input.n), level);
  if (input.kind === 'poisson') return exactPoisson(Number(input.events), Number(input.observedTime), level);
  const [x1 = 0, n1 = 0] = numbers(input.first);
  const [x2 = 0, n2 = 0] = numbers(input.second);
  return differenceOfProportions(x1, n1, x2, n2);
}
