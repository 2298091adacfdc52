import { useWords, type Words } from '@language/use-words';
import { workbench } from '@session/use-workbench';
import type { RunOutcome, WorkbenchTab } from '@session/workbench-store';
import { Notice } from '@view/ui/Notice';
import { ViewTabs } from '@view/ui/ViewTabs';
import { useState } from 'react';
import { AnswerColumns } from './AnswerColumns';
import { AnswerRows } from './AnswerRows';
import { ChartPanel } from './ChartPanel';
import { EstimatePanel } from './EstimatePanel';
import { RunningClock } from './RunningClock';
import { lineAndColumn, secondsText } from './run-text';
import styles from './workbench-view.module.css';

const views = ['rows', 'columns', 'chart', 'estimate'] as const;
type View = (typeof views)[number];

interface Props {
  readonly tab: WorkbenchTab;
  readonly outcome: RunOutcome;
}

/** What became of a statement: its answer in four views, its plan, or why there is none. */
export function OutcomePanel({ tab, outcome }: Props) {
  const words = useWords();
  const { say } = words;
  switch (outcome.kind) {
    case 'running':
      return <RunningClock since={outcome.since} />;
    case 'cancelled':
      return <Notice tone="info" title={say('workbench.cancelled')} />;
    case 'refused':
      return (
        <Notice tone="danger" title={say('workbench.refused')}>
          <p>{say('workbench.refusedWhy')}</p>
        </Notice>
      );
    case 'failed':
      return (
        <Notice tone="danger" title={failureTitle(tab.id, outcome.fault.position, words)}>
          <p className={styles.engineWords}>{outcome.fault.message}</p>
        </Notice>
      );
    case 'planned':
      return (
        <section aria-label={say('workbench.plan')}>
          <p role="status" className={styles.status}>
            {say('workbench.planned', { seconds: secondsText(outcome.milliseconds, words) })}
          </p>
          <pre className={styles.plan} tabIndex={0}>
            {outcome.plan}
          </pre>
        </section>
      );
    case 'answered':
      return <AnsweredPanel tab={tab.id} outcome={outcome} />;
  }
}

function failureTitle(tab: string, position: number | null, { say }: Words): string {
  if (position === null) return say('workbench.failed');
  return say('workbench.failedAt', lineAndColumn(workbench.script(tab), position));
}

interface AnsweredProps {
  readonly tab: string;
  readonly outcome: Extract<RunOutcome, { kind: 'answered' }>;
}

function AnsweredPanel({ tab, outcome }: AnsweredProps) {
  const words = useWords();
  const { say } = words;
  const [view, setView] = useState<View>('rows');
  const { answer, milliseconds } = outcome;
  return (
    <section className={styles.answer} aria-label={say('workbench.answer')}>
      <p role="status" className={styles.status}>
        {say('workbench.answered', { rows: answer.rows, seconds: secondsText(milliseconds, words) })}
      </p>
      {answer.isCut ? (
        <Notice tone="warn" title={say('workbench.cut', { rows: words.number(answer.rows) })} />
      ) : null}
      <ViewTabs
        label={say('workbench.answer')}
        tabs={views.map((id) => ({ id, label: say(`workbench.view.${id}`) }))}
        chosen={view}
        onChoose={setView}
      >
        {view === 'rows' ? <AnswerRows tab={tab} outcome={outcome} /> : null}
        {view === 'columns' ? <AnswerColumns answer={outcome.shown} /> : null}
        {view === 'chart' ? <ChartPanel key={answer.name} answer={outcome.shown} /> : null}
        {view === 'estimate' ? <EstimatePanel key={answer.name} answer={outcome.shown} /> : null}
      </ViewTabs>
    </section>
  );
}
