import { eventColumn } from '@core/cohort/event-vocabulary';
import { yesNo } from '@core/cohort/fact-vocabulary';
import { type LinkedTable, linkedTables } from '@core/cohort/patient-record';
import { type EventOf, sampleMark, type TimelineEvent } from '@core/cohort/patient-timeline';
import type { MessageId } from './catalogue';
import { eventCode } from './code-name';
import { quantity } from './number-text';
import type { Words } from './use-words';

/** What kind of thing happened: «BCR::ABL1 sample», «Inclusion in the registry». */
export function eventKind(words: Words, event: TimelineEvent): string {
  return event.kind === 'landmark'
    ? words.say(`patients.landmark.${event.landmark}`)
    : words.say(`patients.kind.${event.kind}`);
}

/** A BCR::ABL1 percentage with enough digits to tell 0.0032 from 0.0031. */
const percentText = (words: Words, percent: number) =>
  words.say('unit.pct_is', {
    value: words.number(percent, {
      minimumSignificantDigits: 2,
      maximumSignificantDigits: percent >= 10 ? 3 : 2,
    }),
  });

function sampleText(words: Words, { row }: EventOf<'molecular'>): string {
  const mark = sampleMark(row);
  if (mark.kind === 'inevaluable') return words.say('patients.inevaluable');
  const percent = percentText(words, mark.percent);
  return mark.kind === 'quantified' ? percent : words.say('patients.undetected', { percent });
}

type Headlines = { readonly [Table in LinkedTable]: (words: Words, event: EventOf<Table>) => string };

const headlines: Headlines = {
  treatment_line: (words, { row }) => eventCode(words, 'treatment_line', 'drug', row.drug),
  dose_change: (words, { row }) =>
    row.daily_dose_mg === 0 ? words.say('patients.interrupted') : quantity(words, row.daily_dose_mg, 'mg'),
  molecular: sampleText,
  mutation: (_, { row }) => row.variant,
  cytogenetics: (words, { row }) =>
    row.ph_positive_metaphases === null || row.metaphases === null
      ? words.say('patients.notKnown')
      : words.say('patients.metaphases', { positive: row.ph_positive_metaphases, read: row.metaphases }),
  phase_event: (words, { row }) => eventCode(words, 'phase_event', 'event', row.event),
  adverse_event: (words, { row }) => words.say('patients.adverse', { term: row.term, grade: row.grade }),
  prom: (words, { row }) =>
    words.say('patients.prom', {
      instrument: eventCode(words, 'prom', 'instrument', row.instrument),
      scale: row.scale,
      score: words.number(row.score, { maximumFractionDigits: 1 }),
    }),
  treatment_free_attempt: (words, { row }) => words.say('patients.attempt', { number: row.attempt_number }),
};

/** What happened, as short as it can be said: «Imatinib», «0.012% IS», «T315I»; empty for a landmark. */
export function eventHeadline(words: Words, event: TimelineEvent): string {
  if (event.kind === 'landmark') return '';
  const headline = headlines[event.kind] as (words: Words, event: TimelineEvent) => string;
  return headline(words, event);
}

/** Columns that the headline has said already. */
const saidColumns: ReadonlySet<string> = new Set([
  'treatment_line.drug',
  'mutation.variant',
  'phase_event.event',
  'adverse_event.term',
  'adverse_event.grade',
  'prom.instrument',
  'prom.scale',
  'prom.score',
  'treatment_free_attempt.attempt_number',
  'dose_change.daily_dose_mg',
  'cytogenetics.metaphases',
  'molecular.bcr_abl1_is_pct',
]);

/** Everything else that the row says, column by column: «line number: 2 · reason of stop: Resistance». */
export function eventDetails(words: Words, event: TimelineEvent): string {
  if (event.kind === 'landmark' || !linkedTables.includes(event.kind)) return '';
  const { kind } = event;
  const cells = Object.entries(event.row).flatMap(([column, cell]) => {
    const known = eventColumn(kind, column);
    if (known === undefined || cell === null || saidColumns.has(`${kind}.${column}`)) return [];
    const name = words.say(`event.${kind}.${column}` as MessageId);
    return [words.say('rule.fact', { name, claim: cellText(words, kind, column, cell) })];
  });
  return cells.join(' · ');
}

function cellText(words: Words, table: LinkedTable, column: string, cell: string | number | boolean): string {
  if (typeof cell === 'boolean') return eventCode(words, table, column, yesNo[cell ? 0 : 1]);
  const known = eventColumn(table, column);
  if (typeof cell === 'number') {
    return quantity(words, cell, known?.kind === 'number' ? known.unit : 'count');
  }
  return eventCode(words, table, column, cell);
}
