import type { Engine } from '@data/engine/engine';
import { assertLocked } from '@data/engine/engine-lock';
import { addressOf } from './reserved-name';
import { type EngineWay, engineWays, type Trial } from './way-out';

/** Statements that would reach the reserved name; none of them reads a table. */
const statements: Readonly<Record<EngineWay, (address: string) => string>> = {
  'sql-read': (address) => `select count(*) as n from read_text('${address}')`,
  'sql-table': (address) => `select count(*) as n from '${address}.csv'`,
  'sql-attach': (address) => `attach '${address}.duckdb' as elsewhere`,
  'sql-copy': (address) => `copy (select 1 as one) to '${address}.csv'`,
  'sql-extension': (address) => `load '${address}.duckdb_extension.wasm'`,
};

/** A statement that is locked out says so; one that finds nobody under the reserved name says something else. */
const lockedOut = /permission error|disabled by configuration|configuration has been locked/i;

/** Asserts the lock of an engine again, and tries every way out of its SQL. */
export async function tryEngineWays(engine: Pick<Engine, 'query'>): Promise<readonly Trial[]> {
  const locked = await assertLocked((sql) => engine.query(sql)).then(
    () => true,
    () => false,
  );
  const trials: Trial[] = [];
  for (const way of engineWays) {
    const refused = await engine.query(statements[way](addressOf(way))).then(
      () => false,
      (error: unknown) => error instanceof Error && lockedOut.test(error.message),
    );
    trials.push({ way, verdict: locked && refused ? { kind: 'refused', by: 'lock' } : { kind: 'open' } });
  }
  return trials;
}
