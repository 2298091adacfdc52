import { type AnchorDays, singleEvents } from '@core/cohort/anchor-event';
import { deriveAnchors, deriveFacts, sustainedResponseDay } from '@core/cohort/derive-facts';
import { factIds, facts, type PatientFacts } from '@core/cohort/fact-vocabulary';
import type { PatientRecord } from '@core/cohort/patient-record';
import { extractTableNames } from '@core/domain/extract-tables';
import type { Cell, Engine } from '@data/engine/engine';
import { deriveTables } from '@data/queries/derived/derive-tables';
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

/** `exp`, `pow` and `ln` of two libraries may differ in the last bits; every other number must be the very same. */
const relative = 1e-12;
const roundedFacts: ReadonlySet<string> = new Set([
  'elts_score',
  'sokal_score',
  'euro_score',
  'eutos_score',
  'halving_time_days',
]);

async function derive(records: readonly PatientRecord[]): Promise<void> {
  await fillTables(engine, records);
  const present = records[0]?.present;
  await deriveTables(engine, present === undefined ? {} : { present });
}

/** A table of one row per patient as objects, checked to be in the order of `patient_key` without a gap. */
async function perPatient(table: string, columns: readonly string[]) {
  const found = await engine.query(`select patient_key, ${columns.join(', ')} from ${table} order by rowid`);
  expect(Array.from(found.columns.patient_key ?? [])).toEqual(
    Array.from({ length: found.rowCount }, (_, key) => key),
  );
  return Array.from({ length: found.rowCount }, (_, row) =>
    Object.fromEntries(columns.map((name): [string, Cell] => [name, found.columns[name]?.[row] ?? null])),
  );
}

function expectFacts(found: Readonly<Record<string, Cell>>, expected: PatientFacts): void {
  for (const id of factIds) {
    const [actual, wanted] = [found[id], expected[id]];
    if (Object.is(actual, wanted)) continue;
    if (roundedFacts.has(id) && typeof actual === 'number' && typeof wanted === 'number' && wanted !== 0) {
      expect(Math.abs(actual / wanted - 1), id).toBeLessThan(relative);
    } else expect({ [id]: actual }).toEqual({ [id]: wanted });
  }
}

describe('the facts and anchors of SQL and of the reader in memory', () => {
  it('are the same for every patient of random extracts', async () => {
    const seen = new Map<string, Set<Cell>>();
    await fc.assert(
      fc.asyncProperty(arbitraryRecords(50, 40), async (records) => {
        await derive(records);
        const found = await perPatient('patient_fact', [...factIds, 'sustained_deep_response_day']);
        expect(found).toHaveLength(records.length);
        records.forEach((record, key) => {
          const expected = deriveFacts(record);
          expectFacts(found[key] ?? {}, expected);
          expect(found[key]?.sustained_deep_response_day).toBe(sustainedResponseDay(record));
          for (const id of factIds) seen.set(id, (seen.get(id) ?? new Set()).add(expected[id]));
        });
        const anchors = (await perPatient('patient_anchor', singleEvents)) as unknown as AnchorDays[];
        expect(anchors).toEqual(records.map(deriveAnchors));
      }),
      { seed: 20261125, numRuns: cases(40) },
    );
    // The dice must have shown every category, and "not known" and several numbers where there can be.
    for (const id of factIds) {
      const fact = facts[id];
      if (fact.kind === 'category' && fact.levels !== null) {
        const never = fact.levels.filter((level) => !seen.get(id)?.has(level));
        expect([id, never]).toEqual([id, []]);
      } else expect([id, (seen.get(id)?.size ?? 0) > 3]).toEqual([id, true]);
    }
  });

  it('have the types that the language reads: text, whole days and counts, numbers', async () => {
    await derive([]);
    const { columns } = await engine.query(
      `select table_name || '.' || column_name as name, data_type from duckdb_columns()
       where table_name in ('patient_fact', 'patient_anchor')`,
    );
    const types = new Map(
      Array.from(columns.name ?? [], (name, row) => [String(name), String(columns.data_type?.[row])]),
    );
    for (const id of factIds) {
      const expected = facts[id].kind === 'category' ? /^VARCHAR$/ : /^(INTEGER|DOUBLE)$/;
      expect(types.get(`patient_fact.${id}`), id).toMatch(expected);
    }
    for (const event of singleEvents) expect(types.get(`patient_anchor.${event}`), event).toBe('INTEGER');
  });

  it('come with the list of the tables that the extract has', async () => {
    await fillTables(engine, []);
    await deriveTables(engine, { present: new Set(['patient', 'molecular']) });
    const { columns } = await engine.query('select name, present from extract_table order by rowid');
    expect(Array.from(columns.name ?? [])).toEqual([...extractTableNames]);
    expect(extractTableNames.filter((_, row) => columns.present?.[row])).toEqual(['patient', 'molecular']);
  });
});
