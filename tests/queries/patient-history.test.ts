import { type NativeExtract, openNativeExtract } from '@commands/native-extract/open-native-extract';
import { eventTable } from '@core/cohort/event-vocabulary';
import { factIds } from '@core/cohort/fact-vocabulary';
import { linkedTables } from '@core/cohort/patient-record';
import { timelineEvents } from '@core/cohort/patient-timeline';
import { extractContract } from '@data/contracts/extract-contract';
import { deriveTables } from '@data/queries/derived/derive-tables';
import { patientHistory } from '@data/queries/patient-history';
import { type PatientTable, rawRowsOf } from '@tests/support/raw-extract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const folder = 'public/extract';
const { signal } = new AbortController();
let extract: NativeExtract;
const keys = [0, 1, 7, 250, 999, 1999];
let pseudonyms: readonly string[];

beforeAll(async () => {
  extract = await openNativeExtract(folder, extractContract);
  await deriveTables(extract.engine);
  const found = await extract.engine.query('select patient_id from patient order by patient_key');
  pseudonyms = Array.from(found.columns.patient_id ?? [], String);
});
afterAll(() => extract.engine.close());

const inOneOrder = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();

describe('the history of one patient', () => {
  it.each(keys)('holds the rows of every table as they stand in the files: patient %i', async (key) => {
    const { rows } = await patientHistory.ask(extract.engine, key, { signal });
    for (const table of linkedTables) {
      const raw = await rawRowsOf(folder, table as PatientTable, pseudonyms[key] ?? '');
      const names = Object.keys(raw[0] ?? {}).filter((name) => name !== 'patient_id');
      const expected = raw.map((row) => Object.fromEntries(names.map((name) => [name, row[name] ?? null])));
      const found = rows[table].map((row) => {
        const cells: Readonly<Record<string, unknown>> = { ...row };
        return Object.fromEntries(names.map((name) => [name, cells[name] ?? null]));
      });
      expect(inOneOrder(found)).toEqual(inOneOrder(expected));
    }
  });

  it('is in the order of the days, and holds no pseudonym', async () => {
    for (const key of keys) {
      const history = await patientHistory.ask(extract.engine, key, { signal });
      for (const table of linkedTables) {
        const day = eventTable(table).days[0];
        const days = history.rows[table].map((row) =>
          Number((row as unknown as Record<string, unknown>)[day]),
        );
        expect(days).toEqual(days.toSorted((a, b) => a - b));
      }
      const events = timelineEvents(history).map((event) => event.day);
      expect(events).toEqual(events.toSorted((a, b) => a - b));
      expect(JSON.stringify(history)).not.toContain(pseudonyms[key]);
      expect(Object.keys(history.facts).sort()).toEqual([...factIds].sort());
    }
  });

  it('of nobody is an error, not an empty life', async () => {
    await expect(patientHistory.ask(extract.engine, -1, { signal })).rejects.toThrow('no patient');
  });
});
