import { everyone } from '@core/cohort/cohort-definition';
import { indicatorUnits } from '@core/cohort/indicator-units';
import type { PatientRecord } from '@core/cohort/patient-record';
import { type IndicatorId, indicatorIds } from '@core/domain/indicator';
import type { Engine } from '@data/engine/engine';
import { deriveTables } from '@data/queries/derived/derive-tables';
import { indicatorCounts } from '@data/queries/indicator-counts';
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

/** Every third patient with samples of a month to two after each stop, which the dice hardly throw. */
function oftenSampled(records: readonly PatientRecord[]): readonly PatientRecord[] {
  return records.map((record, place) => {
    const [sample] = record.rows.molecular;
    if (place % 3 !== 0 || sample === undefined) return record;
    const every = 30 + (place % 4) * 10;
    const added = record.rows.treatment_free_attempt.flatMap(({ stop_day }) =>
      Array.from({ length: 6 }, (_, k) => ({ ...sample, day: stop_day + (k + 1) * every })),
    );
    const days = new Set(added.map(({ day }) => day));
    const others = record.rows.molecular.filter(({ day }) => !days.has(day));
    return { ...record, rows: { ...record.rows, molecular: [...others, ...added] } };
  });
}

type Counts = Record<string, readonly [units: number, met: number, unknown: number, patients: number]>;

/** Units per year and centre, as the reader in memory counts them. */
function countedInMemory(id: IndicatorId, records: readonly PatientRecord[]): Counts {
  const counts: Counts = {};
  for (const record of records) {
    const seen = new Set<string>();
    for (const { year, met } of indicatorUnits(id, record)) {
      const key = `${year} ${record.patient.centre_id}`;
      const [units, good, unknown, patients] = counts[key] ?? [0, 0, 0, 0];
      const isNew = Number(!seen.has(key));
      seen.add(key);
      counts[key] = [
        units + 1,
        good + Number(met === true),
        unknown + Number(met === null),
        patients + isNew,
      ];
    }
  }
  return counts;
}

describe('the indicators of SQL and of the reader in memory', () => {
  it('count the same units in random extracts, and the dice show every answer of each', async () => {
    const seen = new Map(indicatorIds.map((id) => [id, { met: 0, not: 0, unknown: 0 }]));
    await fc.assert(
      fc.asyncProperty(arbitraryRecords(40, 30).map(oftenSampled), async (records) => {
        await fillTables(engine, records);
        const present = records[0]?.present;
        await deriveTables(engine, present === undefined ? {} : { present });
        for (const indicator of indicatorIds) {
          const table = await indicatorCounts.ask(
            engine,
            { cohort: everyone, indicator, groupBy: 'centre', stratum: null },
            { signal: new AbortController().signal },
          );
          const found: Counts = Object.fromEntries(
            table.rows.map((row) => [
              `${row.year} ${row.level}`,
              [row.units, row.met, row.unknown, row.patients],
            ]),
          );
          expect({ [indicator]: found }).toEqual({ [indicator]: countedInMemory(indicator, records) });
          const total = seen.get(indicator);
          for (const { units, met, unknown } of table.rows) {
            if (total === undefined) break;
            total.met += met;
            total.unknown += unknown;
            total.not += units - met - unknown;
          }
        }
      }),
      { seed: 20261126, numRuns: cases(10) },
    );
    const alwaysKnown = new Set([
      'early_inclusion',
      'second_generation_first',
      'monthly_after_stop',
      'no_gap_after_stop',
      'quarterly_until_mmr',
      'six_monthly_in_mmr',
      'switch_within_12_months',
    ]);
    for (const [id, { met, not, unknown }] of seen) {
      const isSample = id.startsWith('sample_');
      expect([id, met > 0, not > 0, isSample || alwaysKnown.has(id) || unknown > 0]).toEqual([
        id,
        true,
        true,
        true,
      ]);
    }
  });
});
