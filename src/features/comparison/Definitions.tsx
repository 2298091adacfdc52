import { cohortDescription } from '@language/cohort-description';
import { useWords } from '@language/use-words';
import { Expander } from '@view/ui/Expander';
import styles from './comparison-view.module.css';
import type { ComparedGroup } from './use-comparison';

/** Each chosen cohort in sentences. */
export function Definitions({ chosen }: { readonly chosen: readonly ComparedGroup[] }) {
  const words = useWords();
  return (
    <Expander label={words.say('comparison.definitions')} level={2} look="link">
      <div className={styles.definitions}>
        {chosen.map(({ id, name, cohort }) =>
          cohort === null ? null : (
            <section key={id} aria-label={name}>
              <h3>{name}</h3>
              <ul>
                {cohortDescription(words, cohort).map((sentence, place) => (
                  <li key={JSON.stringify([sentence, place])}>{sentence}</li>
                ))}
              </ul>
            </section>
          ),
        )}
      </div>
    </Expander>
  );
}
