import { linkedTables } from '@core/cohort/patient-record';
import type { Engine } from '@data/engine/engine';
import { arbitraryRecords } from '@tests/support/arbitrary-record';
import { fillTables } from '@tests/support/fill-tables';
import { startWithEmptyTables } from '@tests/support/hand-made-tables';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let engine: Engine;
beforeAll(async () => {
  engine = await startWithEmptyTables();
});
afterAll(() => engine.close());

/** A table as objects, without the patient's identifier: the engine has his key. */
async function readBack(table: string): Promise<readonly object[]> {
  const { columns, rowCount } = await engine.query(`select * from ${table} order by rowid`);
  return Array.from({ length: rowCount }, (_, row) =>
    Object.fromEntries(Object.entries(columns).map(([name, cells]) => [name, cells[row]])),
  );
}

describe('random records', () => {
  it('stand in the tables of the engine as they were drawn, to the last bit', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRecords(), async (records) => {
        await fillTables(engine, records);
        const keyed = (rows: readonly { readonly patient_id: string }[], patient_key: number) =>
          rows.map(({ patient_id: _, ...row }) => ({ patient_key, ...row }));
        expect(await readBack('patient')).toEqual(
          records.map(({ patient }, patient_key) => ({ patient_key, ...patient })),
        );
        expect(await readBack('diagnosis')).toEqual(
          records.flatMap(({ diagnosis }, key) => (diagnosis === null ? [] : keyed([diagnosis], key))),
        );
        for (const table of linkedTables) {
          const drawn = records.flatMap(({ rows }, key) => keyed(rows[table], key));
          expect(await readBack(table)).toEqual(drawn);
        }
      }),
      { seed: 20261125, numRuns: 25 },
    );
  });
});
