import { daysFromMonths } from '@core/domain/calendar';
import {
  gapDays,
  inTimeDays,
  type SamplingPhase,
  samplingPhases,
  samplingRules,
} from '@core/domain/sampling-phase';
import type { IncidenceCurves } from '@core/statistics/survival/aalen-johansen';
import { incidenceAt } from '@core/statistics/survival/incidence-at';
import { lateEntryIncidence } from './late-entry-incidence';

/** Waits of one phase that lasted for as many days and ended alike: 1 with a sample, 2 with the phase of care or the life, 0 unseen. */
export interface SampleWaitRow {
  readonly phase: SamplingPhase;
  readonly day: number;
  readonly cause: number;
  readonly waits: number;
}

export interface WaitsOfPhase {
  readonly phase: SamplingPhase;
  readonly curves: IncidenceCurves;
  /** Days by which a quarter, half and three quarters of the waits had ended with a sample; `null`: fewer ever did. */
  readonly quartiles: readonly (number | null)[];
  /** Share with a sample by the wait of the guideline, and by half of it more; `null`: nobody was followed for so long. */
  readonly onTime: number | null;
  readonly inTime: number | null;
  /** Share that was still waiting after twice the wait of the guideline. */
  readonly gap: number | null;
}

/**
 * How long patients wait for the next sample, by what they were in when the wait began: cumulative incidence of a sample,
 * with the stop, the restart or death competing, and waits not yet over censored (Aalen-Johansen), so that neither the last
 * wait of a patient nor a short follow-up is taken for a gap or left out.
 *
 * Many waits are of one patient: the curves have no interval. A phase that nobody was in is left out.
 *
 * @see tests/generative/sampling-interval-twin.test.ts · tests/reference/aalen-johansen
 */
export function waitsForSample(rows: readonly SampleWaitRow[]): readonly WaitsOfPhase[] {
  return samplingPhases.flatMap((phase) => {
    const here = rows.filter((row) => row.phase === phase);
    if (here.length === 0) return [];
    const { curves } = lateEntryIncidence(
      here.map(({ day, cause, waits }) => ({ entry: null, day, cause, patients: waits })),
      2,
    );
    const [onTime, inTime, gap] = incidenceAt(curves, [
      Math.floor(daysFromMonths(samplingRules[phase].everyMonths)),
      inTimeDays(phase),
      gapDays(phase),
    ]);
    const sampled = curves.causes[0]?.probability ?? [];
    return [
      Object.freeze({
        phase,
        curves,
        quartiles: [0.25, 0.5, 0.75].map((share) => {
          const at = sampled.findIndex((probability) => probability >= share);
          return at === -1 ? null : (curves.time[at] ?? null);
        }),
        onTime: onTime?.causes[0]?.estimate ?? null,
        inTime: inTime?.causes[0]?.estimate ?? null,
        gap: gap?.eventFree.estimate ?? null,
      }),
    ];
  });
}
