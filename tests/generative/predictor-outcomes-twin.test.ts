import type { OutcomeStatus } from '@core/analyses/early-predictors';
import { everyone } from '@core/cohort/cohort-definition';
import { deriveFacts } from '@core/cohort/derive-facts';
import { evaluableSamples, firstDayOf, milestoneSample } from '@core/cohort/evaluable-samples';
import type { PatientRecord } from '@core/cohort/patient-record';
import { firstTkiDay } from '@core/cohort/tki-lines';
import { monthsFromDays } from '@core/domain/calendar';
import {
  type PredictedDepth,
  type PredictedMonth,
  type PredictorMarkerId,
  predictedDepths,
  predictedMonths,
  predictorMarkerIds,
  predictorMarkers,
} from '@core/domain/early-predictor';
import { milestoneWindows } from '@core/domain/milestone';
import type { Engine } from '@data/engine/engine';
import { deriveTables } from '@data/queries/derived/derive-tables';
import { predictorOutcomes } from '@data/queries/predictor-outcomes';
import { predictorPairs } from '@data/queries/predictor-pairs';
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

const { signal } = new AbortController();

function statusOf(record: PatientRecord, depth: PredictedDepth, month: PredictedMonth): OutcomeStatus {
  const start = firstTkiDay(record);
  if (start === null) return 'no_tki';
  const samples = evaluableSamples(record);
  if (samples === null) return 'atypical_transcript';
  const reached = firstDayOf(record, depth);
  if (reached !== null && monthsFromDays(reached - start) <= month) return 'yes';
  if (samples.some(({ day }) => monthsFromDays(day - start) >= month)) return 'no';
  const { vital_status: status, last_contact_day: lastDay } = record.patient;
  return status === 'dead' && monthsFromDays(lastDay - start) < month ? 'died' : 'not_followed';
}

function landmarkDay(record: PatientRecord, marker: PredictorMarkerId): number | null {
  const { landmark } = predictorMarkers[marker];
  if (landmark === 'first_tki') return firstTkiDay(record);
  return milestoneSample(record, milestoneWindows[landmark === 'sample_3m' ? 0 : 1])?.day ?? null;
}

const isBefore = (day: number | null, landmark: number | null) =>
  day !== null && landmark !== null && day <= landmark;

/** Exponentials and logarithms of two libraries differ in the last bits. */
const valueText = (value: number | null) => (value === null ? 'null' : value.toPrecision(10));

const counted = (keys: readonly string[]) => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

const added = (rows: readonly (readonly [key: string, patients: number])[]) => {
  const counts = new Map<string, number>();
  for (const [key, patients] of rows) counts.set(key, (counts.get(key) ?? 0) + patients);
  return counts;
};

describe('the early markers and outcomes of SQL and of the reader in memory', () => {
  it('are the same for every marker, depth and month, alone and in pairs', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        arbitraryRecords(),
        fc.constantFrom(...predictedDepths),
        fc.constantFrom(...predictedMonths),
        fc.constantFrom(...predictorMarkerIds),
        fc.constantFrom(...predictorMarkerIds),
        async (records, depth, month, first, second) => {
          await fillTables(engine, records);
          const present = records[0]?.present;
          await deriveTables(engine, present === undefined ? {} : { present });
          const known = records.map((record) => ({
            record,
            facts: deriveFacts(record),
            status: statusOf(record, depth, month),
            reached: firstDayOf(record, depth),
          }));
          for (const { status } of known) seen.add(status);
          const question = { cohort: everyone, depth, month };
          const { rows } = await predictorOutcomes.ask(engine, question, { signal });
          expect(
            added(
              rows.map((row) => [
                [row.marker, row.status, valueText(row.value), row.reachedBefore].join(' '),
                row.patients,
              ]),
            ),
          ).toEqual(
            counted(
              known.flatMap(({ record, facts, status, reached }) =>
                predictorMarkerIds.map((marker) => {
                  const value = status === 'yes' || status === 'no' ? facts[marker] : null;
                  const before = value !== null && isBefore(reached, landmarkDay(record, marker));
                  return [marker, status, valueText(value), before].join(' ');
                }),
              ),
            ),
          );
          const pairs = await predictorPairs.ask(engine, { ...question, first, second }, { signal });
          expect(
            added(
              pairs.map((row) => [
                [valueText(row.first), valueText(row.second), row.reached, row.reachedBefore].join(' '),
                row.patients,
              ]),
            ),
          ).toEqual(
            counted(
              known
                .filter(
                  ({ facts, status }) =>
                    (status === 'yes' || status === 'no') && facts[first] !== null && facts[second] !== null,
                )
                .map(({ record, facts, status, reached }) => {
                  const days = [landmarkDay(record, first), landmarkDay(record, second)];
                  const later = Math.max(...days.map((day) => day ?? Number.NEGATIVE_INFINITY));
                  return [
                    valueText(facts[first]),
                    valueText(facts[second]),
                    status === 'yes',
                    isBefore(reached, later),
                  ].join(' ');
                }),
            ),
          );
        },
      ),
      { seed: 20261126, numRuns: cases(26) },
    );
    expect([...seen].toSorted()).toEqual([
      'atypical_transcript',
      'died',
      'no',
      'no_tki',
      'not_followed',
      'yes',
    ]);
  });
});
