import {
  type EligibilityTable,
  eligibilityFunnel,
  type StepAnswers,
} from '@core/analyses/eligibility-funnel';
import type { AnswerState } from '@core/base/answer-state';
import { useWords } from '@language/use-words';
import { answerBarsHeight } from '@view/charts/answer-bars';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { useCallback, useMemo } from 'react';
import { eligibilityChart } from './eligibility-chart';
import { PlottedFigure } from './PlottedFigure';

interface Props {
  readonly state: AnswerState<EligibilityTable>;
  readonly onDrawn?: () => void;
}

/** From treatment to a stop: each step and each rule answered met, not met or not known, and who has stopped. */
export function EligibilityFigure({ state, onDrawn }: Props) {
  const words = useWords();
  const { say, number } = words;
  const table = state.kind === 'answered' ? state.answer : null;
  const funnel = useMemo(() => (table === null ? null : eligibilityFunnel(table)), [table]);
  const steps = useMemo(() => funnel?.steps ?? [], [funnel]);
  const chart = useCallback((width: number) => eligibilityChart({ steps }, words, { width }), [steps, words]);
  const columns = useMemo((): readonly DataColumn<StepAnswers>[] => {
    const counts = ['met', 'notMet', 'unknown', 'stopped', 'stoppedOtherwise'] as const;
    return [
      {
        id: 'step',
        header: say('eligibility.column.step'),
        cell: ({ step }) => say(`eligibility.step.${step}`),
      },
      ...counts.map((id) => ({
        id,
        header: say(`eligibility.column.${id}`),
        cell: (row: StepAnswers) => number(row[id]),
        numeric: true,
      })),
    ];
  }, [say, number]);
  const empty = funnel !== null && funnel.treated === 0;
  const title = say('eligibility.figure');
  const summary =
    funnel === null || empty
      ? ''
      : say('eligibility.summary', {
          treated: funnel.treated,
          stopped: funnel.stopped,
          eligible: funnel.steps.find(({ step }) => step === 'eln2020_minimal')?.met ?? 0,
        });
  return (
    <PlottedFigure
      title={title}
      summary={summary}
      state={state}
      empty={empty}
      emptyText={say('eligibility.nobody')}
      options={chart}
      height={answerBarsHeight(Math.max(1, steps.length))}
      onDrawn={onDrawn}
      notes={
        funnel === null ? undefined : (
          <>
            <p>{say('eligibility.denominator', { treated: funnel.treated, patients: funnel.patients })}</p>
            <p>{say('eligibility.method')}</p>
          </>
        )
      }
      table={
        <DataTable caption={say('figure.tableOf', { title })} captionHidden columns={columns} rows={steps} />
      }
    />
  );
}
