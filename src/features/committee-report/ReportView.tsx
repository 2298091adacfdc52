import { type ReportCentres, reportableIndicators, reportCentres } from '@core/analyses/report-definition';
import { figureKey, offeredFigures } from '@core/analyses/report-figure';
import { indicators, indicatorTopics } from '@core/domain/indicator';
import { indicatorCounts } from '@data/queries/indicator-counts';
import { cohortDescription } from '@language/cohort-description';
import { useWords } from '@language/use-words';
import { useAnswer } from '@session/use-answer';
import { usePolicy } from '@session/use-policy';
import { type ReportOutcome, saveReportBundle, useReport } from '@session/use-report';
import { useCohort } from '@session/use-url';
import { MakingProgress } from '@view/figures/ExportMaking';
import { figureNames } from '@view/figures/exported-figure-names';
import { OwnCentreField } from '@view/figures/OwnCentreField';
import { useMaking } from '@view/figures/use-making';
import { Button } from '@view/ui/Button';
import { CheckGroup } from '@view/ui/CheckGroup';
import { Notice } from '@view/ui/Notice';
import { Segments } from '@view/ui/Segments';
import { useMemo, useState } from 'react';
import { ReportSheets } from './ReportSheets';
import styles from './report.module.css';

const everything: readonly string[] = [...reportableIndicators, ...offeredFigures.map(figureKey)];

/** Chooses what the report is about, freezes it, and offers to print it and to keep its bundle. */
export function ReportView() {
  const words = useWords();
  const { say } = words;
  const { cohort } = useCohort();
  const { policy } = usePolicy();
  const makeReport = useReport();
  const [chosen, setChosen] = useState<readonly string[]>(everything);
  const [centres, setCentres] = useState<ReportCentres>('masked');
  const [own, setOwn] = useState<string | null>(null);
  const { progress, outcome, run, cancel } = useMaking<ReportOutcome>();
  const isMaking = progress !== null;
  const question = useMemo(
    () => ({ cohort, indicator: 'early_inclusion', groupBy: 'centre', stratum: null }) as const,
    [cohort],
  );
  const state = useAnswer(indicatorCounts, question);
  const codes = state.kind === 'answered' ? state.answer.rows.flatMap(({ level }) => level ?? []) : [];
  const make = () =>
    run((watch) =>
      makeReport(
        {
          title: say('report.title'),
          cohort,
          cohortText: cohortDescription(words, cohort).join(' '),
          indicators: reportableIndicators.filter((id) => chosen.includes(id)),
          figures: offeredFigures
            .filter((one) => chosen.includes(figureKey(one)))
            .map(({ figure, choices }) => ({ figure, choices })),
          centres,
          own,
        },
        watch,
      ),
    );
  const made = typeof outcome === 'string' ? null : outcome;
  const frozen = made?.kind === 'frozen' ? made.report : null;
  return (
    <>
      <section className={styles.choices} aria-label={say('report.choices')}>
        <p>{say('report.intro')}</p>
        <div className={styles.topics}>
          {indicatorTopics.map((topic) => {
            const options = [
              ...reportableIndicators
                .filter((id) => indicators[id].topic === topic)
                .map((id) => ({ id, label: say(`indicator.${id}`) })),
              ...offeredFigures
                .filter((one) => one.topic === topic)
                .map((one) => ({ id: figureKey(one), label: figureNames(one, words).title })),
            ];
            if (options.length === 0) return null;
            const keys = options.map(({ id }) => id);
            return (
              <CheckGroup
                key={topic}
                label={say(`practice.topic.${topic}`)}
                options={options}
                chosen={chosen.filter((id) => keys.includes(id))}
                onChoose={(next) => setChosen([...chosen.filter((id) => !keys.includes(id)), ...next])}
              />
            );
          })}
        </div>
        <div className={styles.actions}>
          <Segments
            label={say('report.centres')}
            options={reportCentres.map((id) => ({ id, label: say(`report.centres.${id}`) }))}
            chosen={centres}
            onChoose={setCentres}
          />
          {centres === 'masked' ? <OwnCentreField centres={codes} own={own} onChoose={setOwn} /> : null}
          <Button isDisabled={policy === null || chosen.length === 0} isBusy={isMaking} onPress={make}>
            {say('report.make')}
          </Button>
          {frozen === null ? null : (
            <>
              <Button onPress={() => window.print()}>{say('report.print')}</Button>
              <Button onPress={() => saveReportBundle(frozen)}>{say('report.bundle')}</Button>
            </>
          )}
          <span role="status">
            {isMaking ? say('report.making') : frozen === null ? '' : say('report.made')}
          </span>
        </div>
      </section>
      {progress === null ? null : <MakingProgress progress={progress} cancel={cancel} />}
      {outcome === 'cancelled' ? <Notice tone="info" title={say('exports.cancelled')} /> : null}
      {outcome === 'failed' ? <Notice tone="danger" title={say('exports.failed')} /> : null}
      {made?.kind === 'refused' ? (
        <Notice tone="warn" title={say('exports.refusedTitle')}>
          <p>{say(`exports.refusal.${made.refusal}`, { threshold: policy?.threshold ?? 0 })}</p>
        </Notice>
      ) : null}
      {frozen === null ? null : <ReportSheets frozen={frozen} />}
    </>
  );
}
