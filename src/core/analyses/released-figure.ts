import type { DisclosurePolicy } from '@core/disclosure/policy';
import {
  assembled,
  fromReleased,
  type Released,
  releasedShare,
  releaseQuantile,
} from '@core/disclosure/released';
import { type ProtectedCount, releasedSum, toldAtLeast } from '@core/disclosure/released-counts';
import { everybody } from '@core/disclosure/session-audit';
import { CountSheet } from './count-sheet';
import type { CountedFigure, CountedPanel } from './counted-figure';
import { addMargins, type FigureRelease, releasedAlone } from './figure-margins';
import type { Depth, MolecularResponse } from './molecular-response';
import type { ReleasedMeasures } from './released-measures';

type ReleasedShare = ReturnType<typeof releasedShare>;
type ReleasedValue = ReturnType<typeof releaseQuantile>;

export interface ReleasedBarPart {
  readonly level: string;
  readonly patients: ProtectedCount;
  /** Of its bar. */
  readonly share: ReleasedShare;
}

export interface ReleasedBar {
  readonly level: string;
  /** All of the figure, or the sum of its released parts (`releasedSum`). */
  readonly patients: ProtectedCount;
  readonly parts: readonly ReleasedBarPart[];
}

/** A figure of counts as it may leave. */
export interface ReleasedBars {
  readonly kind: 'bars';
  readonly patients: ProtectedCount;
  readonly panels: readonly { readonly level: string; readonly bars: readonly ReleasedBar[] }[];
}

/** A quantile of BCR::ABL1 IS in percent: a value, or a level that it lies below. */
export interface ReleasedDepth {
  readonly kind: Depth['kind'];
  readonly percent: ReleasedValue;
}

/** One visit as it may leave; the month stands as text: it is a label, not a count. */
export interface ReleasedVisit {
  readonly month: string;
  readonly patients: ProtectedCount;
  readonly lowerQuartile: ReleasedDepth;
  readonly median: ReleasedDepth;
  readonly upperQuartile: ReleasedDepth;
}

/** Quantiles at visits as they may leave: never a course of a patient. */
export interface ReleasedVisits {
  readonly kind: 'visits';
  readonly patients: ProtectedCount;
  readonly curves: readonly { readonly level: string; readonly visits: readonly ReleasedVisit[] }[];
}

export type ReleasedFigure = ReleasedBars | ReleasedVisits | ReleasedMeasures;

interface BarPlaces {
  readonly level: string;
  readonly whole: number;
  readonly parts: readonly { readonly level: string; readonly place: number }[];
}

/**
 * A figure of counts through disclosure control. All its counts are released together, beside whatever a reader can add up:
 * the parts of a bar, the bars of a panel, and where panels follow each other the parts that become the bars of the next. A bar
 * that is not of all patients is told as the sum of its released parts, never with a total of its own; shares are those of
 * released counts.
 */
export function releasedBars(
  { patients, panels }: CountedFigure,
  policy: DisclosurePolicy,
  named: FigureRelease = releasedAlone(policy),
): Released<ReleasedBars> {
  const sheet = new CountSheet();
  const all = sheet.add(patients, everybody);
  let before: readonly BarPlaces[] = [];
  const places = panels.map((panel) => {
    const bars = panelPlaces(panel, { all, before, sheet, keyOf: named.keyOf });
    before = bars;
    return { level: panel.level, bars };
  });
  for (const { level, bars } of places) {
    const counts = bars.flatMap((bar) =>
      bar.parts.map((part) => ({
        at: { panel: level, bar: bar.level, part: part.level },
        place: part.place,
      })),
    );
    addMargins(sheet, counts, named.marginsOf);
  }
  const released = named.release(sheet);
  const at = (place: number) => released[place] as ProtectedCount;
  return assembled<ReleasedBars>({
    kind: 'bars',
    patients: at(all),
    panels: places.map(({ level, bars }) => ({
      level,
      bars: bars.map((bar) => {
        const parts = bar.parts.map((part) => ({ level: part.level, patients: at(part.place) }));
        const whole =
          bar.whole === all
            ? at(all)
            : releasedSum(
                parts.map((part) => part.patients),
                policy,
              );
        return {
          level: bar.level,
          patients: whole,
          parts: parts.map((part) => ({ ...part, share: releasedShare(part.patients, whole) })),
        };
      }),
    })),
  });
}

interface PanelContext extends Pick<FigureRelease, 'keyOf'> {
  readonly all: number;
  readonly before: readonly BarPlaces[];
  readonly sheet: CountSheet;
}

function panelPlaces(
  { level: panel, relation, bars }: CountedPanel,
  { all, before, sheet, keyOf }: PanelContext,
): readonly BarPlaces[] {
  const placed = bars.map(({ level, parts }): BarPlaces => {
    const whole =
      relation === 'same' ? all : sheet.addHidden(parts.reduce((sum, { patients }) => sum + patients, 0));
    const places = parts.map((part) => ({
      level: part.level,
      place: sheet.add(part.patients, keyOf({ panel, bar: level, part: part.level })),
    }));
    sheet.within(
      whole,
      places.map(({ place }) => place),
    );
    return { level, whole, parts: places };
  });
  const wholes = placed.map(({ whole }) => whole);
  if (relation === 'apart') sheet.within(all, wholes);
  if (relation === 'on') {
    for (const { level, whole } of placed) {
      const still = before.find((bar) => bar.level === level)?.parts.at(-1);
      if (still !== undefined) sheet.within(still.place, [whole]);
    }
  }
  if (relation === 'next') {
    for (const { level, whole } of placed) {
      const leading = before.flatMap(({ parts }) => parts.filter((part) => part.level === level));
      sheet.within(
        whole,
        leading.map(({ place }) => place),
      );
    }
  }
  return placed;
}

/**
 * Quantiles of a response at its visits through disclosure control: the median where as many patients as the threshold lie on
 * either side of it, the quartiles where as many lie beyond each, to two significant digits. Visits with neither are left out.
 * Groups are told with their counts at each visit; visits are not the same patients, so that no count is the sum of others but
 * those of the groups, whose sum no figure by groups tells.
 */
export function releasedVisits(
  { curves, onCurve }: Pick<MolecularResponse, 'curves' | 'onCurve'>,
  policy: DisclosurePolicy,
  named: FigureRelease = releasedAlone(policy),
): Released<ReleasedVisits> {
  const sheet = new CountSheet();
  const all = sheet.add(onCurve, everybody);
  const placed = curves.map(({ level, visits }) => ({
    level,
    visits: visits.map((visit) => {
      const at = { panel: 'visits', bar: level, part: String(visit.month) };
      return { visit, at, place: sheet.add(visit.patients, named.keyOf(at)) };
    }),
  }));
  addMargins(
    sheet,
    placed.flatMap(({ visits }) => visits),
    named.marginsOf,
  );
  const released = named.release(sheet);
  const told = (place: number) => released[place] as ProtectedCount;
  return assembled<ReleasedVisits>({
    kind: 'visits',
    patients: told(all),
    curves: placed
      .map(({ level, visits }) => ({
        level,
        visits: visits
          .map(({ visit, place }) => {
            const patients = told(place);
            // Nothing is measured of patients whose number is not told.
            const depth = ({ kind, percent }: Depth, p: number): ReleasedDepth => ({
              kind,
              percent: releaseQuantile(percent, p, toldAtLeast(patients, policy), policy),
            });
            return {
              month: String(visit.month),
              patients,
              lowerQuartile: depth(visit.lowerQuartile, 0.25),
              median: depth(visit.median, 0.5),
              upperQuartile: depth(visit.upperQuartile, 0.75),
            };
          })
          .filter(({ median }) => median.percent.value !== null),
      }))
      .filter(({ visits }) => visits.length > 0),
  });
}

/** Whether something of it can be drawn: else the export is refused. */
export function hasNumbers(figure: ReleasedFigure): boolean {
  if (figure.kind === 'visits') return figure.curves.length > 0;
  if (figure.kind === 'measures')
    return figure.rows.some(({ measures }) =>
      measures.some(({ values }) => values.some(({ value }) => value.value !== null)),
    );
  return figure.panels.some(({ bars }) =>
    bars.some(({ parts }) => parts.some(({ share }) => share.share !== null && share.share > 0)),
  );
}

/** The numbers of a figure, plain: what its manifest keeps and what a replay compares; `null`: not told. */
export type FigureNumbers = Readonly<Record<string, unknown>>;

const told = (count: ProtectedCount): number | null => (count.kind === 'rounded' ? count.value : null);

/** The plain numbers of a released figure; shares to 4 decimals. */
export const figureNumbers = (value: Released<ReleasedFigure>): Released<FigureNumbers> =>
  fromReleased(value, (figure): FigureNumbers => {
    if (figure.kind === 'visits') {
      return {
        patients: told(figure.patients),
        curves: figure.curves.map(({ level, visits }) => ({
          level,
          visits: visits.map(({ month, patients, lowerQuartile, median, upperQuartile }) => ({
            level: month,
            patients: told(patients),
            lowerQuartile: lowerQuartile.percent.value,
            median: median.percent.value,
            upperQuartile: upperQuartile.percent.value,
          })),
        })),
      };
    }
    if (figure.kind === 'measures') {
      return {
        rows: figure.rows.map(({ level, counts, measures }) => ({
          level,
          counts: counts.map((count) => ({ level: count.level, patients: told(count.patients) })),
          measures: measures.map((measure) => ({
            level: measure.level,
            values: measure.values.map((one) => ({ level: one.level, value: one.value.value })),
          })),
        })),
      };
    }
    return {
      patients: told(figure.patients),
      panels: figure.panels.map(({ level, bars }) => ({
        level,
        bars: bars.map((bar) => ({
          level: bar.level,
          patients: told(bar.patients),
          parts: bar.parts.map(({ level: part, patients, share: { share } }) => ({
            level: part,
            patients: told(patients),
            share: share === null ? null : Number(share.toFixed(4)),
          })),
        })),
      })),
    };
  });
