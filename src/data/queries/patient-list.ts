import { facts } from '@core/cohort/fact-vocabulary';
import type { PatientListDefinition, PatientOrder } from '@core/cohort/patient-list';
import type { Engine, QueryOptions } from '@data/engine/engine';
import { compileCondition } from './cohort/compile-condition';
import { type CompiledSql, joined, sqlOf } from './cohort/compiled-sql';
import { readyCohort } from './cohort/ready-cohort';
import patientListSql from './patient-list.sql?raw';
import { fillSlots, identifier, literal } from './sql-text';

/** A list that stands in the engine: the keys of its patients in their order, four bytes each. */
export interface PatientList {
  /** Name of its table. */
  readonly name: string;
  readonly patients: number;
}

interface Kept {
  readonly made: Promise<PatientList>;
  readonly signal: AbortSignal | undefined;
}

const keptLists = new WeakMap<Engine, Map<string, Kept>>();
/** The list on screen, those of the orders and filters just before, and one that is being made. */
const mostLists = 6;
let listCount = 0;

/**
 * The list of a definition, sorted and filtered once by the engine: from then on a window of it is found by its place,
 * as quickly at the end as at the beginning.
 */
export async function readyPatientList(
  engine: Engine,
  definition: PatientListDefinition,
  options: Pick<QueryOptions, 'signal'> = {},
): Promise<PatientList> {
  const { signal } = options;
  const kept = keptLists.get(engine) ?? new Map<string, Kept>();
  keptLists.set(engine, kept);
  const key = JSON.stringify(definition);
  // A list that another asker began may be cancelled by that one: who still wants it begins anew.
  for (;;) {
    const list = kept.get(key) ?? { signal, made: makeList(engine, definition, options) };
    kept.delete(key);
    kept.set(key, list);
    try {
      const made = await list.made;
      await dropOldest(engine, kept);
      return made;
    } catch (error) {
      if (kept.get(key) === list) kept.delete(key);
      if (list.signal === signal || !list.signal?.aborted || signal?.aborted) throw error;
    }
  }
}

async function makeList(
  engine: Engine,
  { cohort, filters, order }: PatientListDefinition,
  options: Pick<QueryOptions, 'signal'>,
): Promise<PatientList> {
  const { facts: relation, member } = await readyCohort(engine, cohort, options);
  const kept = keptSql(filters);
  listCount += 1;
  const name = `patient_list_${listCount}`;
  const sql = fillSlots(patientListSql, {
    name: identifier(name),
    facts: relation,
    member: member.sql,
    kept: kept.sql,
    order: order === null ? '' : `${orderSql(order)}, `,
  });
  // In two statements: the engine of the page binds no values to `create table … as`.
  await engine.run(`create table ${identifier(name)} (patient_key integer)`, options);
  try {
    await engine.run(sql, { ...options, values: [...member.values, ...kept.values] });
    const counted = `select count(*)::integer as patients from ${identifier(name)}`;
    const { columns } = await engine.query(counted, options);
    return { name, patients: Number(columns.patients?.[0] ?? 0) };
  } catch (error) {
    await engine.run(`drop table if exists ${identifier(name)}`).catch(() => undefined);
    throw error;
  }
}

/** Whom the filters leave; each is unknown for some, and says itself what happens to them. */
function keptSql(filters: PatientListDefinition['filters']): CompiledSql {
  const parts = filters.map(({ condition, unknown }) => {
    const { sql, values } = compileCondition(condition, () => '');
    return sqlOf(`coalesce(${sql}, ${unknown === 'include'})`, values);
  });
  return joined(parts, 'and', 'true');
}

/** Categories come in the order of the vocabulary (low, intermediate, high), those of an open list by their code. */
function orderSql({ fact, descending }: PatientOrder): string {
  const { kind } = facts[fact];
  const levels = kind === 'category' ? facts[fact].levels : null;
  const places = levels?.map((level, at) => `when ${literal(level)} then ${at}`).join(' ');
  const sorted =
    places === undefined ? identifier(fact) : `(case ${identifier(fact)} ${places} end)::utinyint`;
  return `${sorted} ${descending ? 'desc' : 'asc'} nulls last`;
}

async function dropOldest(engine: Engine, kept: Map<string, Kept>): Promise<void> {
  for (const [key, { made }] of kept) {
    if (kept.size <= mostLists) return;
    kept.delete(key);
    const list = await made.catch(() => null);
    if (list !== null) await engine.run(`drop table if exists ${identifier(list.name)}`);
  }
}
