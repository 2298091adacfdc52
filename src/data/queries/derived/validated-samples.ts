import { type SampleUse, sampleStandings } from '@core/domain/sample-standing';
import type { Engine, LayeredEngine, QueryOptions } from '@data/engine/engine';
import { literal } from '../sql-text';
import { type DeriveOptions, deriveTables } from './derive-tables';

/**
 * The samples of the extract under the use that reads validated ones only, and all that is derived from them, beside the
 * tables of the other use. `standingUnder(…)` of `core/domain/sample-standing.ts` in SQL.
 */
const samplesView = [
  `create type if not exists sample_standing as enum (${sampleStandings.map((code) => literal(code)).join(', ')})`,
  `create or replace view molecular as select * replace (
    (case when validation = 'pending' then 'unread' else validation::varchar end)::sample_standing as validation
  ) from extract.main.molecular`,
];

const ready = new WeakMap<LayeredEngine, Engine>();
const bases = new WeakMap<Engine, LayeredEngine>();

/** The engine that knows all samples, whatever use of them `engine` answers under. */
export const allSamplesOf = (engine: Engine): Engine => bases.get(engine) ?? engine;

/**
 * The engine that answers under a use of the samples. With validated samples only, the facts are derived at the first
 * question, which waits for them; they stay for as long as the engine.
 */
export function engineUnder(
  use: SampleUse,
  engine: LayeredEngine,
  present: DeriveOptions['present'],
): Engine {
  if (use === 'unrejected') return engine;
  const known = ready.get(engine) ?? waiting(engine.overlay, present);
  ready.set(engine, known);
  bases.set(known, engine);
  return known;
}

/** Derives the facts from the validated samples, in the overlay. */
export async function deriveValidated(overlay: Engine, options: DeriveOptions = {}): Promise<void> {
  await overlay.run(samplesView.join(';\n'));
  await deriveTables(overlay, options);
}

function waiting(overlay: Engine, present: DeriveOptions['present']): Engine {
  let derived: Promise<void> | null = null;
  const after = async (signal: AbortSignal | undefined) => {
    derived ??= deriveValidated(overlay, present === undefined ? {} : { present });
    await derived;
    signal?.throwIfAborted();
  };
  return Object.freeze({
    version: overlay.version,
    query: async (sql: string, options: QueryOptions = {}) => {
      await after(options.signal);
      return overlay.query(sql, options);
    },
    run: async (sql: string, options: QueryOptions = {}) => {
      await after(options.signal);
      return overlay.run(sql, options);
    },
    check: async (sql: string, options: Pick<QueryOptions, 'signal'> = {}) => {
      await after(options.signal);
      return overlay.check(sql, options);
    },
    close: () => overlay.close(),
  });
}
