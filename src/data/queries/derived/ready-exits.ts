import type { EndpointDefinition } from '@core/endpoint/endpoint-definition';
import type { Engine, QueryOptions } from '@data/engine/engine';
import { anchorSql } from '../cohort/anchor-sql';
import { type CompiledSql, sqlOf } from '../cohort/compiled-sql';
import { KeptTables } from '../cohort/kept-tables';
import { isRead } from '../cohort/ready-cohort';
import { compileEndpoint } from '../compile-endpoint';
import { groupLevelSql } from '../group-level';
import { fillSlots, identifier } from '../sql-text';
import { type KeyRange, ofPatientsSql } from './curve-origin-sql';
import endpointExitSql from './endpoint-exit.sql?raw';
import exitOfEveryoneSql from './exit-everyone.sql?raw';
import { patientRanges, patientsPerStep } from './patient-ranges';

/** A statement on exits with its first part in its place, whose slots it then has too. */
export const withExits = (sql: string): string => sql.replace('{{exits}}', () => endpointExitSql.trimEnd());

const exits = new KeptTables({
  prefix: 'endpoint_exit',
  columns:
    'patient_key integer, reason varchar, entry integer, day integer, kind integer, included_later boolean',
  most: 12,
  finish: () => Promise.resolve(),
});

/** A statement on the exits of every patient of the extract, or of a range of them, whatever the cohort. */
export function ofEveryone(
  endpoint: EndpointDefinition,
  sql: string,
  keys: KeyRange | null = null,
  slots: Readonly<Record<string, string>> = {},
): CompiledSql {
  const among = keys === null ? 'true' : ofPatientsSql(keys);
  const origin = anchorSql(endpoint.origin, among);
  return sqlOf(
    fillSlots(withExits(sql), {
      ...slots,
      ...compileEndpoint(endpoint, keys),
      origin: origin.sql,
      facts: 'patient_fact',
      cohort: among,
      level: groupLevelSql(null),
    }),
    origin.values,
  );
}

/**
 * How every patient of the extract leaves the follow-up of an endpoint: a table that is made the first time that the
 * endpoint is asked for. A change of the cohort then goes through patients, not through samples.
 */
export async function readyExits(
  engine: Engine,
  endpoint: EndpointDefinition,
  options: Pick<QueryOptions, 'signal'> = {},
): Promise<CompiledSql> {
  if (isRead(engine)) return passingExits(endpoint);
  const key = JSON.stringify(endpoint);
  const ranges = await patientRanges(engine, options);
  const fill = (name: string) =>
    ranges.map((range) => {
      const { sql, values } = ofEveryone(endpoint, exitOfEveryoneSql, range);
      return sqlOf(`insert into ${identifier(name)}\n${sql}`, values);
    });
  const tables = await exits.ready(engine, [{ key, fill }], options);
  return sqlOf(identifier(tables.get(key)?.name ?? ''));
}

/** The same for a single reading, in parts: no table is made for it, one that stands is read. */
export async function exitsOnce(
  engine: Engine,
  endpoint: EndpointDefinition,
  perStep = patientsPerStep,
): Promise<readonly CompiledSql[]> {
  if (exits.has(engine, JSON.stringify(endpoint))) return [await readyExits(engine, endpoint)];
  return (await patientRanges(engine, { perStep })).map((range) => passingExits(endpoint, range));
}

/** The same for one reading of some patients, without a table. */
export function passingExits(endpoint: EndpointDefinition, keys: KeyRange | null = null): CompiledSql {
  const { sql, values } = ofEveryone(endpoint, exitOfEveryoneSql, keys);
  return sqlOf(`(${sql}) as endpoint_exit`, values);
}

/** Drops what was made from tables that have changed since. */
export const forgetExits = (engine: Engine): Promise<void> => exits.forget(engine);
