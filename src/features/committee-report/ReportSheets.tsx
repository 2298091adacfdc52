import type { ReleasedIndicator } from '@core/analyses/released-report';
import { periodYears } from '@core/analyses/released-report';
import type { Released } from '@core/disclosure/released';
import { indicatorTopics } from '@core/domain/indicator';
import { releasedCountText } from '@language/released-text';
import { sampleNotes } from '@language/sample-note';
import { useWords, type Words } from '@language/use-words';
import type { FrozenReport } from '@session/use-report';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import styles from './report.module.css';
import { TopicSheet } from './TopicSheet';

/** The sheets of a report: what it is and an overview, one topic after the other, and the notes. In the light colours. */
export function ReportSheets({ frozen }: { readonly frozen: FrozenReport }) {
  const words = useWords();
  const { say } = words;
  const { report, created } = frozen;
  const lastYear = created === null ? undefined : Number(created.slice(0, 4));
  return (
    <section className={styles.desk} aria-label={say('report.sheets')} tabIndex={0}>
      <article className={styles.report} data-theme="light" data-paper>
        <section className={styles.sheet}>
          <h2>{say('report.heading')}</h2>
          <Identity frozen={frozen} words={words} />
          <h3>{say('report.overview')}</h3>
          <Overview indicators={report.indicators} words={words} />
          <p>{say('report.overviewNote')}</p>
        </section>
        {indicatorTopics.map((topic) => (
          <TopicSheet key={topic} topic={topic} frozen={frozen} lastYear={lastYear} />
        ))}
        <Notes frozen={frozen} words={words} />
      </article>
    </section>
  );
}

interface OverviewProps {
  readonly indicators: FrozenReport['report']['indicators'];
  readonly words: Words;
}

interface PartProps {
  readonly frozen: FrozenReport;
  readonly words: Words;
}

function Identity({ frozen, words }: PartProps) {
  const { say } = words;
  const { source, policy, created, cohortText, definition } = frozen;
  const facts: readonly (readonly [name: string, value: string])[] = [
    [say('report.cohort'), cohortText],
    [say('report.extract'), [source.extract, created].filter((part) => part !== null).join(', ') || '–'],
    [say('report.fingerprint'), source.fingerprint ?? '–'],
    [say('report.contract'), source.contract],
    [say('report.application'), source.application],
    [
      say('report.policy'),
      `${say('report.threshold', { threshold: policy.threshold })} ${source.policyHash ?? ''}`,
    ],
    [say('practice.ownCentre'), definition.own ?? say('practice.noCentre')],
  ];
  return (
    <dl className={styles.identity}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Overview({ indicators: rows, words }: OverviewProps) {
  const { say } = words;
  const counted = (
    id: 'units' | 'assessed' | 'met' | 'unknown',
  ): DataColumn<Released<ReleasedIndicator>> => ({
    id,
    header: say(`practice.${id}`),
    cell: ({ overall }) => releasedCountText(words, overall[id]),
    numeric: true,
  });
  const columns: readonly DataColumn<Released<ReleasedIndicator>>[] = [
    {
      id: 'indicator',
      header: say('practice.indicator'),
      cell: ({ indicator }) => say(`indicator.${indicator}`),
      wide: true,
    },
    counted('units'),
    counted('assessed'),
    counted('unknown'),
    counted('met'),
    {
      id: 'share',
      header: say('report.share'),
      cell: ({ overall }) => (overall.share.share === null ? '–' : words.percent(overall.share.share)),
      numeric: true,
    },
  ];
  return <DataTable caption={say('report.overview')} captionHidden columns={columns} rows={rows} />;
}

function Notes({ frozen, words }: PartProps) {
  const { say } = words;
  const { definition, policy } = frozen;
  return (
    <section className={styles.sheet}>
      <h2>{say('report.notes')}</h2>
      <h3>{say('report.quality')}</h3>
      <p>{say('report.qualityNote')}</p>
      {sampleNotes(words, definition.samples).map((note) => (
        <p key={note}>{note}</p>
      ))}
      <h3>{say('report.methods')}</h3>
      <p>{say('report.methodNote', { years: periodYears })}</p>
      <p>{say('report.funnelMethod')}</p>
      <p>{say('report.disclosure', { threshold: policy.threshold, roundTo: policy.roundTo })}</p>
      <p>{say('report.replay')}</p>
    </section>
  );
}
