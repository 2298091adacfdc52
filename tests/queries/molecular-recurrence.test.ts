import { extractContract } from '@data/contracts/extract-contract';
import type { Engine, SqlValue } from '@data/engine/engine';
import { startNativeEngine } from '@data/engine/native-engine';
import { deriveTables } from '@data/queries/derived/derive-tables';
import { prepareIngest } from '@data/queries/ingest/ingest-table';
import { beforeEach, describe, expect, it } from 'vitest';

/** One sample after the stop: day since diagnosis, percent (`null` with `detected: false` is undetected). */
interface Sample {
  readonly day: number;
  readonly percent?: number;
  readonly undetected?: true;
  readonly copies?: number | null;
  readonly offScale?: true;
  readonly rejected?: true;
}

const stopDay = 2000;
let engine: Engine;
beforeEach(async () => {
  engine = await startNativeEngine();
  await prepareIngest(engine, extractContract);
  for (const table of extractContract.tables) {
    const columns = table.columns.map((column) => {
      const name =
        column.name === 'patient_id' && table.name !== 'patient'
          ? 'patient_key integer'
          : `${column.name} ${column.type}`;
      return name;
    });
    if (table.name === 'patient') columns.unshift('patient_key integer');
    await engine.run(`create or replace table ${table.name} (${columns.join(', ')})`);
  }
  return () => engine.close();
});

async function history(
  samples: readonly Sample[],
  attempt: { restart?: number; lines?: readonly [number, number | null][] } = {},
) {
  const put = (sql: string, values: readonly SqlValue[]) => engine.run(sql, { values });
  await put('insert into patient (patient_key, patient_id) values (?, ?)', [0, 'P1']);
  await put('insert into diagnosis (patient_key, transcript) values (?, ?)', [0, 'e14a2']);
  for (const [index, [start, stop]] of (attempt.lines ?? [[0, stopDay]]).entries()) {
    await put(
      'insert into treatment_line (patient_key, line_number, drug, start_day, stop_day) values (?, ?, ?, ?, ?)',
      [0, index + 1, 'imatinib', start, stop],
    );
  }
  await put(
    'insert into treatment_free_attempt (patient_key, attempt_number, stop_day, restart_day) values (?, 1, ?, ?)',
    [0, stopDay, attempt.restart ?? null],
  );
  for (const sample of samples) {
    await put(
      `insert into molecular (patient_key, day, bcr_abl1_is_pct, detected, control_gene, control_copies, on_international_scale, validation)
       values (0, ?, ?, ?, 'ABL1', ?, ?, ?)`,
      [
        sample.day,
        sample.percent ?? null,
        sample.undetected !== true,
        sample.copies === undefined ? 50_000 : sample.copies,
        sample.offScale !== true,
        sample.rejected ? 'rejected' : 'validated',
      ],
    );
  }
  await deriveTables(engine);
  const found = await engine.query(
    'select follow_up_days, event_observed, tki_years_before_stop from molecular_recurrence',
  );
  expect(found.rowCount).toBe(1);
  return {
    days: found.columns.follow_up_days?.[0],
    event: found.columns.event_observed?.[0],
    tkiYears: found.columns.tki_years_before_stop?.[0],
  };
}

const clear = (day: number): Sample => ({ day, undetected: true });

describe('molecular recurrence after the stop', () => {
  it('is the first sample above 0.1 %, unconfirmed, whatever comes later', async () => {
    expect(await history([clear(2030), { day: 2060, percent: 0.11 }, clear(2090)])).toMatchObject({
      days: 60,
      event: true,
    });
  });

  it('is not a sample of exactly 0.1 %: that is still MMR', async () => {
    expect(await history([clear(2030), { day: 2060, percent: 0.1 }])).toMatchObject({
      days: 60,
      event: false,
    });
  });

  it('does not look at samples on or before the day of the stop', async () => {
    expect(
      await history([{ day: 1990, percent: 5 }, { day: stopDay, percent: 5 }, clear(2030)]),
    ).toMatchObject({
      days: 30,
      event: false,
    });
  });

  it('is censored at the last sample before a restart without recurrence', async () => {
    const given = [clear(2030), clear(2060), { day: 2200, percent: 3 }];
    expect(await history(given, { restart: 2100 })).toMatchObject({ days: 60, event: false });
  });

  it('counts a loss that is sampled on the day of the restart', async () => {
    expect(await history([clear(2030), { day: 2060, percent: 0.5 }], { restart: 2060 })).toMatchObject({
      days: 60,
      event: true,
    });
  });

  it('is not seen in samples off the scale or rejected, nor censored by undetected ones with too few copies', async () => {
    const given: Sample[] = [
      clear(2030),
      { day: 2060, percent: 5, offScale: true },
      { day: 2070, percent: 5, rejected: true },
      { day: 2080, undetected: true, copies: 2_999 },
      { day: 2090, undetected: true, copies: null },
    ];
    expect(await history(given)).toMatchObject({ days: 30, event: false });
  });

  it('is ruled out by an undetected sample with 3,000 control copies: 3 copies would have read 0.1 %', async () => {
    expect(await history([{ day: 2080, undetected: true, copies: 3_000 }])).toMatchObject({
      days: 80,
      event: false,
    });
  });

  it('is censored when the next TKI line or the next attempt begins, whatever the restart column says', async () => {
    const later = [clear(2030), clear(2060), { day: 2200, percent: 3 }];
    const lines: [number, number | null][] = [
      [0, stopDay],
      [2100, null],
    ];
    expect(await history(later, { lines })).toMatchObject({ days: 60, event: false });
  });

  it('comes with TKI years that count overlapping lines once', async () => {
    const lines: [number, number | null][] = [
      [0, null],
      [1000, stopDay],
    ];
    const { tkiYears } = await history([clear(2030)], { lines });
    expect(tkiYears).toBeCloseTo(stopDay / 365.25, 12);
  });

  it('is seen in a sample with few control copies: it can show a loss', async () => {
    expect(await history([{ day: 2060, percent: 0.5, copies: 800 }])).toMatchObject({
      days: 60,
      event: true,
    });
  });

  it('is not known without a sample after the stop: kept, with no follow-up', async () => {
    expect(await history([clear(1900)])).toMatchObject({ days: null, event: false });
  });

  it('comes with the years on a TKI before the stop, gaps left out', async () => {
    const { tkiYears } = await history([clear(2030)], {
      lines: [
        [0, 365],
        [730, 1095],
        [1500, null],
      ],
    });
    expect(tkiYears).toBeCloseTo((365 + 365 + 500) / 365.25, 12);
  });
});
