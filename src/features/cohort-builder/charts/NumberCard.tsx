import { facts } from '@core/cohort/fact-vocabulary';
import type { NumberChart } from '@data/queries/cohort-charts';
import { quantity } from '@language/number-text';
import { useWords } from '@language/use-words';
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { binNames } from './bin-names';
import { bounds, brushedNumbers, placesOf, rangeOf } from './brush-range';
import { ChartCard } from './ChartCard';
import { cardCounts } from './card-counts';
import { type CardProps, sameCard } from './card-props';
import styles from './chart-card.module.css';
import { Histogram } from './Histogram';
import { RangeControls } from './RangeControls';
import { useBrush } from './use-brush';

/** One fact with numbers: a histogram to brush, a slider with two thumbs, and the two numbers to type. */
export const NumberCard = memo(function NumberCard(props: CardProps<NumberChart>) {
  const { chart, rule, onRule, drawing } = props;
  const { fact, bins } = chart;
  const words = useWords();
  const { decimals, unit } = facts[fact];
  const [start, end] = [bins[0]?.from ?? 0, bins.at(-1)?.to ?? 1];
  const scale = useMemo(() => ({ start, end, decimals }), [start, end, decimals]);
  const { lowest, highest } = bounds(scale);
  const range = rule?.condition.kind === 'range' ? rule.condition : null;
  const low = Math.min(highest, Math.max(lowest, range?.min ?? lowest));
  const high = Math.max(low, Math.min(highest, range?.max ?? highest));
  const [dragged, setDragged] = useState<readonly [number, number]>([low, high]);
  useEffect(() => setDragged([low, high]), [low, high]);
  const name = words.say(`clinic.${fact}`);
  const chosenPart = useRef<HTMLSpanElement>(null);
  const brushed = useRef<readonly [number, number] | null>(null);

  const unknown = rule?.unknown ?? 'exclude';
  const ruleOf = useCallback(
    (from: number, to: number) => {
      const asked = rangeOf(scale, from, to);
      return asked === null ? null : { condition: { kind: 'range', fact, ...asked } as const, unknown };
    },
    [scale, fact, unknown],
  );
  const move = useCallback(
    (from: number, to: number) => {
      setDragged([from, to]);
      drawing.draw(fact, ruleOf(from, to));
    },
    [drawing, fact, ruleOf],
  );
  const type = useCallback(
    (from: number, to: number) => onRule(fact, ruleOf(from, to)),
    [onRule, fact, ruleOf],
  );
  /** The part chosen is moved by hand: a redraw of React at every frame would hold up that of the other charts. */
  const mark = ([from, to]: readonly [number, number]) => {
    const element = chosenPart.current;
    if (element === null) return;
    const [left, right] = placesOf(scale, from, to);
    element.hidden = range === null && brushed.current === null && from === lowest && to === highest;
    element.style.left = `${100 * left}%`;
    element.style.width = `${100 * (right - left)}%`;
  };
  useLayoutEffect(() => mark(brushed.current ?? dragged));
  const brush = useBrush({
    chosen: range === null ? null : placesOf(scale, low, high),
    onDraw: (one, other) => {
      const numbers = brushedNumbers(scale, one, other);
      brushed.current = numbers;
      mark(numbers);
      drawing.draw(fact, ruleOf(...numbers));
    },
    onKeep: () => {
      brushed.current = null;
      drawing.keep();
    },
    onDrop: () => {
      brushed.current = null;
      mark(dragged);
      drawing.drop();
    },
    onClear: () => {
      if (rule !== null) onRule(fact, null);
    },
  });
  const bars = bins.length;
  const names = useMemo(() => binNames(words, fact, { ...scale, bars }), [words, fact, scale, bars]);
  const counts = useMemo(() => {
    const rows = chart.bins.map(({ from, to: _, ...counted }, at) => ({
      id: String(from),
      name: names[at] ?? '',
      ...counted,
    }));
    return cardCounts(rows, { ...chart.unknown, id: '', name: words.say('explorer.notKnown') });
  }, [chart, names, words]);

  return (
    <ChartCard {...props} counts={counts}>
      <div
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
            <span ref={chosenPart} className={styles.chosen} hidden />
            <Histogram bins={bins} />
          </div>
          <div className={styles.ends} aria-hidden="true">
            <span>{quantity(words, lowest, unit)}</span>
            <span>{quantity(words, highest, unit)}</span>
          </div>
        </div>
        <RangeControls
          fact={fact}
          lowest={lowest}
          highest={highest}
          decimals={decimals}
          from={dragged[0]}
          to={dragged[1]}
          onMove={move}
          onMoved={drawing.keep}
          onType={type}
        />
      </div>
    </ChartCard>
  );
}, sameCard);
