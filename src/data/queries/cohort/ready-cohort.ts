import type { AnchorEvent } from '@core/cohort/anchor-event';
import {
  askedConditions,
  type CohortDefinition,
  type CohortRule,
  everyone,
} from '@core/cohort/cohort-definition';
import type { VerdictColumn } from '@core/cohort/verdict-column';
import type { Engine, QueryOptions } from '@data/engine/engine';
import { foundByRules } from '../quality/found-by-rules';
import type { TableOfCohort } from '../question';
import { fillSlots, identifier } from '../sql-text';
import { type CompiledCohort, compileCohort, verdictTables } from './compile-cohort';
import { KeptTables, type StandingTable } from './kept-tables';
import ruleVerdictsSql from './rule-verdicts.sql?raw';

/** A verdict takes a byte and a bit per patient in the engine, and a byte beside it, for counting. */
const verdicts = new KeptTables<VerdictColumn>({
  prefix: 'verdict',
  columns: 'patient_key integer, verdict boolean',
  most: 64,
  finish: async (engine, name, asker) => {
    await inOrder(engine, name, asker);
    // At once: figures that wait for the table too would be answered first, and counts would come after them.
    const { columns } = await engine.query(fillSlots(ruleVerdictsSql, { verdicts: identifier(name) }), asker);
    return new Uint8Array((columns.verdict ?? []) as ArrayLike<number>);
  },
});

const standIns = new WeakMap<Engine, TableOfCohort>();

/** Lets every cohort that is asked of an engine be a table: for reading statements, not for answering them. */
export function standCohortsIn(engine: Engine, tableOf: TableOfCohort): void {
  standIns.set(engine, tableOf);
}

/** Whether what is asked of this engine is read, not answered: nothing can stand in it. */
export const isRead = (engine: Engine): boolean => standIns.has(engine);

/**
 * A cohort compiled, with the tables it needs standing in the engine: those of conditions on events are made the first
 * time that a condition is asked for.
 */
export async function readyCohort(
  engine: Engine,
  cohort: CohortDefinition,
  options: Pick<QueryOptions, 'signal'> = {},
): Promise<CompiledCohort> {
  const standIn = standIns.get(engine);
  if (standIn !== undefined)
    return { ...compileCohort(everyone, () => ''), facts: `temp.${standIn(cohort)}` };
  const tables = await readyVerdicts(engine, cohort.rules, cohort.index, options);
  return compileCohort(cohort, (key) => tables.get(key)?.name ?? '');
}

/**
 * The tables of verdicts that rules and an index event need, standing in the engine, by their keys; each tells its verdicts
 * as `VerdictColumn` has them.
 */
export async function readyVerdicts(
  engine: Engine,
  rules: readonly CohortRule[],
  index: AnchorEvent,
  options: Pick<QueryOptions, 'signal'> = {},
): Promise<ReadonlyMap<string, StandingTable<VerdictColumn>>> {
  const asksOfQuality = rules.some(({ condition }) =>
    askedConditions(condition).some(({ kind }) => kind === 'quality'),
  );
  if (asksOfQuality) await foundByRules(engine);
  const wanted = verdictTables(rules, index).map(({ key, fill }) => ({
    key,
    fill: (name: string) => [fill(name)],
  }));
  return verdicts.ready(engine, wanted, options);
}

/** Grouping by a small whole number gives its order, but does not promise it: sorting is for when it did not. */
async function inOrder(
  engine: Engine,
  name: string,
  cancellable: Pick<QueryOptions, 'signal'>,
): Promise<void> {
  const { columns } = await engine.query(
    `select count(*) as strays from ${name} where patient_key <> rowid`,
    cancellable,
  );
  if (columns.strays?.[0] === 0) return;
  const sorted = `select patient_key, verdict from ${name} order by patient_key`;
  await engine.run(`create or replace table ${name} as ${sorted}`, cancellable);
}
