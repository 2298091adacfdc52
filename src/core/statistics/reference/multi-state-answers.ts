import { restrictedTimeInState } from '@core/statistics/survival/incidence-at';
import { multiState } from '@core/statistics/survival/multi-state';
import { stateProbabilityAt } from '@core/statistics/survival/state-probability';
import { column } from './case-input';
import type { Answers, ReferenceCase } from './reference-case';

/** Everything that a case of `tests/reference/multi-state` compares, from its input. */
export function multiStateAnswers(input: ReferenceCase['input']): Answers {
  const states = input.states as number;
  const fit = multiState(
    {
      subject: column(input, 'subject'),
      entry: column(input, 'entry'),
      time: column(input, 'time'),
      state: column(input, 'state'),
    },
    states,
  );
  const points = Array.from({ length: states }, (_, state) =>
    stateProbabilityAt(fit, [state], Array.from(fit.time), { interval: 'log-log' }),
  );
  return {
    time: fit.time,
    atRisk: fit.atRisk,
    probability: fit.probability,
    standardError: points.map((list) => list.map((point) => point.standardError)),
    lower: points.map((list) => list.map((point) => point.interval?.lower ?? null)),
    restrictedTime: fit.probability.map((values, state) =>
      restrictedTimeInState(fit.time, values, state === 0 ? 1 : 0, (input.tau ?? 0) as number),
    ),
    upper: points.map((list) => list.map((point) => point.interval?.upper ?? null)),
  };
}
