import { everyone } from '@core/cohort/cohort-definition';
import { samplingIntervals } from '@core/cohort/sampling-intervals';
import { samplingPhases } from '@core/domain/sampling-phase';
import type { Engine } from '@data/engine/engine';
import { deriveTables } from '@data/queries/derived/derive-tables';
import { sampleWaitRows } from '@data/queries/monitoring/waits-for-sample';
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

describe('the waits for a sample of SQL and of the reader in memory', () => {
  it('are the same for every history', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(arbitraryRecords(40, 30), async (records) => {
        await fillTables(engine, records);
        const present = records[0]?.present;
        await deriveTables(engine, present === undefined ? {} : { present });
        const { signal } = new AbortController();
        const found = await sampleWaitRows.ask(engine, { cohort: everyone }, { signal });
        const expected = new Map<string, number>();
        for (const { phase, days, cause } of records.flatMap(samplingIntervals)) {
          const key = `${phase} ${days} ${cause}`;
          expected.set(key, (expected.get(key) ?? 0) + 1);
          seen.add(`${phase} ${cause}`);
        }
        expect(
          Object.fromEntries(
            found.map(({ phase, day, cause, waits }) => [`${phase} ${day} ${cause}`, waits]),
          ),
        ).toEqual(Object.fromEntries(expected));
      }),
      { seed: 20261126, numRuns: cases(18) },
    );
    expect([...seen].toSorted()).toEqual(
      samplingPhases.flatMap((phase) => [0, 1, 2].map((cause) => `${phase} ${cause}`)).toSorted(),
    );
  });
});
