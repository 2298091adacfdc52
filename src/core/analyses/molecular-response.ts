import {
  type CensoredLevel,
  type LeftCensoredQuantile,
  leftCensoredQuantiles,
} from '@core/statistics/survival/left-censored-quantile';
import type { CurveOrigin } from './curve-origin';
import { type GroupVariable, levelsOf } from './group-variable';

/** Why a patient of the cohort is not on the curve. */
export const curveExclusions = ['no_origin', 'atypical_transcript', 'no_reading'] as const;
export type CurveExclusion = (typeof curveExclusions)[number];

/** Where a patient of the cohort is: on the curve, or not, and why. SQL keeps the place in this list. */
export const curvePlaces = ['drawn', ...curveExclusions] as const;

/**
 * Readings of the cohort at the planned visits, counted: one element per group, visit, thousandth of log10 of
 * BCR::ABL1 IS in percent, and detected or not; in any order. The smallest table the curve can be drawn from.
 */
export interface VisitReadings {
  /** Place in the levels of the group variable. */
  readonly level: ArrayLike<number>;
  readonly month: ArrayLike<number>;
  /** Of the value or, when not detected, of the limit under which it lies. A thousandth is 0.23 % of the value. */
  readonly log10Thousandths: ArrayLike<number>;
  readonly detected: ArrayLike<number>;
  readonly patients: ArrayLike<number>;
}

export interface MolecularResponseTable {
  readonly origin: CurveOrigin;
  readonly groupBy: GroupVariable | null;
  readonly readings: VisitReadings;
  readonly cohort: number;
  /** Patients with a reading in at least one window, per level of the group. */
  readonly drawn: readonly number[];
  /** Patients who would be on a curve if their group were known. */
  readonly groupUnknown: number;
  readonly excluded: Readonly<Record<CurveExclusion, number>>;
}

/** A level of BCR::ABL1 IS in percent: a value, or below one and no nearer known. */
export type Depth = { readonly kind: 'percent' | 'below'; readonly percent: number };

export interface VisitResponse {
  readonly month: number;
  readonly patients: number;
  readonly undetected: number;
  readonly lowerQuartile: Depth;
  readonly median: Depth;
  /** 95 % limits of the median. */
  readonly medianLower: Depth;
  readonly medianUpper: Depth;
  readonly upperQuartile: Depth;
  /** Fewer patients than `fewPatients`: the quartiles say little. */
  readonly few: boolean;
}

/** The course of one group, or of everybody (level `all`). */
export interface ResponseCurve {
  readonly level: string;
  /** Patients with a reading in at least one window. */
  readonly patients: number;
  readonly visits: readonly VisitResponse[];
}

export interface MolecularResponse {
  readonly origin: CurveOrigin;
  readonly groupBy: GroupVariable | null;
  /** One per level with a reading, in the order of the levels. */
  readonly curves: readonly ResponseCurve[];
  readonly cohort: number;
  /** Patients on a curve in at least one window. */
  readonly onCurve: number;
  readonly groupUnknown: number;
  readonly excluded: Readonly<Record<CurveExclusion, number>>;
}

/** Below this number of patients in a window, the point of the median is drawn faintly. */
export const fewPatients = 10;

/**
 * Molecular response since an origin: median and quartiles of BCR::ABL1 IS per visit window and group.
 *
 * Every patient who has the origin and a transcript on the scale counts, whatever the later treatment (intention to
 * treat). An undetected sample is known to lie below its own limit, 3 / control copies · conversion factor · 100 (a
 * factor that is not recorded is 1), and counts as left-censored there: quantiles are those of the reverse Kaplan-Meier
 * method, on thousandths of log10. One that lies below what was measured is `below`, never zero. No window: no visit.
 *
 * @see Gillespie et al. 2010, doi:10.1097/EDE.0b013e3181ce9f08 · `leftCensoredQuantiles` · tests/unit/core/analyses
 */
export function molecularResponse(table: MolecularResponseTable): MolecularResponse {
  const known = estimated.get(table);
  if (known !== undefined) return known;
  const steps = molecularResponseSteps(table);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

const estimated = new WeakMap<MolecularResponseTable, MolecularResponse>();

/**
 * `molecularResponse` in steps of some milliseconds, which may be left at every `yield`: an extract of 100,000 patients has
 * 80,000 readings. Once it is through, `molecularResponse` of the same table is there at once.
 */
export function* molecularResponseSteps(
  table: MolecularResponseTable,
): Generator<undefined, MolecularResponse, void> {
  const { origin, groupBy, cohort, drawn, groupUnknown, excluded } = table;
  const visits = yield* visitsByLevel(table.readings);
  const response: MolecularResponse = {
    origin,
    groupBy,
    curves: levelsOf(groupBy).flatMap((level, index) => {
      const ofLevel = visits.get(index);
      return ofLevel === undefined ? [] : { level, patients: drawn[index] ?? 0, visits: ofLevel };
    }),
    cohort,
    onCurve: drawn.reduce((sum, patients) => sum + patients, 0),
    groupUnknown,
    excluded,
  };
  estimated.set(table, response);
  return response;
}

/** Readings that are sorted into their visits in one step. */
const readingsAtOnce = 20_000;

interface Pile {
  readonly value: number[];
  readonly detected: number[];
  readonly weight: number[];
}

function* visitsByLevel(
  readings: VisitReadings,
): Generator<undefined, ReadonlyMap<number, readonly VisitResponse[]>, void> {
  const piles = new Map<number, Map<number, Pile>>();
  for (let row = 0; row < readings.month.length; row++) {
    if (row % readingsAtOnce === readingsAtOnce - 1) yield;
    const level = readings.level[row] as number;
    const month = readings.month[row] as number;
    const ofLevel = piles.get(level) ?? new Map<number, Pile>();
    piles.set(level, ofLevel);
    const pile = ofLevel.get(month) ?? { value: [], detected: [], weight: [] };
    ofLevel.set(month, pile);
    pile.value.push(readings.log10Thousandths[row] as number);
    pile.detected.push(readings.detected[row] as number);
    pile.weight.push(readings.patients[row] as number);
  }
  const visits = new Map<number, readonly VisitResponse[]>();
  for (const [level, ofLevel] of piles) {
    const ofThis: VisitResponse[] = [];
    for (const [month, pile] of [...ofLevel].toSorted(([a], [b]) => a - b)) {
      ofThis.push(visitOf(month, pile));
      yield;
    }
    visits.set(level, ofThis);
  }
  return visits;
}

function visitOf(month: number, pile: Pile): VisitResponse {
  const [lower, median, upper] = leftCensoredQuantiles(pile, [0.25, 0.5, 0.75]) as [
    LeftCensoredQuantile,
    LeftCensoredQuantile,
    LeftCensoredQuantile,
  ];
  return {
    month,
    patients: median.n,
    undetected: median.censored,
    lowerQuartile: depth(lower.estimate),
    median: depth(median.estimate),
    medianLower: depth(median.lower),
    medianUpper: depth(median.upper),
    upperQuartile: depth(upper.estimate),
    few: median.n < fewPatients,
  };
}

/**
 * Back from thousandths of the logarithm, to three significant digits, which is as many as laboratories give and
 * thousandths can tell: 0.255 % comes back as 0.255.
 */
function depth(level: CensoredLevel | null): Depth {
  if (level === null) throw new RangeError('a visit without a reading');
  return {
    kind: level.kind === 'at' ? 'percent' : 'below',
    percent: Number((10 ** (level.value / 1000)).toPrecision(3)),
  };
}
