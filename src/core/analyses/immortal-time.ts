import type { CohortDefinition } from '@core/cohort/cohort-definition';
import {
  conditionKnownFrom,
  factKnownFrom,
  factsKnownAtFirstStop,
  type KnownFrom,
  latest,
} from '@core/cohort/fact-known';
import { daysPerMonth } from '@core/domain/calendar';
import type { EndpointDefinition } from '@core/endpoint/endpoint-definition';
import type { EndpointRow, EndpointTable } from './endpoint-survival';
import { byCohorts, type CurveGroup, responseVariables } from './group-variable';
import { type CovariateId, isStopCovariate } from './model-definition';
import type { ModelTable } from './model-table';

/** Something that the curves assume of a patient before it can be known. */
export interface EarlyAssumption {
  /** The grouping, or the place of a rule of the cohort. */
  readonly by:
    | { readonly kind: 'group'; readonly group: CurveGroup }
    /** One of the cohorts that are compared. */
    | { readonly kind: 'cohort'; readonly name: string }
    | { readonly kind: 'covariate'; readonly covariate: CovariateId }
    | { readonly kind: 'rule'; readonly rule: number };
  /** Months after the origin from which it is known. */
  readonly knownFrom: KnownFrom;
}

export interface ImmortalTime {
  readonly assumptions: readonly EarlyAssumption[];
  /** The earliest landmark that mends them all; `null` when one of them is known at the end only. */
  readonly landmarkMonths: number | null;
  /** Patients who leave the follow-up before that landmark, and those of them with the event or a competing one. */
  readonly leaveBefore: number;
  readonly eventsBefore: number;
}

/** Origins near the start of the first TKI, from which the facts count their months. */
const earlyOrigins: ReadonlySet<string> = new Set(['diagnosis', 'first_tki', 'line_start']);

/**
 * Who could only be in a group, or in the cohort, by living and being followed long enough: immortal time.
 *
 * A curve from the origin compares groups as if their members had been known then. Whoever has the event before the group
 * can be known is never in it, so that the group looks better than it is. A landmark at the month from which all is known
 * compares only those who are event-free then; what is known at the end only needs a time-dependent analysis.
 *
 * Asked of curves that begin near the first TKI. After a stop of treatment the milestones of the first year lie behind, and
 * facts that are known at the end only still look ahead.
 *
 * @returns `null` when nothing is assumed too early
 * @see Anderson, Cain & Gelber, Analysis of survival by tumor response, J Clin Oncol 1983, doi:10.1200/JCO.1983.1.11.710
 */
export function immortalTime(
  table: EndpointTable,
  cohort: CohortDefinition,
  compared: readonly { readonly name: string; readonly cohort: CohortDefinition }[] = [],
): ImmortalTime | null {
  const { endpoint, groupBy, rows } = table;
  const group = responseVariables.find((variable) => variable === groupBy);
  return judged(endpoint, rows, [
    ...(group === undefined
      ? []
      : [{ by: { kind: 'group' as const, group }, knownFrom: factKnownFrom[group] }]),
    ...(groupBy === 'tki_duration' && isEarlyOrigin(endpoint)
      ? [{ by: { kind: 'group' as const, group: groupBy }, knownFrom: 'end' as const }]
      : []),
    ...(groupBy === byCohorts ? [] : ofRules(cohort)),
    ...compared.map(({ name, cohort: { rules } }) => ({
      by: { kind: 'cohort' as const, name },
      knownFrom: latest(rules.map(({ condition }) => conditionKnownFrom(condition))),
    })),
  ]);
}

/** The same of a regression: its covariates, and the rules of the cohort. */
export function immortalCovariates(table: ModelTable, cohort: CohortDefinition): ImmortalTime | null {
  const { endpoint, day, kind, covariates } = table;
  const rows = Array.from(day, (one, at) => ({
    day: one,
    kind: (kind[at] as number) < 0 ? null : (kind[at] as number),
    patients: 1,
  }));
  return judged(endpoint, rows, [
    ...covariates.map(({ id }) => ({
      by: { kind: 'covariate' as const, covariate: id },
      knownFrom: covariateKnownFrom(id, endpoint),
    })),
    ...ofRules(cohort),
  ]);
}

/** How long after the origin a covariate is known. What is judged on the day of the first stop is known at any stop. */
export function covariateKnownFrom(id: CovariateId, { origin }: EndpointDefinition): KnownFrom {
  const afterStop = origin.event === 'stop' || origin.event === 'restart';
  if (isStopCovariate(id)) return afterStop ? 0 : 'end';
  return afterStop && factsKnownAtFirstStop.has(id) ? 0 : factKnownFrom[id];
}

const ofRules = ({ rules }: CohortDefinition): readonly EarlyAssumption[] =>
  rules.map(({ condition }, rule) => ({
    by: { kind: 'rule', rule },
    knownFrom: conditionKnownFrom(condition),
  }));

function judged(
  endpoint: EndpointDefinition,
  rows: readonly Pick<EndpointRow, 'day' | 'kind' | 'patients'>[],
  all: readonly EarlyAssumption[],
): ImmortalTime | null {
  const isEarly = isEarlyOrigin(endpoint);
  const assumptions = all.filter(
    ({ knownFrom }) => knownFrom === 'end' || (isEarly && knownFrom > (endpoint.landmarkMonths ?? 0)),
  );
  if (assumptions.length === 0) return null;
  const months = assumptions.map(({ knownFrom }) => knownFrom);
  const landmarkMonths = months.includes('end') ? null : Math.max(...months.map(Number));
  const before = rows.filter(({ day }) => landmarkMonths !== null && day <= landmarkMonths * daysPerMonth);
  const patients = (some: typeof rows) => some.reduce((sum, row) => sum + row.patients, 0);
  return Object.freeze({
    assumptions,
    landmarkMonths,
    leaveBefore: patients(before),
    eventsBefore: patients(before.filter(({ kind }) => kind !== null)),
  });
}

const isEarlyOrigin = ({ origin }: EndpointDefinition): boolean =>
  earlyOrigins.has(origin.event) && (!('number' in origin) || origin.number === 1);
