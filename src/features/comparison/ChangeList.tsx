import type { CohortChange } from '@core/cohort/cohort-difference';
import { changeSentence } from '@language/cohort-description';
import { useWords, type Words } from '@language/use-words';
import styles from './comparison-view.module.css';

interface Props {
  readonly changes: readonly CohortChange[];
  /** Before and after: patients whom the index event and each rule alone keep out. */
  readonly keptOutAlone: readonly (readonly number[])[];
}

/** The steps from one version to the other, each with what the rule does by itself. */
export function ChangeList({ changes, keptOutAlone }: Props) {
  const words = useWords();
  if (changes.length === 0) return <p>{words.say('comparison.same')}</p>;
  return (
    <ul className={styles.changes}>
      {changes.map((change) => (
        <li key={JSON.stringify(change)} data-kind={change.kind}>
          <span>{changeSentence(words, change)}</span>{' '}
          <span className={styles.alone}>{aloneText(words, change, keptOutAlone)}</span>
        </li>
      ))}
    </ul>
  );
}

function aloneText(
  words: Words,
  change: CohortChange,
  [before = [], after = []]: Props['keptOutAlone'],
): string {
  // Step 0 is the index event.
  const count = (steps: readonly number[], place: number) => steps[place + 1] ?? 0;
  switch (change.kind) {
    case 'added':
      return words.say('comparison.alone', { count: count(after, change.to) });
    case 'removed':
      return words.say('comparison.aloneWas', { count: count(before, change.from) });
    case 'changed':
    case 'policy':
      return words.say('comparison.aloneBoth', {
        before: count(before, change.from),
        after: count(after, change.to),
      });
    case 'index':
      return words.say('comparison.aloneBoth', { before: count(before, -1), after: count(after, -1) });
    default:
      return '';
  }
}
