import type { NumberFactId } from '@core/cohort/fact-vocabulary';
import { useWords } from '@language/use-words';
import { NumberBox } from '@view/ui/NumberBox';
import { memo } from 'react';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import styles from './chart-card.module.css';

interface Props {
  readonly fact: NumberFactId;
  readonly lowest: number;
  readonly highest: number;
  readonly decimals: number;
  readonly from: number;
  readonly to: number;
  /** While a thumb is moved. */
  readonly onMove: (from: number, to: number) => void;
  /** When it is let go. */
  readonly onMoved: () => void;
  /** A number was typed. */
  readonly onType: (from: number, to: number) => void;
}

/** A slider with two thumbs, and the two numbers to type. */
export const RangeControls = memo(function RangeControls(props: Props) {
  const { fact, lowest, highest, decimals, from, to, onMove, onMoved, onType } = props;
  const { say } = useWords();
  const name = say(`clinic.${fact}`);
  const step = 10 ** -decimals;
  return (
    <>
      <Slider
        aria-label={name}
        minValue={lowest}
        maxValue={highest}
        step={step}
        value={[from, to]}
        formatOptions={{ useGrouping: false }}
        onChange={(values) => onMove(values[0] ?? lowest, values[1] ?? highest)}
        onChangeEnd={onMoved}
      >
        <SliderTrack className={styles.track ?? ''}>
          <SliderThumb
            className={styles.thumb ?? ''}
            index={0}
            aria-label={say('cohort.from', { variable: name })}
          />
          <SliderThumb
            className={styles.thumb ?? ''}
            index={1}
            aria-label={say('cohort.to', { variable: name })}
          />
        </SliderTrack>
      </Slider>
      <div className={styles.numbers}>
        <NumberBox
          label={say('cohort.from', { variable: name })}
          labelHidden
          changes="leaving"
          value={from}
          least={lowest}
          most={to}
          step={step}
          decimals={decimals}
          onChange={(next) => onType(next ?? lowest, to)}
        />
        <NumberBox
          label={say('cohort.to', { variable: name })}
          labelHidden
          changes="leaving"
          value={to}
          least={from}
          most={highest}
          step={step}
          decimals={decimals}
          onChange={(next) => onType(from, next ?? highest)}
        />
      </div>
    </>
  );
});
