import { everyone } from '@core/cohort/cohort-definition';
import { isInCohort } from '@core/cohort/cohort-matcher';
import { deriveAnchors, deriveFacts } from '@core/cohort/derive-facts';
import type { PatientRecord } from '@core/cohort/patient-record';
import { samplingIntervals } from '@core/cohort/sampling-intervals';
import { standingUnder } from '@core/domain/sample-standing';
import { endpointExit } from '@core/endpoint/endpoint-exit';
import { endpointPresetIds, endpointPresets } from '@core/endpoint/endpoint-presets';
import type { Engine, LayeredEngine } from '@data/engine/engine';
import { readyCohort } from '@data/queries/cohort/ready-cohort';
import { deriveTables } from '@data/queries/derived/derive-tables';
import { deriveValidated } from '@data/queries/derived/validated-samples';
import { endpointEvents } from '@data/queries/endpoint-events';
import { sampleWaitRows } from '@data/queries/monitoring/waits-for-sample';
import { arbitraryEvents } from '@tests/support/arbitrary-cohort';
import { arbitraryRecords } from '@tests/support/arbitrary-record';
import { fillTables } from '@tests/support/fill-tables';
import { startWithEmptyTables } from '@tests/support/hand-made-tables';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let engine: LayeredEngine;
beforeAll(async () => {
  engine = await startWithEmptyTables();
});
afterAll(() => engine.close());

/** A few of the presets per extract: each takes tables of its own. */
const someEndpoints = fc.shuffledSubarray([...endpointPresetIds], { minLength: 5, maxLength: 5 });
const { signal } = new AbortController();

/** The record as it is read when only validated samples are. */
function underValidated(record: PatientRecord): PatientRecord {
  const molecular = record.rows.molecular.map((row) => ({
    ...row,
    validation: row.validation === 'unread' ? row.validation : standingUnder('validated', row.validation),
  }));
  return { ...record, rows: { ...record.rows, molecular } };
}

/** Every other sample pending: the dice validate nearly all that tell a depth. */
const halfPending = (records: readonly PatientRecord[]): readonly PatientRecord[] =>
  records.map((record) => {
    const molecular = record.rows.molecular.map((row, place) =>
      place % 2 === 0 ? { ...row, validation: 'pending' as const } : row,
    );
    return { ...record, rows: { ...record.rows, molecular } };
  });

async function open(records: readonly PatientRecord[]): Promise<void> {
  await fillTables(engine, records);
  const present = records[0]?.present;
  const options = present === undefined ? {} : { present };
  await deriveTables(engine, options);
  await deriveValidated(engine.overlay, options);
}

/** Facts whose arithmetic is the same to the last bit in both readers, and that samples decide. */
const sampled = [
  'best_response',
  'evaluable_samples',
  'response_3m',
  'response_12m',
  'eln2020_3m',
  'eln2020_any_time',
  'stop_criteria',
  'sustained_deep_response',
  'lost_mmr_after_stop',
] as const;

async function factsIn(asked: Engine) {
  const { columns, rowCount } = await asked.query(
    `select ${sampled.join(', ')} from patient_fact order by patient_key`,
  );
  return Array.from({ length: rowCount }, (_, row) => sampled.map((id) => columns[id]?.[row] ?? null));
}

const factsOf = (records: readonly PatientRecord[]) =>
  records.map((record) => {
    const facts = deriveFacts(record);
    return sampled.map((id) => facts[id]);
  });

describe('validated samples only, in SQL and in memory', () => {
  it('changes the facts of a patient alike, and leaves those of all samples as they are', async () => {
    let changed = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryRecords(40, 40), async (records) => {
        await open(records);
        const [all, validated] = [factsOf(records), factsOf(records.map(underValidated))];
        expect(await factsIn(engine)).toEqual(all);
        expect(await factsIn(engine.overlay)).toEqual(validated);
        changed += all.filter((facts, at) => JSON.stringify(facts) !== JSON.stringify(validated[at])).length;
      }),
      { seed: 20261126, numRuns: 8 },
    );
    expect(changed).toBeGreaterThan(20);
  });

  it('answers rules on samples alike: what a pending one shows is unknown, never no', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryRecords(30, 30),
        fc.array(
          arbitraryEvents.filter(({ table }) => table === 'molecular'),
          { minLength: 5, maxLength: 5 },
        ),
        async (records, conditions) => {
          await open(records);
          const patients = records.map(underValidated).map((record) => ({
            record,
            facts: deriveFacts(record),
            days: deriveAnchors(record),
          }));
          // Verdict tables are kept per engine object: another extract is another engine.
          const asked: Engine = { ...engine.overlay };
          for (const condition of conditions) {
            const cohort = { ...everyone, rules: [{ condition, unknown: 'exclude' as const }] };
            const { facts, member } = await readyCohort(asked, cohort);
            const found = await asked.query(
              `select patient_key from ${facts} where ${member.sql} order by patient_key`,
              { values: member.values },
            );
            expect(Array.from(found.columns.patient_key ?? [])).toEqual(
              patients.flatMap((patient, key) => (isInCohort(cohort, patient) ? [key] : [])),
            );
          }
        },
      ),
      { seed: 20261126, numRuns: 8 },
    );
  });

  it('counts the waits for a sample alike, each use of the samples and each extract its own', async () => {
    const inPhases = (waits: readonly { readonly phase: string; readonly waits: number }[]) =>
      Object.fromEntries(
        [...new Set(waits.map(({ phase }) => phase))]
          .toSorted()
          .map((phase) => [
            phase,
            waits.filter((one) => one.phase === phase).reduce((sum, one) => sum + one.waits, 0),
          ]),
      );
    const expected = (records: readonly PatientRecord[]) =>
      inPhases(records.flatMap(samplingIntervals).map(({ phase }) => ({ phase, waits: 1 })));
    let differing = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryRecords(40, 40).map(halfPending), async (records) => {
        await open(records);
        const [all, validated] = [expected(records), expected(records.map(underValidated))];
        for (const _ of ['made', 'kept']) {
          const question = { cohort: everyone };
          expect(inPhases(await sampleWaitRows.ask(engine, question, { signal }))).toEqual(all);
          expect(inPhases(await sampleWaitRows.ask(engine.overlay, question, { signal }))).toEqual(validated);
        }
        differing += Number(JSON.stringify(all) !== JSON.stringify(validated));
      }),
      { seed: 20261126, numRuns: 6 },
    );
    expect(differing).toBeGreaterThan(3);
  });

  it('ends the follow-up of an endpoint alike', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRecords(40, 40), someEndpoints, async (records, presets) => {
        await open(records);
        for (const id of presets) {
          const { endpoint } = endpointPresets[id];
          const table = await endpointEvents.ask(
            { ...engine.overlay },
            { cohort: everyone, endpoint, groupBy: null },
            { signal },
          );
          const exits = records
            .map((record) => endpointExit(underValidated(record), endpoint))
            .flatMap((exit) => (exit.excluded === null ? [exit] : []));
          const patients = (isEvent: boolean) =>
            table.rows
              .filter(({ kind }) => (kind !== null) === isEvent)
              .reduce((sum, row) => sum + row.patients, 0);
          expect([patients(false), patients(true)]).toEqual([
            exits.filter(({ kind }) => kind === null).length,
            exits.filter(({ kind }) => kind !== null).length,
          ]);
        }
      }),
      { seed: 20261126, numRuns: 8 },
    );
  });
});
