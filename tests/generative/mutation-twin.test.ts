import { everyone } from '@core/cohort/cohort-definition';
import { mutationFindings } from '@core/cohort/mutation-findings';
import type { Engine } from '@data/engine/engine';
import { deriveTables } from '@data/queries/derived/derive-tables';
import { mutationVariants } from '@data/queries/mutation-variants';
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

describe('the variants of SQL and of the reader in memory', () => {
  it('are the same for every history', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(arbitraryRecords(40, 12), async (records) => {
        await fillTables(engine, records);
        const present = records[0]?.present;
        await deriveTables(engine, present === undefined ? {} : { present });
        const { signal } = new AbortController();
        const found = await mutationVariants.ask(engine, everyone, { signal });
        const expected = records.map(mutationFindings);
        expect(found.carriers).toBe(expected.filter((list) => list.length > 0).length);
        const texts = found.rows.flatMap(({ variant, lastTki, patients }) =>
          Array<string>(patients).fill(`${variant} ${lastTki}`),
        );
        expect(texts.toSorted()).toEqual(
          expected.flatMap((list) => list.map(({ variant, lastTki }) => `${variant} ${lastTki}`)).toSorted(),
        );
        for (const { lastTki } of found.rows) seen.add(lastTki ?? 'none');
      }),
      { seed: 20261126, numRuns: cases(20) },
    );
    expect(seen.has('none') && seen.size > 3).toBe(true);
  });
});
