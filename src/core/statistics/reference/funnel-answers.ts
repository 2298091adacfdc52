import { funnelLimits } from '@core/statistics/funnel/funnel-limits';
import { funnelPosition } from '@core/statistics/funnel/funnel-position';
import { answersOf, type CaseInput } from './clinical-input';
import type { Answers } from './reference-case';

/** Everything that a case of `tests/reference/funnel` compares, from its input. */
export function funnelAnswers(input: CaseInput): Answers {
  return answersOf(result(input));
}

function result(input: CaseInput): object {
  const target = Number(input.target);
  const n = Number(input.n);
  if (input.kind === 'position') return funnelPosition(Number(input.events), n, target);
  return funnelLimits(target, [n], [Number(input.level)]).limits[0] ?? {};
}
