import type { TkiDrug } from '@core/domain/tyrosine-kinase-inhibitor';
import { type AdverseEventTable, adverseEventRates, type RatedClass } from './adverse-event-rates';
import { type QuestionnaireGroup, type QuestionnaireRow, questionnaireScores } from './questionnaire-scores';
import { type SampleWaitRow, waitsForSample } from './waits-for-sample';

/** A number that is computed of some patients: a quantile, a share in [0, 1], a mean; `null`: it has no value. */
export interface MeasuredValue {
  readonly level: string;
  readonly kind: 'quantile' | 'share' | 'mean';
  readonly value: number | null;
  /** Of a quantile: which one, in (0, 1). */
  readonly p?: number;
}

/** Events in observed time. */
export interface MeasuredRate {
  readonly events: number;
  readonly days: number;
}

/** What is measured of the patients of one of the counts of a row. */
export interface Measure {
  readonly level: string;
  /** The count that it rests on. */
  readonly of: string;
  readonly values: readonly MeasuredValue[];
  readonly rate: MeasuredRate | null;
}

/** A row of a figure: counts of patients, each within the one before, and what is measured of them. */
export interface MeasuredRow {
  readonly level: string;
  readonly counts: readonly { readonly level: string; readonly patients: number }[];
  readonly measures: readonly Measure[];
}

/** A figure of numbers that are no counts, in exact numbers. */
export interface MeasuredFigure {
  readonly measured: readonly MeasuredRow[];
}

/** Patients who had an adverse event on a drug, and those with a severe one. */
export interface AffectedPatients {
  readonly drug: TkiDrug;
  readonly affected: number;
  readonly severe: number;
}

/** Adverse events of one class on each drug: who was observed, who had one, and events in patient-years. */
export function ratesMeasured(
  table: AdverseEventTable,
  affected: readonly AffectedPatients[],
  rated: RatedClass,
): MeasuredFigure {
  const rates = adverseEventRates(table);
  const eventsOf = (drug: TkiDrug) => rates.find((rate) => rate.drug === drug && rate.rated === rated);
  return {
    measured: table.exposures
      // By name: an order by time would tell of a count that is withheld.
      .toSorted((a, b) => (a.drug < b.drug ? -1 : 1))
      .map(({ drug, days, patients }): MeasuredRow => {
        const had = affected.find((row) => row.drug === drug);
        const events = eventsOf(drug);
        const rate = (kind: 'any' | 'severe', of: string): Measure => ({
          level: kind,
          of,
          values: [],
          rate: { events: events?.[kind].events ?? 0, days },
        });
        return {
          level: drug,
          counts: [
            { level: 'observed', patients },
            // An event on the day of a line without any time counts for no patient who was observed.
            { level: 'affected', patients: Math.min(patients, had?.affected ?? 0) },
            { level: 'severe', patients: Math.min(patients, had?.severe ?? 0) },
          ],
          measures: [rate('any', 'affected'), rate('severe', 'severe')],
        };
      }),
  };
}

/** The scores of a scale, a row per year and group (`year`, or `year|group`): who was followed, who answered, and what. */
export function scoresMeasured(
  rows: readonly QuestionnaireRow[],
  groupBy: QuestionnaireGroup | null,
): MeasuredFigure {
  const quantile = (level: string, p: number, value: number | null): MeasuredValue => ({
    level,
    kind: 'quantile',
    p,
    value,
  });
  const measured = questionnaireScores(rows, groupBy).flatMap(({ level, years }) =>
    years.map(
      ({ year, expected, scores }): MeasuredRow => ({
        level: groupBy === null ? String(year) : `${year}|${level ?? 'unknown'}`,
        counts: [
          { level: 'followed', patients: expected },
          { level: 'answered', patients: scores.n },
        ],
        measures: [
          {
            level: 'score',
            of: 'answered',
            rate: null,
            values: [
              { level: 'mean', kind: 'mean', value: scores.mean },
              quantile('lower_quartile', 0.25, scores.lowerQuartile),
              quantile('median', 0.5, scores.median),
              quantile('upper_quartile', 0.75, scores.upperQuartile),
            ],
          },
        ],
      }),
    ),
  );
  return { measured };
}

/** Waits for the next sample, a row per phase: of how many patients, their quartiles in days, and shares in time. */
export function waitsMeasured(
  rows: readonly SampleWaitRow[],
  waiting: readonly { readonly phase: string; readonly patients: number }[],
): MeasuredFigure {
  const measured = waitsForSample(rows).map(({ phase, quartiles, onTime, inTime, gap }): MeasuredRow => {
    const share = (level: string, value: number | null): MeasuredValue => ({ level, kind: 'share', value });
    const days = (['lower_quartile', 'median', 'upper_quartile'] as const).map(
      (level, k): MeasuredValue => ({ level, kind: 'quantile', p: (k + 1) / 4, value: quartiles[k] ?? null }),
    );
    return {
      level: phase,
      counts: [{ level: 'waiting', patients: waiting.find((row) => row.phase === phase)?.patients ?? 0 }],
      measures: [
        {
          level: 'wait',
          of: 'waiting',
          rate: null,
          values: [...days, share('on_time', onTime), share('in_time', inTime), share('gap', gap)],
        },
      ],
    };
  });
  return { measured };
}
