import { reportableIndicators } from '@core/analyses/report-definition';
import { type IndicatorId, indicators, indicatorTopics } from '@core/domain/indicator';
import { indicatorCounts } from '@data/queries/indicator-counts';
import { cohortDescription } from '@language/cohort-description';
import { useWords } from '@language/use-words';
import { useAnswer } from '@session/use-answer';
import { usePolicy } from '@session/use-policy';
import { type ReportOutcome, saveReportBundle, useReport } from '@session/use-report';
import { useCohort } from '@session/use-url';
import { OwnCentreField } from '@view/figures/OwnCentreField';
import { Button } from '@view/ui/Button';
import { CheckGroup } from '@view/ui/CheckGroup';
import { Notice } from '@view/ui/Notice';
import { useMemo, useState } from 'react';
import { ReportSheets } from './ReportSheets';
import styles from './report.module.css';

/** Chooses what the report is about, freezes it, and offers to print it and to keep its bundle. */
export function ReportView() {
  const words = useWords();
  const { say } = words;
  const { cohort } = useCohort();
  const { policy } = usePolicy();
  const makeReport = useReport();
  const [chosen, setChosen] = useState<readonly IndicatorId[]>(reportableIndicators);
  const [own, setOwn] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<ReportOutcome | 'making' | null>(null);
  const question = useMemo(
    () => ({ cohort, indicator: 'early_inclusion', groupBy: 'centre', stratum: null }) as const,
    [cohort],
  );
  const centres = useAnswer(indicatorCounts, question);
  const codes = centres.kind === 'answered' ? centres.answer.rows.flatMap(({ level }) => level ?? []) : [];
  const make = async () => {
    setOutcome('making');
    setOutcome(
      await makeReport({
        title: say('report.title'),
        cohort,
        cohortText: cohortDescription(words, cohort).join(' '),
        indicators: reportableIndicators.filter((id) => chosen.includes(id)),
        own,
      }),
    );
  };
  const frozen =
    outcome !== null && outcome !== 'making' && outcome.kind === 'frozen' ? outcome.report : null;
  return (
    <>
      <section className={styles.choices} aria-label={say('report.choices')}>
        <p>{say('report.intro')}</p>
        <div className={styles.topics}>
          {indicatorTopics.map((topic) => {
            const options = reportableIndicators.filter((id) => indicators[id].topic === topic);
            if (options.length === 0) return null;
            const here = chosen.filter((id) => options.includes(id));
            return (
              <CheckGroup
                key={topic}
                label={say(`practice.topic.${topic}`)}
                options={options.map((id) => ({ id, label: say(`indicator.${id}`) }))}
                chosen={here}
                onChoose={(next) =>
                  setChosen([
                    ...chosen.filter((id) => !options.includes(id)),
                    ...options.filter((id) => next.includes(id)),
                  ])
                }
              />
            );
          })}
        </div>
        <div className={styles.actions}>
          <OwnCentreField centres={codes} own={own} onChoose={setOwn} />
          <Button
            isDisabled={policy === null || chosen.length === 0 || outcome === 'making'}
            onPress={() => void make()}
          >
            {say('report.make')}
          </Button>
          {frozen === null ? null : (
            <>
              <Button onPress={() => window.print()}>{say('report.print')}</Button>
              <Button onPress={() => saveReportBundle(frozen)}>{say('report.bundle')}</Button>
            </>
          )}
          <span role="status">
            {outcome === 'making' ? say('report.making') : frozen === null ? '' : say('report.made')}
          </span>
        </div>
      </section>
      {outcome !== null && outcome !== 'making' && outcome.kind === 'refused' ? (
        <Notice tone="warn" title={say('exports.refusedTitle')}>
          <p>{say(`exports.refusal.${outcome.refusal}`, { threshold: policy?.threshold ?? 0 })}</p>
        </Notice>
      ) : null}
      {frozen === null ? null : <ReportSheets frozen={frozen} />}
    </>
  );
}
