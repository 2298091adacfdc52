import { daysFromMonths } from '@core/domain/calendar';
import { readingBounds } from '@core/domain/reading-bounds';
import { sampleOfRow } from '@core/domain/sample-of-row';
import type { HistoryRow, PatientHistory } from './patient-history';
import { type LinkedTable, linkedTables } from './patient-record';

/** Days that every patient has or may have beside the rows of the tables. */
export const landmarks = ['diagnosis', 'inclusion', 'last_contact', 'death'] as const;
export type Landmark = (typeof landmarks)[number];

/** One row of the extract, or one landmark, on the patient's own time; days count from diagnosis. */
export type TimelineEvent =
  | { readonly kind: 'landmark'; readonly landmark: Landmark; readonly day: number; readonly endDay: null }
  | {
      [Table in LinkedTable]: {
        readonly kind: Table;
        readonly row: HistoryRow<Table>;
        readonly day: number;
        /** Last day of what lasts; `null` for what happens on one day, goes on, or ends on a day that is not known. */
        readonly endDay: number | null;
      };
    }[LinkedTable];

/** An event of one table. */
export type EventOf<Kind extends TimelineEvent['kind']> = Extract<TimelineEvent, { readonly kind: Kind }>;

/** The first and last day of a row of each table. */
const daysOf: {
  readonly [Table in LinkedTable]: (row: HistoryRow<Table>) => readonly [number, number | null];
} = {
  treatment_line: (row) => [row.start_day, row.stop_day],
  dose_change: (row) => [row.day, null],
  molecular: (row) => [row.day, null],
  mutation: (row) => [row.day, null],
  cytogenetics: (row) => [row.day, null],
  phase_event: (row) => [row.day, null],
  adverse_event: (row) => [row.onset_day, row.resolved_day],
  prom: (row) => [row.day, null],
  treatment_free_attempt: (row) => [row.stop_day, row.restart_day],
};

/**
 * Every row of a patient and the landmarks in the order of their first days; on one day landmarks come first, then the
 * tables in the order of the contract, then the order of the rows.
 */
export function timelineEvents({ rows, anchors }: PatientHistory): readonly TimelineEvent[] {
  const marked = landmarks.flatMap((landmark): TimelineEvent[] => {
    const day = anchors[landmark];
    // Death is the last contact: one event, not two.
    const hidden = landmark === 'last_contact' && anchors.death !== null;
    return day === null || hidden ? [] : [{ kind: 'landmark', landmark, day, endDay: null }];
  });
  const recorded = linkedTables.flatMap((table) => eventsOf(table, rows[table]));
  return [...marked, ...recorded].toSorted((a, b) => a.day - b.day);
}

function eventsOf<Table extends LinkedTable>(
  kind: Table,
  rows: readonly HistoryRow<Table>[],
): readonly TimelineEvent[] {
  return rows.map((row) => {
    const [day, endDay] = daysOf[kind](row);
    return { kind, row, day, endDay } as unknown as TimelineEvent;
  });
}

/** The events of one table, in order. */
export const eventsOfKind = <Kind extends TimelineEvent['kind']>(
  events: readonly TimelineEvent[],
  kind: Kind,
): readonly EventOf<Kind>[] => events.filter((event): event is EventOf<Kind> => event.kind === kind);

/**
 * What a BCR::ABL1 sample shows on a log axis, in percent of the International Scale: a value, the least that an
 * undetected transcript would have shown (its own sensitivity limit), or nothing.
 */
export type SampleMark =
  | { readonly kind: 'quantified' | 'undetected'; readonly percent: number }
  | { readonly kind: 'inevaluable' };

/** @see readingBounds for the limit of an undetected sample and for what makes a sample inevaluable */
export function sampleMark(row: HistoryRow<'molecular'>): SampleMark {
  const bounds = readingBounds(sampleOfRow({ ...row, patient_id: '' }));
  if (bounds === null) return { kind: 'inevaluable' };
  return { kind: row.detected ? 'quantified' : 'undetected', percent: bounds.upper };
}

/** Time without a sample beyond which two values are not joined. */
export const longestJoinedMonths = 9;

/**
 * Runs of quantified samples that a line may join: a run ends where more than nine months pass until the next one, and
 * where an undetected sample lies between, over which no straight line is true. Runs of one sample are kept.
 */
export function joinedRuns(samples: readonly EventOf<'molecular'>[]): readonly EventOf<'molecular'>[][] {
  const runs: EventOf<'molecular'>[][] = [];
  let open: EventOf<'molecular'>[] = [];
  for (const sample of samples) {
    const { kind } = sampleMark(sample.row);
    if (kind === 'inevaluable') continue;
    const before = open.at(-1);
    const isJoined =
      kind === 'quantified' &&
      before !== undefined &&
      sample.day - before.day <= daysFromMonths(longestJoinedMonths);
    if (!isJoined) open = [];
    if (kind === 'undetected') continue;
    if (open.length === 0) runs.push(open);
    open.push(sample);
  }
  return runs;
}

/** A change of dose within its line: an interruption, less, more, or the same or not comparable. */
export type DoseStep = 'interrupted' | 'reduced' | 'raised' | 'unchanged';

/** How each change of dose relates to the dose before it in its line. */
export function doseSteps(events: readonly TimelineEvent[]): ReadonlyMap<EventOf<'dose_change'>, DoseStep> {
  const doses = new Map<number, number | null>(
    eventsOfKind(events, 'treatment_line').map(({ row }) => [row.line_number, row.daily_dose_mg]),
  );
  return new Map(
    eventsOfKind(events, 'dose_change').map((event) => {
      const { line_number, daily_dose_mg: dose } = event.row;
      const before = doses.get(line_number) ?? null;
      doses.set(line_number, dose);
      if (dose === 0) return [event, 'interrupted'];
      if (before === null || dose === before) return [event, 'unchanged'];
      return [event, dose < before ? 'reduced' : 'raised'];
    }),
  );
}
