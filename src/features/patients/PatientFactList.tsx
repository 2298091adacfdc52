import { factGroups, factIds, type PatientFacts, facts as vocabulary } from '@core/cohort/fact-vocabulary';
import { factWithUnit } from '@language/fact-text';
import { useWords } from '@language/use-words';
import { useId } from 'react';
import styles from './patient-fact-list.module.css';

/** Every fact of one patient, group by group; not known is a quiet dash. */
export function PatientFactList({ facts }: { readonly facts: PatientFacts }) {
  const words = useWords();
  const titleId = useId();
  return (
    <section className={styles.facts} aria-labelledby={titleId}>
      <h3 id={titleId}>{words.say('patients.facts')}</h3>
      <div className={styles.groups}>
        {factGroups.map((group) => (
          <div key={group} className={styles.group}>
            <h4>{words.say(`patients.group.${group}`)}</h4>
            <dl>
              {factIds
                .filter((fact) => vocabulary[fact].group === group)
                .map((fact) => {
                  const value = facts[fact];
                  return (
                    <div key={fact} className={styles.fact}>
                      <dt>{words.say(`clinic.${fact}`)}</dt>
                      {value === null ? (
                        <dd className={styles.unknown}>
                          <span aria-hidden="true">–</span>
                          <span className="visually-hidden">{words.say('patients.notKnown')}</span>
                        </dd>
                      ) : (
                        <dd>{factWithUnit(words, fact, value)}</dd>
                      )}
                    </div>
                  );
                })}
            </dl>
          </div>
        ))}
      </div>
    </section>
  );
}
