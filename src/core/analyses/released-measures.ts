import type { DisclosurePolicy } from '@core/disclosure/policy';
import {
  assembled,
  fromReleased,
  type Released,
  releasedTogether,
  releaseEvents,
  releaseMoment,
  releaseQuantile,
} from '@core/disclosure/released';
import { type ProtectedCount, toldAtLeast } from '@core/disclosure/released-counts';
import { yearsFromDays } from '@core/domain/calendar';
import { exactPoisson } from '@core/statistics/proportions/exact-poisson';
import { CountSheet } from './count-sheet';
import { addMargins, type CountPlace, type FigureRelease, releasedAlone } from './figure-margins';
import type { Measure, MeasuredFigure, MeasuredValue } from './measured-figure';

type ReleasedNumber = ReturnType<typeof releaseMoment>;

/** A measure as it may leave: every value under its code. */
export interface ReleasedMeasure {
  readonly level: string;
  readonly values: readonly { readonly level: string; readonly value: ReleasedNumber }[];
}

export interface ReleasedMeasuredRow {
  readonly level: string;
  readonly counts: readonly { readonly level: string; readonly patients: ProtectedCount }[];
  readonly measures: readonly ReleasedMeasure[];
}

/** A figure of rates, scores or times as it may leave. */
export interface ReleasedMeasures {
  readonly kind: 'measures';
  readonly rows: readonly ReleasedMeasuredRow[];
}

/** What the rates of a measure are told by. */
export const rateValues = ['events', 'years', 'rate', 'lower', 'upper'] as const;

/**
 * A figure of measures through disclosure control. The counts of each row are released together, those who are in one count and not
 * in the next included. A measure is told where the count that it rests on is: quantiles and shares as quantiles are
 * (`releaseQuantile`), means to three digits; a rate, per 100 patient-years with its exact Poisson interval, is computed of the
 * released events and years alone, so that no exact number of events can be worked out of it.
 */
export function releasedMeasures(
  { measured }: MeasuredFigure,
  policy: DisclosurePolicy,
  named: FigureRelease = releasedAlone(policy),
): Released<ReleasedMeasures> {
  const sheet = new CountSheet();
  const keyed: { readonly at: CountPlace; readonly place: number }[] = [];
  const places = measured.map(({ level, counts }) => {
    const own = counts.map((count, k) => {
      const at = { panel: 'counts', bar: level, part: count.level };
      const key = named.keyOf(at);
      const place = k === 0 ? sheet.addSome(count.patients, key) : sheet.add(count.patients, key);
      keyed.push({ at, place });
      return place;
    });
    own.slice(1).forEach((place, k) => {
      sheet.within(own[k] as number, [place]);
    });
    return own;
  });
  addMargins(sheet, keyed, named.marginsOf);
  const released = named.release(sheet);
  return assembled<ReleasedMeasures>({
    kind: 'measures',
    rows: measured.map(({ level, counts, measures }, row) => {
      const told = (k: number) => released[places[row]?.[k] as number] as ProtectedCount;
      return {
        level,
        counts: counts.map((count, k) => ({ level: count.level, patients: told(k) })),
        measures: measures.map((measure) => {
          const at = counts.findIndex((count) => count.level === measure.of);
          const [patients, observed] = [toldAtLeast(told(at), policy), toldAtLeast(told(0), policy)];
          const isTold = told(at).kind === 'rounded';
          return releasedMeasure(measure, { patients, observed, isTold }, policy);
        }),
      };
    }),
  });
}

interface Behind {
  /** At least so many, as their told count has it. */
  readonly patients: number;
  readonly observed: number;
  /** The count of the patients is told: else nothing of them is. */
  readonly isTold: boolean;
}

function releasedMeasure(
  { level, values, rate }: Measure,
  { patients, observed, isTold }: Behind,
  policy: DisclosurePolicy,
): ReleasedMeasure {
  if (rate === null) {
    const valued = values.map((value) => ({
      level: value.level,
      value: releasedValue(isTold ? value : { ...value, value: null }, patients, policy),
    }));
    return { level, values: valued };
  }
  const { events, time } = releaseEvents(
    {
      events: rate.events,
      affected: isTold ? patients : null,
      patients: observed,
      time: yearsFromDays(rate.days),
    },
    policy,
  );
  const together = releasedTogether([
    { code: 'events', part: events },
    { code: 'time', part: time },
  ]);
  const computed = (of: (found: ReturnType<typeof exactPoisson>) => number | null | undefined) =>
    fromReleased(together, () => {
      if (events.value === null || time.value === null || time.value === 0) return { value: null };
      const number = of(exactPoisson(events.value, time.value / 100));
      return { value: number == null ? null : Number(number.toPrecision(3)) };
    });
  const told: Readonly<Record<(typeof rateValues)[number], ReleasedNumber>> = {
    events,
    years: time,
    rate: computed(({ estimate }) => estimate),
    lower: computed(({ interval }) => interval?.lower),
    upper: computed(({ interval }) => interval?.upper),
  };
  return { level, values: rateValues.map((name) => ({ level: name, value: told[name] })) };
}

function releasedValue(
  { kind, value, p = 0.5 }: MeasuredValue,
  patients: number,
  policy: DisclosurePolicy,
): ReleasedNumber {
  if (kind === 'mean') return releaseMoment(value, patients, policy);
  // Of a share as many patients lie on either side as of the quantile at its height; nobody and everybody tell of all.
  return releaseQuantile(value, kind === 'quantile' ? p : (value ?? 0), patients, policy);
}
