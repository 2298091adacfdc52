import {
  aalenJohansenByGroup,
  type IncidenceOptions,
  type StateProbability,
} from '@core/statistics/survival/aalen-johansen';
import { grayTest } from '@core/statistics/survival/gray-test';
import { restrictedTimeInState } from '@core/statistics/survival/incidence-at';
import { column, grouping, optionalColumn } from './case-input';
import type { Answers, ReferenceCase } from './reference-case';

/** Everything that a case of `tests/reference/aalen-johansen` compares, from its input. */
export function aalenJohansenAnswers(input: ReferenceCase['input']): Answers {
  const competing = {
    time: column(input, 'time'),
    cause: column(input, 'cause'),
    entry: optionalColumn(input, 'entry'),
    weight: optionalColumn(input, 'weight'),
  };
  const causes = input.causes as number;
  const group = grouping(input, 'group') ?? { index: competing.time.map(() => 0), count: 1 };
  const curvesWith = (options: IncidenceOptions) => aalenJohansenByGroup(competing, causes, group, options);
  const curves = curvesWith({
    interval: (input.interval ?? 'log') as NonNullable<IncidenceOptions['interval']>,
    level: (input.level ?? 0.95) as number,
    weights: 'sampling',
  });
  const aalen = curvesWith({ variance: 'aalen' });
  const joined = (of: (state: StateProbability) => Float64Array, from = curves) =>
    from.map((curve) => [curve.eventFree, ...curve.causes].map((state) => of(state)));
  const tests =
    competing.entry === undefined && group.count > 1
      ? grayTest(competing, causes, group, {
          rho: (input.rho ?? 0) as number,
          strata: grouping(input, 'strata'),
        })
      : [];
  const tau = (input.tau ?? 0) as number;
  return {
    time: curves.map((curve) => curve.time),
    atRisk: curves.map((curve) => curve.atRisk),
    probability: joined((state) => state.probability),
    standardError: joined((state) => state.standardError),
    lower: joined((state) => state.lower),
    upper: joined((state) => state.upper),
    restrictedTime: curves.map(({ time, eventFree, causes }) =>
      [eventFree, ...causes].map(({ probability }, state) =>
        restrictedTimeInState(time, probability, state === 0 ? 1 : 0, tau),
      ),
    ),
    cumulativeHazard: curves.map((curve) => curve.causes.map((cause) => cause.cumulativeHazard)),
    aalenVariance: joined((state) => state.standardError, aalen).map((states) =>
      states.slice(1).map((errors) => errors.map((error) => error * error)),
    ),
    grayStatistic: tests.map((test) => test.statistic),
    grayPValue: tests.map((test) => test.pValue),
  };
}
