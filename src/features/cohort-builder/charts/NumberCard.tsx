import { facts } from '@core/cohort/fact-vocabulary';
import type { NumberChart } from '@data/queries/cohort-charts';
import { quantity, rangeText } from '@language/number-text';
import { useWords } from '@language/use-words';
import { memo, useEffect, useRef, useState } from 'react';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { NumberBox } from '../NumberBox';
import { bounds, brushedNumbers, placesOf, rangeOf } from './brush-range';
import { ChartCard } from './ChartCard';
import { type CardProps, sameCard } from './card-props';
import styles from './chart-card.module.css';
import { Histogram } from './Histogram';
import { useBrush } from './use-brush';

/** One fact with numbers: a histogram to brush, a slider with two thumbs, and the two numbers to type. */
export const NumberCard = memo(function NumberCard(props: CardProps<NumberChart>) {
  const { chart, rule, onRule, drawing } = props;
  const { fact, bins } = chart;
  const words = useWords();
  const { decimals, unit } = facts[fact];
  const scale = { start: bins[0]?.from ?? 0, end: bins.at(-1)?.to ?? 1, decimals };
  const { lowest, highest } = bounds(scale);
  const range = rule?.condition.kind === 'range' ? rule.condition : null;
  const low = Math.min(highest, Math.max(lowest, range?.min ?? lowest));
  const high = Math.max(low, Math.min(highest, range?.max ?? highest));
  const [dragged, setDragged] = useState<readonly [number, number]>([low, high]);
  useEffect(() => setDragged([low, high]), [low, high]);
  const name = words.say(`clinic.${fact}`);
  const field = useRef<HTMLDivElement>(null);

  const ruleOf = (from: number, to: number) => {
    const asked = rangeOf(scale, from, to);
    return asked === null
      ? null
      : {
          condition: { kind: 'range', fact, ...asked } as const,
          unknown: rule?.unknown ?? ('exclude' as const),
        };
  };
  const draw = (from: number, to: number) => drawing.draw(fact, ruleOf(from, to));
  const brush = useBrush({
    chosen: range === null ? null : placesOf(scale, low, high),
    onDraw: (one, other) => draw(...brushedNumbers(scale, one, other)),
    onKeep: drawing.keep,
    onDrop: drawing.drop,
    onClear: () => {
      if (rule !== null) onRule(fact, null);
    },
  });
  const [start, end] = placesOf(scale, dragged[0], dragged[1]);
  const isChosen = range !== null || dragged[0] !== lowest || dragged[1] !== highest;
  const rows = bins.map((bin) => ({
    ...bin,
    name: rangeText(
      words,
      bin.to - bin.from === 1 && decimals === 0
        ? { min: bin.from, max: bin.from }
        : { min: Number(bin.from.toFixed(decimals)), max: Number(bin.to.toFixed(decimals)), maxOpen: true },
      unit,
    ),
  }));

  return (
    <ChartCard {...props} rows={rows} unknown={{ ...chart.unknown, name: words.say('explorer.notKnown') }}>
      <div
        ref={field}
        className={styles.range}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && rule !== null) onRule(fact, null);
        }}
      >
        <div className={styles.histogram}>
          <div
            className={styles.brush}
            role="img"
            aria-label={words.say('cohort.histogram', { variable: name })}
            {...brush}
          >
            {isChosen ? (
              <span
                className={styles.chosen}
                style={{ left: `${100 * start}%`, width: `${100 * (end - start)}%` }}
              />
            ) : null}
            <Histogram bins={bins} />
          </div>
          <div className={styles.ends} aria-hidden="true">
            <span>{quantity(words, lowest, unit)}</span>
            <span>{quantity(words, highest, unit)}</span>
          </div>
        </div>
        <Slider
          aria-label={name}
          minValue={lowest}
          maxValue={highest}
          step={10 ** -decimals}
          value={[...dragged]}
          formatOptions={{ useGrouping: false }}
          onChange={(values) => {
            setDragged([values[0] ?? lowest, values[1] ?? highest]);
            draw(values[0] ?? lowest, values[1] ?? highest);
          }}
          onChangeEnd={() => drawing.keep()}
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
        <div className={styles.numbers}>
          <NumberBox
            label={words.say('cohort.from', { variable: name })}
            labelHidden
            changes="leaving"
            value={dragged[0]}
            least={lowest}
            most={dragged[1]}
            step={10 ** -decimals}
            decimals={decimals}
            onChange={(from) => onRule(fact, ruleOf(from ?? lowest, dragged[1]))}
          />
          <NumberBox
            label={words.say('cohort.to', { variable: name })}
            labelHidden
            changes="leaving"
            value={dragged[1]}
            least={dragged[0]}
            most={highest}
            step={10 ** -decimals}
            decimals={decimals}
            onChange={(to) => onRule(fact, ruleOf(dragged[0], to ?? highest))}
          />
        </div>
      </div>
    </ChartCard>
  );
}, sameCard);
