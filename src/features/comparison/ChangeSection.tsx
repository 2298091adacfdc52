import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { cohortDifference } from '@core/cohort/cohort-difference';
import { cohortOverlap } from '@data/queries/cohort-overlap';
import { useWords } from '@language/use-words';
import { useAnswer } from '@session/use-answer';
import { useFigureCode } from '@session/use-figure-code';
import { FigureCode } from '@view/figures/FigureCode';
import { FigureState } from '@view/figures/FigureState';
import { Button } from '@view/ui/Button';
import { ChoiceField } from '@view/ui/ChoiceField';
import { FigureFrame } from '@view/ui/FigureFrame';
import { useMemo, useState } from 'react';
import { ChangeList } from './ChangeList';
import styles from './comparison-view.module.css';
import { type ComparedGroup, type ComparisonChoice, currentId } from './use-comparison';

type Version = ComparedGroup & { readonly cohort: CohortDefinition };

/** Two versions of a cohort: what was done to the rules, and what that did to the patients. */
export function ChangeSection({ options }: ComparisonChoice) {
  const versions = options.filter((option): option is Version => option.cohort !== null);
  return versions.length < 2 ? null : <TwoVersions versions={versions} />;
}

function TwoVersions({ versions }: { readonly versions: readonly Version[] }) {
  const { say } = useWords();
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const after = versions.find(({ id }) => id === (to ?? currentId)) ?? versions.at(-1);
  const before =
    versions.find(({ id }) => id === from) ?? versions.filter(({ id }) => id !== after?.id).at(-1);
  const cohorts = useMemo(
    () => [before, after].flatMap((version) => (version === undefined ? [] : [version.cohort])),
    [before, after],
  );
  const asked = useMemo(() => ({ cohorts }), [cohorts]);
  const state = useAnswer(cohortOverlap, asked);
  const code = useFigureCode({ title: say('comparison.change'), question: cohortOverlap, parameters: asked });
  if (before === undefined || after === undefined) return null;
  const choices = versions.map(({ id, name }) => ({ id, label: name }));
  const answer = state.kind === 'answered' ? state.answer : null;
  const [, left = 0, entered = 0, stayed = 0] = answer?.counts ?? [];
  return (
    <FigureCode code={code}>
      <FigureFrame
        title={say('comparison.change')}
        tableLabel={say('figure.table')}
        refreshing={state.kind === 'answered' && state.refreshing}
        {...(answer === null
          ? {}
          : {
              summary: say('comparison.changeCounts', {
                before: left + stayed,
                after: entered + stayed,
                stayed,
                entered,
                left,
              }),
            })}
        controls={
          <div className={styles.versions}>
            <ChoiceField
              label={say('comparison.before')}
              options={choices}
              chosen={before.id}
              onChoose={setFrom}
            />
            <ChoiceField
              label={say('comparison.after')}
              options={choices}
              chosen={after.id}
              onChoose={setTo}
            />
            <Button
              onPress={() => {
                setFrom(after.id);
                setTo(before.id);
              }}
            >
              {say('comparison.swap')}
            </Button>
          </div>
        }
      >
        <FigureState state={state} height={80} empty={false} emptyText="">
          {answer === null || answer.cohorts.length < 2 ? null : (
            <ChangeList
              changes={cohortDifference(
                answer.cohorts[0] ?? before.cohort,
                answer.cohorts[1] ?? after.cohort,
              )}
              keptOutAlone={answer.keptOutAlone}
            />
          )}
        </FigureState>
      </FigureFrame>
    </FigureCode>
  );
}
