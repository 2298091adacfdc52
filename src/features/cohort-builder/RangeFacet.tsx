import { facts } from '@core/cohort/fact-vocabulary';
import type { NumberChart } from '@data/queries/cohort-charts';
import { useWords } from '@language/use-words';
import { memo, useEffect, useState } from 'react';
import { Input, NumberField, Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { Facet } from './Facet';
import styles from './facet.module.css';
import { type FacetProps, sameFacet } from './facet-props';

/** One fact with numbers: its histogram, a slider with two thumbs, and the two numbers to type. */
export const RangeFacet = memo(function RangeFacet(props: FacetProps<NumberChart>) {
  const { chart, rule, onRule } = props;
  const { fact, bins } = chart;
  const words = useWords();
  const { decimals } = facts[fact];
  const step = 10 ** -decimals;
  const rounded = (value: number) => Number(value.toFixed(decimals));
  const lowest = rounded(bins[0]?.from ?? 0);
  // Whole numbers end with the last one of the last bin.
  const highest = rounded((bins.at(-1)?.to ?? 0) - (decimals === 0 ? 1 : 0));
  const range = rule?.condition.kind === 'range' ? rule.condition : null;
  const low = Math.max(lowest, range?.min ?? lowest);
  const high = Math.min(highest, range?.max ?? highest);
  const [dragged, setDragged] = useState<readonly [number, number]>([low, high]);
  useEffect(() => setDragged([low, high]), [low, high]);
  const most = Math.max(1, ...bins.map(({ patients }) => patients));
  const name = words.say(`clinic.${fact}`);

  const choose = (from: number, to: number) => {
    const min = from <= lowest ? null : from;
    const max = to >= highest ? null : to;
    const open = min === null && max === null;
    const condition = { kind: 'range', fact, min, max } as const;
    onRule(fact, open ? null : { condition, unknown: rule?.unknown ?? 'exclude' });
  };

  return (
    <Facet {...props} unknown={chart.unknown.patients}>
      <div className={styles.range}>
        <div
          className={styles.histogram}
          role="img"
          aria-label={words.say('cohort.histogram', { variable: name })}
        >
          {bins.map((bin) => (
            <span key={bin.from} className={styles.bin}>
              <span className={styles.binAll} style={{ height: `${(100 * bin.patients) / most}%` }} />
              <span className={styles.binIn} style={{ height: `${(100 * bin.inCohort) / most}%` }} />
            </span>
          ))}
        </div>
        <Slider
          aria-label={name}
          minValue={lowest}
          maxValue={highest}
          step={step}
          value={[...dragged]}
          formatOptions={{ useGrouping: false }}
          onChange={(values) => setDragged([values[0] ?? lowest, values[1] ?? highest])}
          onChangeEnd={(values) => choose(values[0] ?? lowest, values[1] ?? highest)}
        >
          <SliderTrack className={styles.track ?? ''}>
            <SliderThumb
              className={styles.thumb ?? ''}
              index={0}
              aria-label={words.say('cohort.from', { variable: name })}
            />
            <SliderThumb
              className={styles.thumb ?? ''}
              index={1}
              aria-label={words.say('cohort.to', { variable: name })}
            />
          </SliderTrack>
        </Slider>
        {/* Chromium describes the number fields of a page to its maker's autofill service, but not those of a search form. */}
        <form
          className={styles.numbers}
          action="./search"
          aria-label={name}
          onSubmit={(event) => event.preventDefault()}
        >
          <NumberField
            className={styles.numberField ?? ''}
            aria-label={words.say('cohort.from', { variable: name })}
            value={dragged[0]}
            minValue={lowest}
            maxValue={dragged[1]}
            step={step}
            formatOptions={{ useGrouping: false }}
            onChange={(from) => choose(Number.isNaN(from) ? lowest : from, dragged[1])}
          >
            <Input className={styles.number ?? ''} />
          </NumberField>
          <NumberField
            className={styles.numberField ?? ''}
            aria-label={words.say('cohort.to', { variable: name })}
            value={dragged[1]}
            minValue={dragged[0]}
            maxValue={highest}
            step={step}
            formatOptions={{ useGrouping: false }}
            onChange={(to) => choose(dragged[0], Number.isNaN(to) ? highest : to)}
          >
            <Input className={styles.number ?? ''} />
          </NumberField>
        </form>
      </div>
    </Facet>
  );
}, sameFacet);
