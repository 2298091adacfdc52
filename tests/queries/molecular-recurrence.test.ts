import type { Engine } from '@data/engine/engine';
import { deriveTables } from '@data/queries/derived/derive-tables';
import { putRow, startWithEmptyTables } from '@tests/support/hand-made-tables';
import { beforeEach, describe, expect, it } from 'vitest';

/** One sample after the stop: day since diagnosis, percent (`null` with `detected: false` is undetected). */
interface Sample {
  readonly day: number;
  readonly percent?: number;
  readonly undetected?: true;
  readonly copies?: number | null;
  /** The laboratory's conversion factor; not recorded when left out. */
  readonly factor?: number;
  readonly offScale?: true;
  readonly rejected?: true;
}

const stopDay = 2000;
let engine: Engine;
beforeEach(async () => {
  engine = await startWithEmptyTables();
  return () => engine.close();
});

async function history(
  samples: readonly Sample[],
  attempt: {
    readonly restart?: number;
    readonly lines?: readonly [number, number | null][];
    readonly laterStops?: readonly number[];
    readonly inclusion?: number;
  } = {},
) {
  const key = { patient_key: 0 };
  await putRow(engine, 'patient', { ...key, patient_id: 'P1', inclusion_day: attempt.inclusion ?? null });
  await putRow(engine, 'diagnosis', { ...key, transcript: 'e14a2' });
  for (const [index, [start_day, stop_day]] of (attempt.lines ?? [[0, stopDay]]).entries()) {
    const line = { line_number: index + 1, drug: 'imatinib', start_day, stop_day };
    await putRow(engine, 'treatment_line', { ...key, ...line });
  }
  const stops = [stopDay, ...(attempt.laterStops ?? [])];
  for (const [index, stop_day] of stops.entries()) {
    const restart_day = index === 0 ? (attempt.restart ?? null) : null;
    await putRow(engine, 'treatment_free_attempt', {
      ...key,
      attempt_number: index + 1,
      stop_day,
      restart_day,
    });
  }
  for (const sample of samples) {
    await putRow(engine, 'molecular', {
      ...key,
      day: sample.day,
      bcr_abl1_is_pct: sample.percent ?? null,
      detected: sample.undetected !== true,
      control_gene: 'ABL1',
      control_copies: sample.copies === undefined ? 50_000 : sample.copies,
      conversion_factor: sample.factor ?? null,
      on_international_scale: sample.offScale !== true,
      validation: sample.rejected ? 'rejected' : 'validated',
    });
  }
  await deriveTables(engine);
  const found = await engine.query(
    'select follow_up_days, event_observed, tki_years_before_stop, stopped_before_inclusion from molecular_recurrence',
  );
  expect(found.rowCount).toBe(1);
  return {
    days: found.columns.follow_up_days?.[0],
    event: found.columns.event_observed?.[0],
    tkiYears: found.columns.tki_years_before_stop?.[0],
    beforeInclusion: found.columns.stopped_before_inclusion?.[0],
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

  it('is censored at a second stop that is not explained by a restart', async () => {
    const given = [clear(2030), clear(2060), { day: 2200, percent: 3 }];
    expect(await history(given, { laterStops: [2190, 2150] })).toMatchObject({ days: 60, event: false });
  });

  it('is ruled out by as many more control copies as the conversion factor asks for', async () => {
    const undetected = (day: number, copies: number): Sample => ({
      day,
      undetected: true,
      copies,
      factor: 2,
    });
    expect(await history([undetected(2030, 6_000), undetected(2080, 5_999)])).toMatchObject({ days: 30 });
  });

  it('is marked when the stop came before the registry included the patient', async () => {
    expect(await history([clear(2030)], { inclusion: stopDay + 1 })).toMatchObject({ beforeInclusion: true });
  });

  it('is not marked when the patient was included on the day of the stop', async () => {
    expect(await history([clear(2030)], { inclusion: stopDay })).toMatchObject({ beforeInclusion: false });
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
