import { mutationMap } from '@core/analyses/mutation-map';
import { everyone } from '@core/cohort/cohort-definition';
import { mutationVariants } from '@data/queries/mutation-variants';
import { DuckDBInstance } from '@duckdb/node-api';
import { demonstrationEngine } from '@tests/support/demonstration-engine';
import { expect, it } from 'vitest';

it('the variants of the demonstration are those of its file, each patient once per variant', async () => {
  const engine = await demonstrationEngine();
  const file = await (await DuckDBInstance.create()).connect();
  try {
    const { signal } = new AbortController();
    const map = mutationMap(await mutationVariants.ask(engine, everyone, { signal }));
    const rows = await file.runAndReadAll(
      "select patient_id, variant from 'public/extract/mutation.parquet'",
    );
    const raw = rows.getRows().map(([patient, variant]) => [String(patient), String(variant)] as const);
    expect(map.carriers).toBe(new Set(raw.map(([patient]) => patient)).size);
    const expected = new Map<string, Set<string>>();
    for (const [patient, variant] of raw)
      expected.set(variant, (expected.get(variant) ?? new Set()).add(patient));
    expect(new Map(map.variants.map(({ variant, patients }) => [variant, patients]))).toEqual(
      new Map([...expected].map(([variant, patients]) => [variant, patients.size])),
    );
    for (const { patients, foundAfter } of map.variants)
      expect(foundAfter.reduce((sum, one) => sum + one.patients, 0)).toBe(patients);
  } finally {
    file.closeSync();
    await engine.close();
  }
});
