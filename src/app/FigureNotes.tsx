import { keptRules, mayKeepRules, withRulesKept } from '@core/cohort/kept-rules';
import { contractRuleSentence } from '@language/contract-rule';
import { sampleNotes } from '@language/sample-note';
import { useWords } from '@language/use-words';
import { ShownPatientsContext, useCohortWarnings, useIsSlowToCheck } from '@session/use-cohort-warnings';
import { useExtract } from '@session/use-extract';
import { useCohort, useCohortEditor } from '@session/use-url';
import { Button } from '@view/ui/Button';
import { Expander } from '@view/ui/Expander';
import { Toggle } from '@view/ui/Toggle';
import { use, useMemo, useState } from 'react';
import styles from './figure-notes.module.css';

/** What stands under every figure about patients: which samples are read, and which warnings touch the patients. */
export function FigureNotes() {
  const words = useWords();
  const { samples } = useExtract();
  return (
    <>
      {sampleNotes(words, samples).map((note) => (
        <p key={note}>{note}</p>
      ))}
      <Warnings />
    </>
  );
}

function Warnings() {
  const { say } = useWords();
  const { cohort } = useCohort();
  const { editCohort } = useCohortEditor();
  const isSlow = useIsSlowToCheck();
  const [isAsked, setAsked] = useState(false);
  const shown = use(ShownPatientsContext);
  const asked = useMemo(() => ({ cohort, shown }), [cohort, shown]);
  const state = useCohortWarnings(asked, isAsked || !isSlow);
  if (isSlow && !isAsked && state.kind === 'asking') {
    return (
      <p>
        {say('quality.slow')} <Button onPress={() => setAsked(true)}>{say('quality.check')}</Button>
      </p>
    );
  }
  if (state.kind === 'failed') return <p>{say('quality.notChecked')}</p>;
  if (state.kind !== 'answered') return <p>{say('quality.checking')}</p>;
  const { patients, touched, rules } = state.answer;
  const kept = keptRules(cohort);
  const listed = [
    ...rules,
    ...kept.filter((id) => !rules.some(({ rule }) => rule === id)).map((rule) => ({ rule, patients: 0 })),
  ];
  const keep = (next: readonly string[]) => editCohort((before) => withRulesKept(before, next));
  return (
    <>
      <p>
        {say('quality.touchedOf', {
          touched,
          patients,
          of: shown === null ? 'cohort' : 'figure',
          left: kept.length,
        })}
      </p>
      <p className={styles.buttons}>
        {touched === 0 || !mayKeepRules(cohort) ? null : (
          <Button onPress={() => keep([...new Set([...kept, ...rules.map(({ rule }) => rule)])])}>
            {say('quality.withoutAll', { touched })}
          </Button>
        )}
        {kept.length === 0 ? null : <Button onPress={() => keep([])}>{say('quality.withAll')}</Button>}
      </p>
      {listed.length === 0 ? null : (
        <Expander label={say('quality.byRule')} level={3} look="link">
          <WarningList shown={listed} kept={kept} onKeep={mayKeepRules(cohort) ? keep : null} />
        </Expander>
      )}
    </>
  );
}

interface ListProps {
  readonly shown: readonly { readonly rule: string; readonly patients: number }[];
  readonly kept: readonly string[];
  /** `null`: the cohort has as many rules as one can have. */
  readonly onKeep: ((kept: readonly string[]) => void) | null;
}

function WarningList({ shown, kept, onKeep }: ListProps) {
  const { say, language } = useWords();
  return (
    <ul className={styles.warnings}>
      {shown.map(({ rule, patients }) => {
        const sentence = contractRuleSentence(rule, language);
        const isOn = kept.includes(rule);
        return (
          <li key={rule}>
            <span>{say('quality.ruleBroken', { rule: sentence, patients })}</span>
            {onKeep === null ? null : (
              <Toggle
                label={say('quality.without')}
                fullLabel={say('quality.withoutRule', { rule: sentence })}
                isOn={isOn}
                onChange={(on) => onKeep(on ? [...kept, rule] : kept.filter((one) => one !== rule))}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
