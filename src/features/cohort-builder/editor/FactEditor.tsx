import { everyone } from '@core/cohort/cohort-definition';
import { facts } from '@core/cohort/fact-vocabulary';
import { emptyFactDraft, type FactDraft } from '@core/cohort/rule-draft';
import { cohortCharts } from '@data/queries/cohort-charts';
import { factCode } from '@language/code-name';
import { useWords } from '@language/use-words';
import { useAnswer } from '@session/use-answer';
import { GroupedChoice } from '@view/ui/GroupedChoice';
import { useMemo } from 'react';
import { groupedFacts } from '../fact-groups';
import { CodeChoice } from './CodeChoice';
import { RangeFields } from './RangeFields';

interface Props {
  readonly draft: FactDraft;
  readonly faultAt: (field: string) => string | undefined;
  readonly onChange: (draft: FactDraft) => void;
}

/** A rule on one fact of the patient: its categories, or its numbers from and to. */
export function FactEditor({ draft, faultAt, onChange }: Props) {
  const words = useWords();
  const { fact } = draft;
  const groups = useMemo(() => groupedFacts(words), [words]);
  const state = useAnswer(
    cohortCharts,
    useMemo(() => ({ cohort: everyone, facts: [fact] }), [fact]),
  );
  const chart = state.kind === 'answered' ? state.answer.charts.find((one) => one.fact === fact) : undefined;
  const vocabulary = facts[fact];
  return (
    <>
      <GroupedChoice
        label={words.say('editor.fact')}
        groups={groups}
        chosen={fact}
        onChoose={(next) => {
          if (next !== fact) onChange(emptyFactDraft(next));
        }}
      />
      {vocabulary.kind === 'number' ? (
        <RangeFields
          unit={vocabulary.unit}
          range={draft.range}
          fault={faultAt('range')}
          onChange={(range) => onChange({ ...draft, range })}
        />
      ) : (
        <CodeChoice
          label={words.say(`clinic.${fact}`)}
          codes={
            chart?.kind === 'category'
              ? chart.levels.flatMap(({ level, patients }) =>
                  level === null ? [] : [{ code: level, name: factCode(words, fact, level), held: patients }],
                )
              : []
          }
          chosen={draft.values}
          fault={faultAt('values')}
          onChange={(values) => onChange({ ...draft, values })}
        />
      )}
    </>
  );
}
