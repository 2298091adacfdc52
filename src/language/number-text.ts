import type { FactUnit } from '@core/cohort/fact-vocabulary';
import type { NumberRange } from '@core/cohort/number-range';
import type { Words } from './use-words';

/** Decimals that a bound of a rule may have; a rule is shown as it is compared. */
const format = { maximumFractionDigits: 6 } as const;
const plain = { ...format, useGrouping: false } as const;

/** A number of the clinic with its unit: «18 years», «0.1% IS»; calendar years stand without thousands separator. */
export function quantity(words: Words, value: number, unit: FactUnit): string {
  return words.say(`unit.${unit}`, {
    value: words.number(value, unit === 'year' ? plain : format),
    count: value,
  });
}

/** A range in words: «18 to 65 years», «≤ 0.1% IS»; open ends are > and <. */
export function rangeText(words: Words, range: NumberRange, unit: FactUnit): string {
  const { min, max, minOpen, maxOpen } = range;
  const lower =
    min === null
      ? null
      : words.say(minOpen ? 'rule.above' : 'rule.atLeast', { value: quantity(words, min, unit) });
  const upper =
    max === null
      ? null
      : words.say(maxOpen ? 'rule.below' : 'rule.atMost', { value: quantity(words, max, unit) });
  if (lower === null || upper === null) return lower ?? upper ?? words.say('rule.anyValue');
  if (minOpen || maxOpen) return words.say('rule.bothBounds', { lower, upper });
  if (min === max) return quantity(words, min ?? 0, unit);
  return words.say('rule.between', {
    min: words.number(min ?? 0, unit === 'year' ? plain : format),
    max: quantity(words, max ?? 0, unit),
  });
}
