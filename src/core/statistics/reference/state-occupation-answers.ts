import { stateOccupation } from '@core/statistics/survival/state-occupation';
import { column } from './case-input';
import type { Answers, ReferenceCase } from './reference-case';

/** Everything that a case of `tests/reference/state-occupation` compares, from its input: at the times that R answers. */
export function stateOccupationAnswers(input: ReferenceCase['input']): Answers {
  const states = input.states as number;
  const fit = stateOccupation(
    {
      time: column(input, 'time'),
      from: column(input, 'from'),
      to: column(input, 'to'),
      count: column(input, 'count'),
    },
    states,
  );
  const rows = Array.from(column(input, 'asked'), (asked) => fit.time.indexOf(asked));
  const asked = (values: Float64Array) => rows.map((row) => values[row] ?? Number.NaN);
  return {
    probability: fit.probability.map(asked),
    // R counts nobody as at risk in the last state, death.
    atRisk: fit.atRisk.slice(0, states - 1).map(asked),
  };
}
