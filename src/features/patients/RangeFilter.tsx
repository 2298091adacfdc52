import type { FactRule } from '@core/cohort/cohort-definition';
import { facts } from '@core/cohort/fact-vocabulary';
import type { NumberChart } from '@data/queries/cohort-charts';
import { factUnit } from '@language/fact-text';
import { useWords } from '@language/use-words';
import { CheckMark } from '@view/ui/CheckMark';
import { NumberBox } from '@view/ui/NumberBox';
import { Checkbox } from 'react-aria-components';
import styles from './column-filter.module.css';

interface Props {
  readonly chart: NumberChart;
  readonly filter: FactRule | null;
  readonly onFilter: (filter: FactRule | null) => void;
}

/** From one number to another, either of them open, and whether those not known stay. */
export function RangeFilter({ chart, filter, onFilter }: Props) {
  const words = useWords();
  const { fact, unknown: notKnown } = chart;
  const { decimals } = facts[fact];
  const range = filter?.condition.kind === 'range' ? filter.condition : { min: null, max: null };
  const keepsUnknown = filter === null || filter.unknown === 'include';
  const choose = (min: number | null, max: number | null, keep: boolean) => {
    const isNone = min === null && max === null && keep;
    onFilter(
      isNone ? null : { condition: { kind: 'range', fact, min, max }, unknown: keep ? 'include' : 'exclude' },
    );
  };
  // The first bound that is set asks for numbers: those not known are asked for apart.
  const keepNow = filter !== null && keepsUnknown;
  const unit = factUnit(words, fact);
  const name = `${words.say(`clinic.${fact}`)}${unit === null ? '' : ` (${unit})`}`;
  const fields = [
    { id: 'cohort.from', value: range.min, set: (value: number | null) => choose(value, range.max, keepNow) },
    { id: 'cohort.to', value: range.max, set: (value: number | null) => choose(range.min, value, keepNow) },
  ] as const;
  return (
    <>
      <div className={styles.numbers}>
        {fields.map(({ id, value, set }) => (
          <NumberBox
            key={id}
            label={words.say(id, { variable: name })}
            value={value}
            step={10 ** -decimals}
            decimals={decimals}
            changes="leaving"
            {...(id === 'cohort.from' && range.max !== null ? { most: range.max } : {})}
            {...(id === 'cohort.to' && range.min !== null ? { least: range.min } : {})}
            onChange={set}
          />
        ))}
      </div>
      {notKnown.patients === 0 ? null : (
        <Checkbox
          className={styles.level ?? ''}
          isSelected={keepsUnknown}
          onChange={(keep) => choose(range.min, range.max, keep)}
        >
          <CheckMark />
          <span>{words.say('patients.unknownLevel', { unknown: notKnown.inCohort })}</span>
        </Checkbox>
      )}
    </>
  );
}
