import type { Engine, QueryOptions } from '@data/engine/engine';
import type { CompiledSql } from './compiled-sql';

type Asker = Pick<QueryOptions, 'signal'>;

/** A table that is made from the extract the first time that it is asked for. */
export interface MadeTable {
  /** Equal keys are equal tables. */
  readonly key: string;
  /** Fills the empty table of this name, statement by statement; others are answered in between. */
  fill(name: string): readonly CompiledSql[];
}

/** A table that stands in the engine. */
export interface StandingTable<Told> {
  readonly name: string;
  /** What was found out about it when it was filled. */
  readonly told: Told;
}

interface Kept<Told> {
  readonly name: string;
  readonly made: Promise<Told>;
  /** Of the asker who began it. */
  readonly signal: AbortSignal | undefined;
}

interface Options<Told> {
  /** Names of its tables begin with this. */
  readonly prefix: string;
  /** Columns as `create table` takes them. */
  readonly columns: string;
  /** Tables beyond which the one that was asked for longest ago goes. */
  readonly most: number;
  /** What is done with a table once it is filled, before anybody else who waits for it may ask the engine. */
  readonly finish: (engine: Engine, name: string, asker: Asker) => Promise<Told>;
}

/** Tables of one kind in each engine: made once, kept while they are asked for. */
export class KeptTables<Told = void> {
  readonly #ofEngine = new WeakMap<Engine, Map<string, Kept<Told>>>();
  readonly #options: Options<Told>;
  #count = 0;

  constructor(options: Options<Told>) {
    this.#options = options;
  }

  /** Tables, by their keys, once they stand in the engine. */
  async ready(
    engine: Engine,
    wanted: readonly MadeTable[],
    { signal }: Asker = {},
  ): Promise<ReadonlyMap<string, StandingTable<Told>>> {
    const kept = this.#ofEngine.get(engine) ?? new Map<string, Kept<Told>>();
    this.#ofEngine.set(engine, kept);
    const standing = new Map<string, StandingTable<Told>>();
    for (const table of wanted) standing.set(table.key, await this.#stand(engine, kept, table, signal));
    for (const [key, { name }] of kept) {
      if (kept.size <= this.#options.most) break;
      if (standing.has(key)) continue;
      kept.delete(key);
      await engine.run(`drop table if exists ${name}`);
    }
    return standing;
  }

  /** Whether a table was asked for, and is kept. */
  has(engine: Engine, key: string): boolean {
    return this.#ofEngine.get(engine)?.has(key) ?? false;
  }

  /** Drops what was made from tables that have changed since. */
  async forget(engine: Engine): Promise<void> {
    const kept = this.#ofEngine.get(engine);
    this.#ofEngine.delete(engine);
    for (const { name } of kept?.values() ?? []) await engine.run(`drop table if exists ${name}`);
  }

  /** A table that another asker began may be cancelled by that one: who still wants it begins anew. */
  async #stand(
    engine: Engine,
    kept: Map<string, Kept<Told>>,
    { key, fill }: MadeTable,
    signal: AbortSignal | undefined,
  ): Promise<StandingTable<Told>> {
    for (;;) {
      const table = kept.get(key) ?? this.#begin(engine, fill, signal);
      kept.delete(key);
      kept.set(key, table);
      try {
        return { name: table.name, told: await table.made };
      } catch (error) {
        if (kept.get(key) === table) kept.delete(key);
        if (table.signal === signal || !table.signal?.aborted || signal?.aborted) throw error;
      }
    }
  }

  #begin(engine: Engine, fill: MadeTable['fill'], signal: AbortSignal | undefined): Kept<Told> {
    this.#count += 1;
    const name = `${this.#options.prefix}_${this.#count}`;
    return { name, signal, made: this.#make(engine, name, fill(name), signal) };
  }

  /** In two statements: values cannot be bound to `create table … as` in every engine. */
  async #make(
    engine: Engine,
    name: string,
    filling: readonly CompiledSql[],
    signal: AbortSignal | undefined,
  ): Promise<Told> {
    const asker = signal === undefined ? {} : { signal };
    await engine.run(`create table ${name} (${this.#options.columns})`, asker);
    try {
      for (const { sql, values } of filling) await engine.run(sql, { values, ...asker });
      return await this.#options.finish(engine, name, asker);
    } catch (error) {
      await engine.run(`drop table if exists ${name}`).catch(() => undefined);
      throw error;
    }
  }
}
