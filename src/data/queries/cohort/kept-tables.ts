import type { Engine, QueryOptions } from '@data/engine/engine';
import type { CompiledSql } from './compiled-sql';

type Asker = Pick<QueryOptions, 'signal'>;

/** A table that is made from the extract the first time that it is asked for. */
export interface MadeTable {
  /** Equal keys are equal tables. */
  readonly key: string;
  /** Fills the empty table of this name. */
  fill(name: string): CompiledSql;
}

interface Kept {
  readonly name: string;
  readonly made: Promise<void>;
  /** Of the asker who began it. */
  readonly signal: AbortSignal | undefined;
}

interface Options {
  /** Names of its tables begin with this. */
  readonly prefix: string;
  /** Columns as `create table` takes them. */
  readonly columns: string;
  /** Tables beyond which the one that was asked for longest ago goes. */
  readonly most: number;
  /** What is done with a table once it is filled. */
  readonly finish?: (engine: Engine, name: string, asker: Asker) => Promise<void>;
}

/** Tables of one kind in each engine: made once, kept while they are asked for. */
export class KeptTables {
  readonly #ofEngine = new WeakMap<Engine, Map<string, Kept>>();
  readonly #options: Options;
  #count = 0;

  constructor(options: Options) {
    this.#options = options;
  }

  /** The names of tables, by their keys, once they stand in the engine. */
  async ready(
    engine: Engine,
    wanted: readonly MadeTable[],
    { signal }: Asker = {},
  ): Promise<ReadonlyMap<string, string>> {
    const kept = this.#ofEngine.get(engine) ?? new Map<string, Kept>();
    this.#ofEngine.set(engine, kept);
    const names = new Map<string, string>();
    for (const table of wanted) names.set(table.key, await this.#nameOf(engine, kept, table, signal));
    for (const [key, { name }] of kept) {
      if (kept.size <= this.#options.most) break;
      if (names.has(key)) continue;
      kept.delete(key);
      await engine.run(`drop table if exists ${name}`);
    }
    return names;
  }

  /** Drops what was made from tables that have changed since. */
  async forget(engine: Engine): Promise<void> {
    const kept = this.#ofEngine.get(engine);
    this.#ofEngine.delete(engine);
    for (const { name } of kept?.values() ?? []) await engine.run(`drop table if exists ${name}`);
  }

  /** A table that another asker began may be cancelled by that one: who still wants it begins anew. */
  async #nameOf(
    engine: Engine,
    kept: Map<string, Kept>,
    { key, fill }: MadeTable,
    signal: AbortSignal | undefined,
  ): Promise<string> {
    for (;;) {
      const table = kept.get(key) ?? this.#begin(engine, fill, signal);
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

  #begin(engine: Engine, fill: MadeTable['fill'], signal: AbortSignal | undefined): Kept {
    this.#count += 1;
    const name = `${this.#options.prefix}_${this.#count}`;
    return { name, signal, made: this.#make(engine, name, fill(name), signal) };
  }

  /** In two statements: values cannot be bound to `create table … as` in every engine. */
  async #make(
    engine: Engine,
    name: string,
    { sql, values }: CompiledSql,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const asker = signal === undefined ? {} : { signal };
    await engine.run(`create table ${name} (${this.#options.columns})`, asker);
    try {
      await engine.run(sql, { values, ...asker });
      await this.#options.finish?.(engine, name, asker);
    } catch (error) {
      await engine.run(`drop table if exists ${name}`).catch(() => undefined);
      throw error;
    }
  }
}
