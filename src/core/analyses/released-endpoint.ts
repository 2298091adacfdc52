import { partSizes, toldBeside } from '@core/disclosure/differencing';
import type { DisclosurePolicy } from '@core/disclosure/policy';
import { fromReleased, type Released, releasedTogether } from '@core/disclosure/released';
import {
  type CurveRefusal,
  midpoint,
  type ReleasedExits,
  releaseExits,
} from '@core/disclosure/released-exits';
import { daysPerMonth, monthsFromDays } from '@core/domain/calendar';
import type { EndpointDefinition } from '@core/endpoint/endpoint-definition';
import {
  causeOf,
  curveLevels,
  type EndpointOptions,
  type EndpointRow,
  type EndpointSurvival,
  type EndpointTable,
  endpointSurvival,
  monthsOf,
} from './endpoint-survival';
import { byCohorts } from './group-variable';

/** A curve that may not leave. */
export interface RefusedCurve {
  /** A level of the group variable, or `all`. */
  readonly level: string;
  readonly reason: CurveRefusal;
  /** What the policy asks for at least. */
  readonly least: number;
}

/** The curves of an endpoint as they may leave: a table of released exits, and all that is computed from it. */
export interface ReleasedEndpoint {
  readonly table: EndpointTable;
  readonly survival: EndpointSurvival;
  readonly refused: readonly RefusedCurve[];
}

/**
 * The curves of an endpoint through disclosure control, curve by curve: estimates, intervals, tests and medians are those of
 * the released exits, so that nothing is told that they do not tell. Kinds of one event are told together.
 *
 * Curves of cohorts, which may share patients, are told in their order as long as no part of them is small (`toldBeside`); how many
 * patients are on several curves is told as a midpoint.
 *
 * @param followed  of a table by cohorts, the patients on the curve of each of its `names`; else none
 * @throws RangeError for a table by cohorts without them
 */
export function releasedEndpoint(
  table: EndpointTable,
  options: EndpointOptions,
  policy: DisclosurePolicy,
  followed: readonly Uint32Array[] = [],
): Released<ReleasedEndpoint> {
  const { endpoint, groupBy, rows, names = [] } = table;
  if (groupBy === byCohorts && followed.length !== names.length)
    throw new RangeError('cohorts are told of whose patients are known only');
  const late = rows.some(({ entry }) => entry !== null);
  const frame = { causes: 1 + endpoint.competing.length, daysPerMonth };
  const curves = curveLevels(table).map((level) => {
    const exits = rows
      .filter((row) => row.level === level)
      .map(({ day, kind, patients }) => ({ day, cause: causeOf(endpoint, kind), patients }));
    return { level, curve: releaseExits(exits, late, frame, policy) };
  });
  const passed = curves.filter(({ curve }) => curve.kind === 'released').map(({ level }) => level);
  const setsOf = (levels: readonly string[]) =>
    groupBy === byCohorts ? levels.map((level) => followed[names.indexOf(level)] ?? new Uint32Array()) : [];
  const safe = toldBeside(setsOf(passed), policy);
  const overlapping = passed.filter((_, k) => safe[k] === false);
  const told = curves.flatMap(({ level, curve }) =>
    curve.kind === 'released' && !overlapping.includes(level) ? [{ code: level, part: curve.curve }] : [],
  );
  const refused = curves.flatMap(({ level, curve }): readonly RefusedCurve[] => {
    if (curve.kind === 'refused') return [{ level, reason: curve.reason, least: curve.least }];
    return overlapping.includes(level) ? [{ level, reason: 'overlap', least: policy.threshold }] : [];
  });
  const shared = partSizes(setsOf(told.map(({ code }) => code)))
    .filter((_, part) => (part & (part - 1)) !== 0)
    .reduce((sum, patients) => sum + patients, 0);
  return fromReleased(releasedTogether(told), (parts) => {
    const released: EndpointTable = {
      endpoint,
      groupBy,
      ...(groupBy === byCohorts
        ? { names: told.map(({ code }) => code), shared: midpoint(shared, policy.survivalBase) }
        : {}),
      rows: parts.flatMap(({ code, part }) => releasedRows(code, part, endpoint)),
      excluded: [],
    };
    return { table: released, survival: endpointSurvival(released, options), refused };
  });
}

function releasedRows(
  level: string,
  { exits }: ReleasedExits,
  { event }: EndpointDefinition,
): readonly EndpointRow[] {
  return exits.map(({ day, cause, patients }) => ({
    level,
    entry: null,
    day,
    kind: cause === 0 ? null : cause === 1 ? 0 : event.length + cause - 2,
    patients,
  }));
}

/** One grid time of a released curve. */
export interface ReleasedStep {
  readonly month: number;
  readonly atRisk: number;
  /** Events of each cause at this time, cause 1 first. */
  readonly events: readonly number[];
  readonly censored: number;
  readonly eventFree: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Cumulative incidence of each cause; empty unless `hasIncidence`. */
  readonly incidence: readonly number[];
}

/** The numbers of a released figure, plain: what its table prints, what its manifest keeps and what a replay compares. */
export interface ReleasedNumbers {
  readonly curves: readonly {
    readonly level: string;
    readonly patients: number;
    readonly medianMonths: number | null;
    readonly landmarks: readonly {
      readonly month: number;
      readonly eventFree: number | null;
      readonly incidence: readonly (number | null)[];
    }[];
    readonly steps: readonly ReleasedStep[];
  }[];
  readonly logRankP: number | null;
  readonly refused: readonly RefusedCurve[];
}

/** The plain numbers of a released figure, rounded as they are printed: probabilities to 4 decimals, months to 2. */
export function releasedNumbers(value: Released<ReleasedEndpoint>): Released<ReleasedNumbers> {
  return fromReleased(value, ({ survival, refused }) => {
    const months = monthsOf(survival.endpoint);
    return {
      curves: survival.curves.map((curve) => ({
        level: curve.level,
        patients: curve.patients,
        medianMonths:
          curve.median.estimate === null ? null : rounded(monthsFromDays(curve.median.estimate), 2),
        landmarks: curve.landmarks.map(({ estimate }, at) => ({
          month: months[at] ?? 0,
          eventFree: rounded(estimate, 4),
          incidence: (curve.incidenceLandmarks[at]?.causes ?? []).map((cause) => rounded(cause.estimate, 4)),
        })),
        steps: Array.from(curve.eventFree.time, (day, k) => ({
          month: rounded(monthsFromDays(day), 2),
          atRisk: curve.eventFree.atRisk[k] as number,
          events: curve.incidence?.causes.map(({ events }) => events[k] as number) ?? [
            curve.eventFree.events[k] as number,
          ],
          censored: curve.eventFree.censored[k] as number,
          eventFree: rounded(curve.eventFree.survival[k] as number, 4),
          lower: limit(curve.eventFree.lower[k]),
          upper: limit(curve.eventFree.upper[k]),
          incidence:
            curve.incidence?.causes.map(({ probability }) => rounded(probability[k] as number, 4)) ?? [],
        })),
      })),
      logRankP: survival.logRank?.pValue == null ? null : Number(survival.logRank.pValue.toPrecision(2)),
      refused,
    };
  });
}

const limit = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : rounded(value, 4);

function rounded(value: number, digits: number): number;
function rounded(value: number | null, digits: number): number | null;
function rounded(value: number | null, digits: number): number | null {
  return value === null ? null : Number(value.toFixed(digits));
}
