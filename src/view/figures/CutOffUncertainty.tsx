import type { PredictorMarkerId } from '@core/domain/early-predictor';
import type { CutOffPart, OptimalCutOff } from '@core/statistics/roc/optimal-cut-off';
import { useWords, type Words } from '@language/use-words';
import { Button } from '@view/ui/Button';
import { Notice } from '@view/ui/Notice';
import { shareText } from './estimate-text';
import styles from './milestone.module.css';
import { markerName, markerText } from './predictor-words';

interface Props {
  readonly marker: PredictorMarkerId;
  readonly state:
    | { readonly kind: 'idle' | 'failed' }
    | { readonly kind: 'running'; readonly done: number }
    | { readonly kind: 'answered'; readonly cutOff: OptimalCutOff };
  readonly replicates: number;
  readonly onStart: () => void;
  readonly onCancel: () => void;
}

/** The bootstrap of the cut-off: asked for, watched, stopped, and its interval. */
export function CutOffUncertainty({ marker, state, replicates, onStart, onCancel }: Props) {
  const words = useWords();
  const { say } = words;
  return (
    <section
      className={styles.explanation}
      aria-label={say('predictors.cutOff', { marker: markerName(marker, words) })}
    >
      <h3>{say('predictors.cutOff', { marker: markerName(marker, words) })}</h3>
      <p role="status">
        {state.kind === 'running' ? say('predictors.cutOffRunning', { done: state.done, replicates }) : null}
        {state.kind === 'answered' ? answerText(marker, state.cutOff, words) : null}
      </p>
      {state.kind === 'failed' ? <Notice tone="danger" title={say('predictors.cutOffFailed')} /> : null}
      <div className={styles.openers}>
        {state.kind === 'running' ? (
          <Button onPress={onCancel}>{say('predictors.cutOffCancel')}</Button>
        ) : (
          <Button onPress={onStart}>{say('predictors.cutOffAsk', { replicates })}</Button>
        )}
      </div>
    </section>
  );
}

function answerText(
  marker: PredictorMarkerId,
  { threshold, sensitivity, specificity, replicates }: OptimalCutOff,
  words: Words,
): string {
  if (threshold === null || sensitivity === null || specificity === null)
    return words.say('predictors.cutOffUndefined');
  const limit = (bound: number | null | undefined) =>
    bound == null ? '–' : markerText(marker, bound, words);
  const range = ({ interval }: CutOffPart) =>
    words.say('figure.interval', {
      lower: shareText(interval?.lower ?? null, words),
      upper: shareText(interval?.upper ?? null, words),
    });
  return words.say('predictors.cutOffAnswer', {
    threshold: markerText(marker, threshold.estimate, words),
    lower: limit(threshold.interval?.lower),
    upper: limit(threshold.interval?.upper),
    replicates,
    sensitivity: shareText(sensitivity.estimate, words),
    sensitivityInterval: range(sensitivity),
    specificity: shareText(specificity.estimate, words),
    specificityInterval: range(specificity),
  });
}
