import { type ExplainedCriterion, explainEligibility } from '@core/cohort/eligibility-explanation';
import { type PatientHistory, stoppingPatient } from '@core/cohort/patient-history';
import type { SampledPatient } from '@core/cohort/patient-record';
import { firstTkiDay } from '@core/cohort/tki-lines';
import type { PatientLevel } from '@core/disclosure/patient-level';
import { monthsFromDays } from '@core/domain/calendar';
import { unseenRules } from '@core/domain/eligibility-rule';
import { type ExtractTableName, extractTableNames } from '@core/domain/extract-tables';
import { milestoneSentence } from '@language/class-sentence';
import {
  deepRunText,
  eligibilitySentence,
  judgedCriterionSentence,
  notJudgedText,
  readFactsText,
} from '@language/eligibility-sentence';
import { useWords, type Words } from '@language/use-words';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { Expander } from '@view/ui/Expander';
import { useId, useMemo } from 'react';
import styles from './milestone.module.css';
import { classText, oneDecimal, type SampleRow, sampleText } from './sample-words';

interface Props {
  readonly course: PatientLevel<PatientHistory>;
  readonly has: (table: ExtractTableName) => boolean;
}

/** Why one patient may stop or not by each rule: what it asks, met or not or not known, and the samples that it was read from. */
export function EligibilityExplanation({ course, has }: Props) {
  const words = useWords();
  const { say } = words;
  const titleId = useId();
  const patient = useMemo(
    () => stoppingPatient(course, new Set(extractTableNames.filter((table) => has(table)))),
    [course, has],
  );
  const explained = useMemo(() => explainEligibility(patient), [patient]);
  return (
    <section className={styles.explanation} aria-labelledby={titleId}>
      <h3 id={titleId}>{say('eligibility.why')}</h3>
      <p>
        {say('eligibility.judgedOn', {
          day: explained.decisionDay,
          stopped: explained.stopped ? 'yes' : 'no',
        })}
      </p>
      {explained.rules.map((one) => (
        <Expander key={one.rule.id} label={eligibilitySentence(words, one)} level={3} look="link">
          <ul>
            {one.criteria.map((criterion) => (
              <li key={criterion.criterion.kind}>
                <p>{judgedCriterionSentence(words, criterion)}</p>
                <ReadFrom patient={patient} criterion={criterion} words={words} />
              </li>
            ))}
          </ul>
          <p className={styles.detail}>
            {one.notJudged.length === 0
              ? ''
              : `${say('eligibility.notJudged', {
                  list: words.list(one.notJudged.map((kind) => notJudgedText(words, kind))),
                })} `}
            {say('milestones.explanationSource', { source: one.rule.source })}
          </p>
        </Expander>
      ))}
      {unseenRules.map(({ id, source }) => (
        <p key={id} className={styles.detail}>
          {say(`eligibility.unseen.${id}`, { source })}
        </p>
      ))}
    </section>
  );
}

interface ReadProps {
  readonly patient: SampledPatient;
  readonly criterion: ExplainedCriterion;
  readonly words: Words;
}

function ReadFrom({ patient, criterion, words }: ReadProps) {
  const facts = readFactsText(words, criterion);
  return (
    <>
      {facts === '' ? null : <p className={styles.detail}>{facts}</p>}
      {criterion.milestones.map((milestone) => (
        <p key={milestone.month} className={styles.detail}>
          {milestoneSentence(words, milestone)}
          {milestone.used === null
            ? ''
            : `. ${words.say('milestones.explanationUsed', {
                sample: sampleText(patient, milestone.used, words),
              })}`}
        </p>
      ))}
      {criterion.runs.map((one) => (
        <div key={one.depth}>
          <p className={styles.detail}>{deepRunText(words, one)}</p>
          {one.run === null || one.run.samples.length === 0 ? null : (
            <RunTable
              patient={patient}
              rows={[...(one.run.brokenBy === null ? [] : [one.run.brokenBy]), ...one.run.samples].map(
                ({ row }) => row,
              )}
              title={`${words.say('eligibility.runSamples')} – ${words.name('response', one.depth)}`}
              words={words}
            />
          )}
        </div>
      ))}
    </>
  );
}

interface RunProps {
  readonly patient: SampledPatient;
  readonly rows: readonly SampleRow[];
  readonly title: string;
  readonly words: Words;
}

/** The samples of a run, before them the one that it begins after. */
function RunTable({ patient, rows, title, words }: RunProps) {
  const { say } = words;
  const start = firstTkiDay(patient);
  const columns: readonly DataColumn<SampleRow>[] = [
    { id: 'day', header: say('milestones.column.day'), cell: ({ day }) => words.number(day), numeric: true },
    {
      id: 'months',
      header: say('milestones.column.months'),
      cell: ({ day }) => oneDecimal(start === null ? null : monthsFromDays(day - start), words),
      numeric: true,
    },
    { id: 'class', header: say('milestones.column.class'), cell: (row) => classText(patient, row, words) },
  ];
  return (
    <Expander label={title} level={3} look="link">
      <DataTable caption={title} captionHidden columns={columns} rows={rows} />
    </Expander>
  );
}
