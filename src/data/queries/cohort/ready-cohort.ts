import type { AnchorEvent } from '@core/cohort/anchor-event';
import { type CohortDefinition, type CohortRule, everyone } from '@core/cohort/cohort-definition';
import type { Engine, QueryOptions } from '@data/engine/engine';
import { type CompiledCohort, compileCohort, type VerdictTable, verdictTables } from './compile-cohort';
import type { CompiledSql } from './compiled-sql';

/** Verdict tables of one engine: made once, kept while they are asked for. */
interface Kept {
  readonly name: string;
  readonly made: Promise<void>;
  /** Of the asker who began it. */
  readonly signal: AbortSignal | undefined;
}

const keptTables = new WeakMap<Engine, Map<string, Kept>>();
/** A verdict takes a byte and a bit per patient; beyond this the one that was asked for longest ago goes. */
const mostTables = 64;

const standIns = new WeakMap<Engine, string>();

/** Lets every cohort that is asked of an engine be a table of this name: for reading statements, not for answering them. */
export function standCohortIn(engine: Engine, table: string): void {
  standIns.set(engine, table);
}

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
  if (standIn !== undefined) return { ...compileCohort(everyone, () => ''), facts: standIn };
  const names = await readyVerdicts(engine, cohort.rules, cohort.index, options);
  return compileCohort(cohort, (key) => names.get(key) ?? '');
}

/** The tables of verdicts that rules and an index event need, standing in the engine: their names by their keys. */
export async function readyVerdicts(
  engine: Engine,
  rules: readonly CohortRule[],
  index: AnchorEvent,
  { signal }: Pick<QueryOptions, 'signal'> = {},
): Promise<ReadonlyMap<string, string>> {
  const kept = keptTables.get(engine) ?? new Map<string, Kept>();
  keptTables.set(engine, kept);
  const wanted = verdictTables(rules, index);
  const names = new Map<string, string>();
  for (const { key, fill } of wanted) names.set(key, await nameOf(key, fill));
  await dropOldest(new Set(wanted.map(({ key }) => key)));
  return names;

  /** A table that another asker began may be cancelled by that one: who still wants it begins anew. */
  async function nameOf(key: string, fill: VerdictTable['fill']): Promise<string> {
    for (;;) {
      const table = kept.get(key) ?? begin(fill);
      kept.delete(key);
      kept.set(key, table);
      try {
        await table.made;
        return table.name;
      } catch (error) {
        if (kept.get(key) === table) kept.delete(key);
        if (table.signal === signal || !table.signal?.aborted || signal?.aborted) throw error;
      }
    }
  }

  function begin(fill: VerdictTable['fill']): Kept {
    tableCount += 1;
    const name = `verdict_${tableCount}`;
    return { name, signal, made: make(name, fill(name)) };
  }

  /** In two statements: values cannot be bound to `create table … as` in every engine. */
  async function make(name: string, { sql, values }: CompiledSql): Promise<void> {
    const cancellable = signal === undefined ? {} : { signal };
    await engine.run(`create table ${name} (patient_key integer, verdict boolean)`, cancellable);
    try {
      await engine.run(sql, { values, ...cancellable });
      await inOrder(name, cancellable);
    } catch (error) {
      await engine.run(`drop table if exists ${name}`).catch(() => undefined);
      throw error;
    }
  }

  /** Grouping by a small whole number gives its order, but does not promise it: sorting is for when it did not. */
  async function inOrder(name: string, cancellable: Pick<QueryOptions, 'signal'>): Promise<void> {
    const { columns } = await engine.query(
      `select count(*) as strays from ${name} where patient_key <> rowid`,
      cancellable,
    );
    if (columns.strays?.[0] === 0) return;
    const sorted = `select patient_key, verdict from ${name} order by patient_key`;
    await engine.run(`create or replace table ${name} as ${sorted}`, cancellable);
  }

  async function dropOldest(inUse: ReadonlySet<string>): Promise<void> {
    for (const [key, { name }] of kept) {
      if (kept.size <= mostTables) return;
      if (inUse.has(key)) continue;
      kept.delete(key);
      await engine.run(`drop table if exists ${name}`);
    }
  }
}

let tableCount = 0;
