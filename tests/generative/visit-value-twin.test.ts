import { type CurveOrigin, curveOrigins, tkiPositionOf } from '@core/analyses/curve-origin';
import { curvePlaces } from '@core/analyses/molecular-response';
import type { PatientRecord } from '@core/cohort/patient-record';
import { daysPerMonth } from '@core/domain/calendar';
import { extractTableNames } from '@core/domain/extract-tables';
import { readingBounds } from '@core/domain/reading-bounds';
import { sampleOfRow } from '@core/domain/sample-of-row';
import { atypicalTranscripts } from '@core/domain/transcript';
import { tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import { visitWindows } from '@core/domain/visit-window';
import type { Engine } from '@data/engine/engine';
import { deriveTables } from '@data/queries/derived/derive-tables';
import { readyVisits } from '@data/queries/derived/visit-values';
import { arbitraryRecords } from '@tests/support/arbitrary-record';
import { cases } from '@tests/support/cases';
import { fillTables } from '@tests/support/fill-tables';
import { startWithEmptyTables } from '@tests/support/hand-made-tables';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';

let engine: Engine;
beforeAll(async () => {
  engine = await startWithEmptyTables();
});
afterAll(() => engine.close());

function originDay(record: PatientRecord, origin: CurveOrigin): number | null {
  if (origin === 'diagnosis') return 0;
  const { treatment_line: lines, treatment_free_attempt: attempts } = record.rows;
  if (origin === 'first_stop') {
    const days = attempts.filter((row) => row.attempt_number === 1).map((row) => row.stop_day);
    return days.length === 0 ? null : Math.min(...days);
  }
  const tki = lines
    .filter(({ drug }) => (tkiDrugs as readonly string[]).includes(drug))
    .toSorted((a, b) => a.start_day - b.start_day || a.line_number - b.line_number);
  return tki[(tkiPositionOf(origin) ?? 1) - 1]?.start_day ?? null;
}

type Visit = readonly [month: number, thousandths: number, detected: boolean];

/** One patient in memory: the readings per window, and the place on the curve. */
function expected(record: PatientRecord, origin: CurveOrigin) {
  const day = originDay(record, origin);
  const transcript = record.diagnosis?.transcript ?? null;
  const isAtypical = (atypicalTranscripts as readonly (string | null)[]).includes(transcript);
  const samples = record.rows.molecular.flatMap((row) => {
    const bounds = readingBounds(sampleOfRow({ ...row, patient_id: '' }));
    return bounds === null || bounds.upper <= 0 ? [] : [{ row, percent: bounds.upper }];
  });
  const visits = visitWindows.flatMap(({ month, fromMonth, toMonth }): Visit[] => {
    const [kept] = samples
      .map((sample) => ({ ...sample, months: (sample.row.day - (day ?? 0)) / daysPerMonth }))
      .filter(({ months }) => months >= fromMonth && months < toMonth)
      .toSorted(
        (a, b) =>
          Math.abs(a.months - month) - Math.abs(b.months - month) ||
          a.months - b.months ||
          Number(b.row.detected) - Number(a.row.detected) ||
          b.percent - a.percent,
      );
    return kept === undefined
      ? []
      : [[month, Math.round(1000 * Math.log10(kept.percent)), kept.row.detected]];
  });
  if (day === null) return { visits: [], place: 'no_origin' };
  if (isAtypical) return { visits: [], place: 'atypical_transcript' };
  return { visits, place: visits.length === 0 ? 'no_reading' : 'drawn' };
}

it('each patient has the same readings and place since each origin in SQL and in memory', async () => {
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(arbitraryRecords(), async (records) => {
      await fillTables(engine, records);
      await deriveTables(engine, { present: records[0]?.present ?? new Set(extractTableNames) });
      for (const origin of curveOrigins) {
        const tables = await readyVisits(engine, origin);
        const visits = await engine.query(
          `select patient_key, month, log10_thousandths, detected from ${tables.visits} order by patient_key, month`,
        );
        const places = await engine.query(`select reason from ${tables.patients} order by patient_key`);
        const found: { visits: Visit[]; place: string }[] = records.map((_, key) => ({
          visits: [],
          place: curvePlaces[Number(places.columns.reason?.[key])] ?? '',
        }));
        for (let row = 0; row < visits.rowCount; row++) {
          const cell = (name: string) => visits.columns[name]?.[row];
          found[Number(cell('patient_key'))]?.visits.push([
            Number(cell('month')),
            Number(cell('log10_thousandths')),
            cell('detected') === true,
          ]);
        }
        expect(found).toEqual(records.map((record) => expected(record, origin)));
        for (const { place } of found) reached.add(`${origin} ${place}`);
      }
    }),
    { seed: 20260310, numRuns: cases(32) },
  );
  // A property that never draws a patient would prove nothing.
  for (const origin of curveOrigins) expect(reached).toContain(`${origin} drawn`);
}, 300_000);
