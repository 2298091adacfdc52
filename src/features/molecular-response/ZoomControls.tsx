import { useWords } from '@language/use-words';
import { lastMonth, type Period, shortestPeriod } from '@session/url-choices';
import { Button } from '@view/ui/Button';
import { NumberBox } from '@view/ui/NumberBox';
import styles from './molecular-response-view.module.css';

interface Props {
  readonly period: Period;
  readonly isZoomed: boolean;
  readonly onPeriod: (period: Period | null) => void;
}

/** The months in sight, to be typed: what dragging over the curve does, without a pointer. */
export function ZoomControls({ period, isZoomed, onPeriod }: Props) {
  const { say } = useWords();
  const { fromMonth, toMonth } = period;
  return (
    <div className={styles.zoom}>
      <NumberBox
        label={say('response.zoomFrom')}
        value={fromMonth}
        changes="leaving"
        least={0}
        most={toMonth - shortestPeriod}
        step={3}
        decimals={0}
        onChange={(month) => onPeriod({ fromMonth: month ?? 0, toMonth })}
      />
      <NumberBox
        label={say('response.zoomTo')}
        value={toMonth}
        changes="leaving"
        least={fromMonth + shortestPeriod}
        most={lastMonth}
        step={3}
        decimals={0}
        onChange={(month) => onPeriod({ fromMonth, toMonth: month ?? lastMonth })}
      />
      <Button isDisabled={!isZoomed} onPress={() => onPeriod(null)}>
        {say('response.zoomReset')}
      </Button>
    </div>
  );
}
