import type { FactRule } from '@core/cohort/cohort-definition';
import { facts } from '@core/cohort/fact-vocabulary';
import type { NumberChart } from '@data/queries/cohort-charts';
import { factUnit } from '@language/fact-text';
import { useWords } from '@language/use-words';
import { Checkbox, Input, Label, NumberField } from 'react-aria-components';
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
  const known = (value: number) => (Number.isNaN(value) ? null : value);
  // The first bound that is set asks for numbers: those not known are asked for apart.
  const keepNow = filter !== null && keepsUnknown;
  const unit = factUnit(words, fact);
  const name = `${words.say(`clinic.${fact}`)}${unit === null ? '' : ` (${unit})`}`;
  const fields = [
    { id: 'cohort.from', value: range.min, set: (value: number) => choose(known(value), range.max, keepNow) },
    { id: 'cohort.to', value: range.max, set: (value: number) => choose(range.min, known(value), keepNow) },
  ] as const;
  return (
    <>
      {/* Chromium describes the number fields of a page to its maker's autofill service, but not those of a search form. */}
      <form
        className={styles.numbers}
        action="./search"
        aria-label={name}
        onSubmit={(event) => event.preventDefault()}
      >
        {fields.map(({ id, value, set }) => (
          <NumberField
            key={id}
            className={styles.field ?? ''}
            value={value ?? Number.NaN}
            step={10 ** -decimals}
            {...(id === 'cohort.from' && range.max !== null ? { maxValue: range.max } : {})}
            {...(id === 'cohort.to' && range.min !== null ? { minValue: range.min } : {})}
            formatOptions={{ useGrouping: false, maximumFractionDigits: decimals }}
            onChange={set}
          >
            <Label>{words.say(id, { variable: name })}</Label>
            <Input className={styles.number ?? ''} />
          </NumberField>
        ))}
      </form>
      {notKnown.patients === 0 ? null : (
        <Checkbox
          className={styles.level ?? ''}
          isSelected={keepsUnknown}
          onChange={(keep) => choose(range.min, range.max, keep)}
        >
          <span className={styles.box} aria-hidden="true" />
          <span>{words.say('patients.unknownLevel', { unknown: notKnown.inCohort })}</span>
        </Checkbox>
      )}
    </>
  );
}
