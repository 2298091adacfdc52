import {
  type ExplainedSample,
  type MilestoneExplanation as Explanation,
  explainMilestone,
  type UnusedReason,
} from '@core/cohort/milestone-explanation';
import { type PatientHistory, sampledPatient } from '@core/cohort/patient-history';
import type { SampledPatient } from '@core/cohort/patient-record';
import { firstTkiDay } from '@core/cohort/tki-lines';
import type { PatientLevel } from '@core/disclosure/patient-level';
import { monthsFromDays } from '@core/domain/calendar';
import { responseClassSource } from '@core/domain/class-explanation';
import { type AssessedGuidelineId, assessedGuidelines, guidelines } from '@core/domain/guideline';
import { milestoneMonths } from '@core/domain/milestone';
import { milestoneSentence, unusedReasonText } from '@language/class-sentence';
import { useWords, type Words } from '@language/use-words';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { Expander } from '@view/ui/Expander';
import { Segments } from '@view/ui/Segments';
import { useId, useMemo, useState } from 'react';
import styles from './milestone.module.css';
import { classText, oneDecimal, type SampleRow, sampleText } from './sample-words';

/** Why one patient has these verdicts: the rule, the version, the samples that decided, and why others did not. */
export function MilestoneExplanation({ course }: { readonly course: PatientLevel<PatientHistory> }) {
  const words = useWords();
  const titleId = useId();
  const [guideline, setGuideline] = useState<AssessedGuidelineId>('ELN2020');
  const patient = useMemo(() => sampledPatient(course), [course]);
  const explained = useMemo(
    () => milestoneMonths.map((month) => explainMilestone(patient, guideline, month)),
    [patient, guideline],
  );
  return (
    <section className={styles.explanation} aria-labelledby={titleId}>
      <h3 id={titleId}>{words.say('milestones.explanation')}</h3>
      <Segments
        label={words.say('milestones.guideline')}
        options={assessedGuidelines.map(({ id }) => ({ id, label: words.say(`milestones.guideline.${id}`) }))}
        chosen={guideline}
        onChoose={setGuideline}
      />
      <ul>
        {explained.map((one) => (
          <li key={one.month}>
            <p>{milestoneSentence(words, one)}</p>
            {one.used === null ? null : (
              <p className={styles.detail}>
                {words.say('milestones.explanationUsed', { sample: sampleText(patient, one.used, words) })}
                {one.confirmation?.sample == null
                  ? ''
                  : ` ${words.say('milestones.explanationSecond', {
                      sample: sampleText(patient, one.confirmation.sample, words),
                    })}`}
              </p>
            )}
          </li>
        ))}
      </ul>
      <p className={styles.detail}>
        {words.say('milestones.explanationSource', { source: guidelines[guideline].source })}{' '}
        {words.say('milestones.classSource', { source: responseClassSource })}
      </p>
      {patient.rows.molecular.length === 0 ? null : (
        <Expander label={words.say('milestones.explanationAll')} level={3} look="link">
          <SampleTable patient={patient} explained={explained} words={words} />
        </Expander>
      )}
    </section>
  );
}

interface SampleUse {
  readonly row: SampleRow;
  readonly uses: readonly string[];
}

interface TableProps {
  readonly patient: SampledPatient;
  readonly explained: readonly Explanation[];
  readonly words: Words;
}

/** Every sample with its class and why, and what each milestone made of it. */
function SampleTable({ patient, explained, words }: TableProps) {
  const { say } = words;
  const start = firstTkiDay(patient);
  const rows = patient.rows.molecular
    .toSorted((a, b) => a.day - b.day)
    .map((row): SampleUse => ({ row, uses: explained.map((one) => roleText(one, row, words)) }));
  const columns: readonly DataColumn<SampleUse>[] = [
    {
      id: 'day',
      header: say('milestones.column.day'),
      cell: ({ row }) => words.number(row.day),
      numeric: true,
    },
    {
      id: 'months',
      header: say('milestones.column.months'),
      cell: ({ row }) => oneDecimal(start === null ? null : monthsFromDays(row.day - start), words),
      numeric: true,
    },
    {
      id: 'class',
      header: say('milestones.column.class'),
      cell: ({ row }) => classText(patient, row, words),
    },
    ...explained.map(({ month }, place) => ({
      id: `use-${month}`,
      header: say('milestones.column.useAt', { month }),
      cell: ({ uses }: SampleUse) => uses[place] ?? '',
    })),
  ];
  return <DataTable caption={say('milestones.explanationAll')} captionHidden columns={columns} rows={rows} />;
}

function roleText({ used, confirmation, notUsed }: Explanation, row: SampleRow, words: Words): string {
  const same = (sample: ExplainedSample | null | undefined) =>
    sample != null &&
    sample.day === row.day &&
    sample.detected === row.detected &&
    sample.controlCopies === row.control_copies &&
    sample.controlGene === row.control_gene &&
    sample.bcrAbl1IsPercent === (row.detected ? row.bcr_abl1_is_pct : null);
  if (same(used)) return words.say('milestones.used');
  if (same(confirmation?.sample)) return words.say('milestones.confirms');
  const reason: UnusedReason | undefined = notUsed.find(same)?.reason;
  return reason === undefined ? '' : unusedReasonText(words, reason);
}
