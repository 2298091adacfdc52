import { type CohortDefinition, type CohortRule, withRules } from '@core/cohort/cohort-definition';
import { saysTheSame } from '@core/cohort/same-definition';
import { cohortDescription } from '@language/cohort-description';
import { ruleSentence } from '@language/cohort-sentence';
import { linkFaultText } from '@language/link-fault-text';
import { useWords } from '@language/use-words';
import { useCohortCharts } from '@session/use-cohort-charts';
import { useCohort, useCohortEditor, useUnreadChoices, useUrlChoice } from '@session/use-url';
import { useWorkspace } from '@session/use-workspace';
import { Link } from '@tanstack/react-router';
import { Expander } from '@view/ui/Expander';
import { memo, useCallback, useRef } from 'react';
import { Button } from 'react-aria-components';
import { CohortMenu } from './CohortMenu';
import styles from './cohort-bar.module.css';
import { StepButtons } from './StepButtons';

/** Who is in, on every screen: the count, steps back and forth, named cohorts, one chip per rule, and all of it in words. */
export const CohortBar = memo(function CohortBar({ editable }: { readonly editable: boolean }) {
  const words = useWords();
  const { cohort, faults } = useCohort();
  const unread = [...faults.map((fault) => linkFaultText(words, fault)), ...useUnreadChoices()];
  return (
    <div className={styles.bar}>
      <CohortName cohort={cohort} />
      <CohortCount />
      <div className={styles.tools}>
        <StepButtons />
        <CohortMenu />
      </div>
      <SamplesChip />
      <RuleChips rules={cohort.rules} />
      {editable ? (
        <Link to="/cohort" search={((before: unknown) => before) as never} className={styles.edit}>
          {words.say('cohort.edit')}
        </Link>
      ) : null}
      <div className={styles.words}>
        <Expander label={words.say('workspace.inWords')} level={2} look="link">
          <InWords cohort={cohort} />
        </Expander>
      </div>
      {unread.length === 0 ? null : (
        <p className={styles.faults} role="status">
          {words.say('link.faults', { parameters: words.list(unread) })}
        </p>
      )}
    </div>
  );
});

/** What the reader calls the current cohort, if anything. */
function CohortName({ cohort }: { readonly cohort: CohortDefinition }) {
  const { workspace } = useWorkspace();
  const named = workspace.cohorts.find((one) => saysTheSame(one.cohort, cohort));
  return named === undefined ? null : <p className={styles.name}>{named.name}</p>;
}

/** The one part that follows every count: the buttons around it are not drawn again. */
function CohortCount() {
  const { say } = useWords();
  const counts = useCohortCharts();
  return (
    <p className={styles.count} role="status" aria-busy={counts.kind === 'answered' && counts.refreshing}>
      {counts.kind === 'answered'
        ? say('cohort.count', { inCohort: counts.answer.inCohort, patients: counts.answer.patients })
        : say(counts.kind === 'failed' ? 'figure.failed' : 'figure.asking')}
    </p>
  );
}

/** Which samples are read, where the reader chose. */
function SamplesChip() {
  const { say } = useWords();
  const [samples, setSamples] = useUrlChoice('samples');
  return samples === undefined ? null : (
    <span className={styles.chip}>
      {say('quality.validatedOnly')}
      <Button
        className={styles.remove ?? ''}
        aria-label={say('quality.readAll')}
        onPress={() => setSamples(undefined)}
      >
        ✕
      </Button>
    </span>
  );
}

function RuleChips({ rules }: { readonly rules: readonly CohortRule[] }) {
  const words = useWords();
  const { editCohort } = useCohortEditor();
  const chips = useRef<HTMLUListElement>(null);
  const remove = useCallback(
    (place: number) => {
      editCohort((before) => withRules(before, before.rules.toSpliced(place, 1)));
      // The button goes with its chip: the keyboard stays at the list.
      chips.current?.focus();
    },
    [editCohort],
  );
  return (
    <ul ref={chips} tabIndex={-1} className={styles.chips} aria-label={words.say('cohort.rules')}>
      {rules.map((rule, place) => (
        <RuleChip
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule that is edited keeps its chip.
          key={place}
          sentence={ruleSentence(words, rule)}
          place={place}
          onRemove={remove}
        />
      ))}
    </ul>
  );
}

interface ChipProps {
  readonly sentence: string;
  readonly place: number;
  readonly onRemove: (place: number) => void;
}

const RuleChip = memo(function RuleChip({ sentence, place, onRemove }: ChipProps) {
  const { say } = useWords();
  return (
    <li className={styles.chip}>
      {sentence}
      <Button
        className={styles.remove ?? ''}
        aria-label={say('cohort.clearRule', { rule: sentence })}
        onPress={() => onRemove(place)}
      >
        ✕
      </Button>
    </li>
  );
});

/** Rendered when it is opened. */
function InWords({ cohort }: { readonly cohort: CohortDefinition }) {
  const words = useWords();
  return (
    <ul className={styles.sentences}>
      {cohortDescription(words, cohort).map((sentence, place) => (
        <li key={JSON.stringify([sentence, place])}>{sentence}</li>
      ))}
    </ul>
  );
}
