import { mostSwimmers } from '@core/analyses/swimmer-lanes';
import { type AfterStop, afterStop } from '@core/cohort/after-stop';
import { everyone } from '@core/cohort/cohort-definition';
import type { Engine } from '@data/engine/engine';
import { deriveTables } from '@data/queries/derived/derive-tables';
import { swimmerLanes } from '@data/queries/swimmer-lanes';
import { arbitraryRecords } from '@tests/support/arbitrary-record';
import { cases } from '@tests/support/cases';
import { fillTables } from '@tests/support/fill-tables';
import { startWithEmptyTables } from '@tests/support/hand-made-tables';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let engine: Engine;
beforeAll(async () => {
  engine = await startWithEmptyTables();
});
afterAll(() => engine.close());

const asText = ({ endDay, restartDay, tests }: AfterStop) =>
  JSON.stringify([endDay, restartDay, tests.map(({ day, state }) => `${day} ${state}`)]);

describe('the courses after a stop of SQL and of the reader in memory', () => {
  it('are the same for every history', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(arbitraryRecords(mostSwimmers, 20), async (records) => {
        await fillTables(engine, records);
        const present = records[0]?.present;
        await deriveTables(engine, present === undefined ? {} : { present });
        const { signal } = new AbortController();
        const found = await swimmerLanes.ask(engine, { cohort: everyone }, { signal });
        const expected = records.flatMap((record) => afterStop(record) ?? []);
        expect(found.patients.map(asText).toSorted()).toEqual(expected.map(asText).toSorted());
        expect(found.eligible).toBe(expected.length);
        for (const { restartDay, tests } of expected) {
          seen.add(restartDay === null ? 'no restart' : 'restart');
          for (const { state } of tests) seen.add(state);
        }
      }),
      { seed: 20261126, numRuns: cases(18) },
    );
    expect([...seen].toSorted()).toEqual(['deep', 'lost', 'mmr', 'no restart', 'restart']);
  });
});
