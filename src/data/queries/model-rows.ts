import type { KeyedModelTable } from '@core/analyses/fitted-sets';
import {
  type CovariateId,
  isNumberCovariate,
  isStopCovariate,
  levelsOfCovariate,
  type StopCovariateId,
} from '@core/analyses/model-definition';
import type { CovariateColumn, ModelTable } from '@core/analyses/model-table';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { type PatientLevel, patientLevel } from '@core/disclosure/patient-level';
import type { EndpointDefinition, ReachedDepth } from '@core/endpoint/endpoint-definition';
import { type ExclusionReason, exclusionReasons } from '@core/endpoint/endpoint-exit';
import type { Engine } from '@data/engine/engine';
import { askCohort } from './ask-cohort';
import { anchorSql } from './cohort/anchor-sql';
import { compileEndpoint, reachedDay } from './compile-endpoint';
import { withExits } from './derived/ready-exits';
import { groupLevelSql } from './group-level';
import modelRowsSql from './model-rows.sql?raw';
import type { Question } from './question';
import { identifier, literal } from './sql-text';

export interface ModelQuestion {
  readonly cohort: CohortDefinition;
  readonly endpoint: EndpointDefinition;
  readonly covariates: readonly CovariateId[];
  readonly reached: ReachedDepth | null;
}

/** Exits from the follow-up of an endpoint with the covariates of a regression: one place per analysed patient. */
export const modelRows: Question<ModelQuestion, PatientLevel<ModelTable>> = {
  id: 'model-rows',
  async ask(engine, question, options) {
    return patientLevel(modelTable(question, await askRows(engine, question, options, null)));
  },
};

/** The same with the number of each patient: to compare sets of patients in memory, never to be shown. */
export const keyedModelRows: Question<ModelQuestion, PatientLevel<KeyedModelTable>> = {
  id: 'keyed-model-rows',
  async ask(engine, question, options) {
    const rows = await askRows(engine, question, options, 'patient_key');
    const keys = rows.filter(({ reason }) => reason === null).map(({ key }) => key);
    return patientLevel({ table: modelTable(question, rows), keys: Uint32Array.from(keys) });
  },
};

/** Patients who are the same in everything that a regression reads; with their number, one. */
interface AlikePatients {
  readonly reason: ExclusionReason | null;
  readonly key: number;
  /** Entry, day, kind, covariates, and the day of the response. */
  readonly cells: readonly number[];
  readonly patients: number;
}

function askRows(
  engine: Engine,
  { cohort, endpoint, covariates, reached }: ModelQuestion,
  options: { readonly signal: AbortSignal },
  key: 'patient_key' | null,
): Promise<readonly AlikePatients[]> {
  const origin = anchorSql(endpoint.origin);
  const names = [...covariates.map((_, at) => `covariate_${at}`), 'reached_day'];
  const cells = [...covariates.map(covariateSql), reachedSql(reached)];
  const keys = key === null ? [] : [key];
  const slots = {
    ...compileEndpoint(endpoint),
    origin: origin.sql,
    level: groupLevelSql(null),
    names: [...names, ...keys].join(', '),
    columns: [
      ...names.map((name, at) => `case when reason is null then ${cells[at]} end as ${name}`),
      ...keys,
    ].join(',\n    '),
  };
  return askCohort(
    engine,
    { question: 'model-rows', sql: withExits(modelRowsSql), cohort, slots, before: origin.values },
    options,
    (row) => ({
      reason: row.code('reason', exclusionReasons),
      key: key === null ? 0 : row.count(key),
      cells: ['entry', 'day', 'kind', ...names].map((name) => row.number(name) ?? Number.NaN),
      patients: row.count('patients'),
    }),
  );
}

/** Whether everything that a regression reads of a patient is known, as SQL over the columns of a statement like this one. */
export const isKnownSql = ({ covariates, reached }: Pick<ModelQuestion, 'covariates' | 'reached'>): string =>
  [
    ...covariates.map((id) => `(${covariateSql(id)}) is not null`),
    ...(reached === null ? ['true'] : ['coalesce(evaluable_samples, 0) > 0']),
  ].join(' and ');

function modelTable(
  { endpoint, covariates, reached }: ModelQuestion,
  rows: readonly AlikePatients[],
): ModelTable {
  const analysed = rows.filter(({ reason }) => reason === null);
  const column = (place: number) => written(analysed, place);
  return {
    endpoint,
    entry: column(0),
    day: column(1),
    kind: column(2).map((value) => (Number.isNaN(value) ? -1 : value)),
    covariates: covariates.map((id, at) => columnOf(id, column(3 + at))),
    reached: reached === null ? null : { depth: reached, day: column(3 + covariates.length) },
    excluded: exclusionReasons.flatMap((reason) => {
      const left = rows.filter((row) => row.reason === reason);
      const patients = left.reduce((sum, row) => sum + row.patients, 0);
      return patients === 0 ? [] : [{ reason, patients }];
    }),
  };
}

/** A column of every row, as many times as it has patients. */
function written(rows: readonly AlikePatients[], place: number): Float64Array {
  const values = new Float64Array(rows.reduce((sum, { patients }) => sum + patients, 0));
  let at = 0;
  for (const { cells, patients } of rows) {
    values.fill(cells[place] ?? Number.NaN, at, at + patients);
    at += patients;
  }
  return values;
}

const columnOf = (id: CovariateId, values: Float64Array): CovariateColumn =>
  isNumberCovariate(id)
    ? { kind: 'number', id, values }
    : { kind: 'category', id, levels: levelsOfCovariate(id), codes: values };

/** Of who has stopped: both are judged on the day of the first stop. */
const stopCovariateSql: Readonly<Record<StopCovariateId, string>> = {
  tki_years_before_stop: 'recurrence.tki_years_before_stop::double',
  mr4_months_before_stop:
    'case when recurrence.patient_key is not null then cohort.decision_mr4_months end::double',
};

/** A number, or the place of a code in its list; null when not known. */
function covariateSql(id: CovariateId): string {
  if (isStopCovariate(id)) return stopCovariateSql[id];
  // `patient_anchor` has names of its own that are facts too.
  if (isNumberCovariate(id)) return `cohort.${identifier(id)}::double`;
  const places = levelsOfCovariate(id).map((level, at) => `when ${literal(level)} then ${at}`);
  return `(case cohort.${identifier(id)} ${places.join(' ')} end)::double`;
}

/** The day of a depth since the origin; infinite when it was never seen, null without an evaluable sample. */
const reachedSql = (depth: ReachedDepth | null): string =>
  depth === null
    ? 'null::double'
    : `case when coalesce(evaluable_samples, 0) > 0
      then coalesce((patient_anchor.${reachedDay[depth]} - zero)::double, 'infinity'::double) end`;
