import { tryEngineWays } from '@data/egress/engine-ways';
import { reservedOrigin } from '@data/egress/reserved-name';
import { engineWays } from '@data/egress/way-out';
import { startNativeEngine } from '@data/engine/native-engine';
import { describe, expect, it } from 'vitest';

const verdicts = async (engine: Parameters<typeof tryEngineWays>[0]) =>
  (await tryEngineWays(engine)).map(({ way, verdict }) => [way, verdict.kind]);

describe('the ways out of an engine', () => {
  it('are refused by one that is locked', async () => {
    const engine = await startNativeEngine();
    try {
      expect(await verdicts(engine)).toEqual(engineWays.map((way) => [way, 'refused']));
    } finally {
      await engine.close();
    }
  });

  it('are open where the name is looked for, or where the lock reads otherwise', async () => {
    const looks = { query: () => Promise.reject(new Error(`IO Error: no answer from ${reservedOrigin}`)) };
    expect(await verdicts(looks)).toEqual(engineWays.map((way) => [way, 'open']));
    const unlocked = {
      query: (sql: string) =>
        sql.includes('duckdb_settings')
          ? Promise.resolve({ rowCount: 0, columns: {} })
          : Promise.reject(new Error('Permission Error: disabled by configuration')),
    };
    expect(await verdicts(unlocked)).toEqual(engineWays.map((way) => [way, 'open']));
  });
});
