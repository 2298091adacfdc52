import type { AdverseEventTable } from '@core/analyses/adverse-event-rates';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { type TkiDrug, tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import { type CountStatement, countsOf } from '../cohort/kept-counts';
import type { Question } from '../question';
import adverseEventsSql from './adverse-events.sql?raw';
import drugExposureSql from './drug-exposure.sql?raw';
import { observedLinesOf } from './observed-line';

interface AdverseEventQuestion {
  readonly cohort: CohortDefinition;
}

const fill: CountStatement<AdverseEventQuestion, never>['fill'] = (_, _others, { keys }) => ({
  slots: { observed: observedLinesOf(keys) },
});

const exposures = countsOf<
  AdverseEventQuestion,
  { readonly drug: TkiDrug | null; readonly days: number; readonly patients: number }
>({
  question: 'drug-exposure',
  sql: drugExposureSql,
  fill,
  counted: ['days', 'patients'],
  read: (row) => ({
    drug: row.code('drug', tkiDrugs),
    days: row.count('days'),
    patients: row.count('patients'),
  }),
});

type EventCounts = Omit<AdverseEventTable['rows'][number], 'drug'> & { readonly drug: TkiDrug | null };

const events = countsOf<AdverseEventQuestion, EventCounts>({
  question: 'adverse-events',
  sql: adverseEventsSql,
  fill,
  counted: ['events', 'patients'],
  read: (row) => ({
    drug: row.code('drug', tkiDrugs),
    term: row.text('term') ?? '',
    grade: row.count('grade'),
    events: row.count('events'),
    patients: row.count('patients'),
  }),
});

/** Adverse events by drug, term and grade, and the time on each drug under observation. */
export const adverseEvents: Question<AdverseEventQuestion, AdverseEventTable> = {
  id: 'adverse-events',
  async ask(engine, question, options) {
    const days = await exposures.ask(engine, question, options);
    return tableOf(days, await events.ask(engine, question, options));
  },
  atHand(engine, question) {
    const days = exposures.atHand(engine, question);
    const rows = events.atHand(engine, question);
    return days === null || rows === null ? null : tableOf(days, rows);
  },
  async keep(engine, question) {
    await exposures.keep(engine, question);
    await events.keep(engine, question);
  },
};

const tableOf = (
  days: Awaited<ReturnType<typeof exposures.ask>>,
  rows: readonly EventCounts[],
): AdverseEventTable => ({
  exposures: days.flatMap(({ drug, ...row }) => (drug === null ? [] : [{ ...row, drug }])),
  rows: rows.flatMap(({ drug, ...row }) => (drug === null ? [] : [{ ...row, drug }])),
  outside: rows.reduce((sum, { drug, events: count }) => sum + (drug === null ? count : 0), 0),
});
