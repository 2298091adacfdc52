import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { Engine, QueryOptions } from '@data/engine/engine';
import { type CompiledCohort, compileCohort, type VerdictTable, verdictTables } from './compile-cohort';

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

/**
 * A cohort compiled, with the tables it needs standing in the engine: those of conditions on events are made the first
 * time that a condition is asked for.
 */
export async function readyCohort(
  engine: Engine,
  cohort: CohortDefinition,
  { signal }: Pick<QueryOptions, 'signal'> = {},
): Promise<CompiledCohort> {
  const kept = keptTables.get(engine) ?? new Map<string, Kept>();
  keptTables.set(engine, kept);
  const wanted = verdictTables(cohort.rules, cohort.index);
  const names = new Map<string, string>();
  for (const { key, create } of wanted) names.set(key, await nameOf(key, create));
  await dropOldest(new Set(wanted.map(({ key }) => key)));
  return compileCohort(cohort, (key) => names.get(key) ?? '');

  /** A table that another asker began may be cancelled by that one: who still wants it begins anew. */
  async function nameOf(key: string, create: VerdictTable['create']): Promise<string> {
    for (;;) {
      const table = kept.get(key) ?? make(create);
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

  function make(create: VerdictTable['create']): Kept {
    tableCount += 1;
    const name = `verdict_${tableCount}`;
    const { sql, values } = create(name);
    return { name, signal, made: engine.run(sql, { values, ...(signal === undefined ? {} : { signal }) }) };
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
