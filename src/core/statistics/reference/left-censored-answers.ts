import { type CensoredLevel, leftCensoredQuantiles } from '@core/statistics/survival/left-censored-quantile';
import { column, optionalColumn } from './case-input';
import type { Answers, ReferenceCase } from './reference-case';

const atValue = (level: CensoredLevel | null): number | null => (level?.kind === 'at' ? level.value : null);

/** Everything that a case of `tests/reference/left-censored` compares, from its input. */
export function leftCensoredAnswers(input: ReferenceCase['input']): Answers {
  const weight = optionalColumn(input, 'weight');
  const quantiles = leftCensoredQuantiles(
    {
      value: column(input, 'value'),
      detected: column(input, 'detected'),
      ...(weight === undefined ? {} : { weight }),
    },
    Array.from(column(input, 'probability')),
    {
      interval: (input.interval ?? 'log') as 'log' | 'log-log' | 'plain',
      level: (input.level ?? 0.95) as number,
    },
  );
  return {
    quantile: quantiles.map(({ estimate }) => atValue(estimate)),
    lower: quantiles.map(({ lower }) => atValue(lower)),
    upper: quantiles.map(({ upper }) => atValue(upper)),
    n: quantiles[0]?.n ?? null,
    censored: quantiles[0]?.censored ?? null,
  };
}
