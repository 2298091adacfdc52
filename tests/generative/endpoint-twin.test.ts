import { type EndpointRow, endpointSurvival } from '@core/analyses/endpoint-survival';
import type { ModelTable } from '@core/analyses/model-table';
import { everyone } from '@core/cohort/cohort-definition';
import { deriveFacts } from '@core/cohort/derive-facts';
import { evaluableSamples, firstDayOf } from '@core/cohort/evaluable-samples';
import type { PatientRecord } from '@core/cohort/patient-record';
import { stopHistory } from '@core/cohort/stop-history';
import { tkiDaysUntil, tkiLines } from '@core/cohort/tki-lines';
import { daysPerYear } from '@core/domain/calendar';
import {
  compositeOf,
  type EndpointDefinition,
  endingEvents,
  isSeenAtVisits,
  needsSamples,
} from '@core/endpoint/endpoint-definition';
import {
  endpointExit,
  exclusionReasons,
  isIncludedLater,
  originDay,
  testDays,
} from '@core/endpoint/endpoint-exit';
import type { Engine } from '@data/engine/engine';
import { deriveTables } from '@data/queries/derived/derive-tables';
import { endpointEvents } from '@data/queries/endpoint-events';
import { endpointIntervals } from '@data/queries/endpoint-intervals';
import { modelRows } from '@data/queries/model-rows';
import { arbitraryEndpoint } from '@tests/support/arbitrary-endpoint';
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
const options = { interval: 'log', level: 0.95 } as const;

/** The table as the reader in memory counts it, in any order. */
function countedInMemory(records: readonly PatientRecord[], endpoint: EndpointDefinition) {
  const rows = new Map<string, EndpointRow>();
  const excluded = new Map<string, number>();
  let includedLater = 0;
  for (const record of records) {
    const exit = endpointExit(record, endpoint);
    if (exit.excluded !== null) excluded.set(exit.excluded, (excluded.get(exit.excluded) ?? 0) + 1);
    else {
      if (isIncludedLater(record, originDay(record, endpoint) ?? 0)) includedLater += 1;
      const { entry, day, kind } = exit;
      const key = rowKey({ entry, day, kind });
      rows.set(key, { level: 'all', entry, day, kind, patients: (rows.get(key)?.patients ?? 0) + 1 });
    }
  }
  return {
    includedLater,
    rows: sorted([...rows.values()]),
    excluded: exclusionReasons.flatMap((reason) => {
      const patients = excluded.get(reason);
      return patients === undefined ? [] : [{ reason, patients }];
    }),
  };
}

const rowKey = ({ entry, day, kind }: Pick<EndpointRow, 'entry' | 'day' | 'kind'>) =>
  `${entry} ${day} ${kind}`;
const sorted = (rows: readonly EndpointRow[]) => rows.toSorted((a, b) => (rowKey(a) < rowKey(b) ? -1 : 1));

const covariates = ['sex', 'age', 'progression', 'tki_years_before_stop', 'mr4_months_before_stop'] as const;
const close = (value: number | null | undefined) => (value ?? Number.NaN).toPrecision(9);

/** One line of text per analysed patient: exit, covariates and the day of MMR, in any order. */
function rowsInMemory(records: readonly PatientRecord[], endpoint: EndpointDefinition): readonly string[] {
  return records
    .flatMap((record) => {
      const exit = endpointExit(record, endpoint);
      if (exit.excluded !== null) return [];
      const facts = deriveFacts(record);
      const first = record.rows.treatment_free_attempt.find(({ attempt_number }) => attempt_number === 1);
      const begun =
        first !== undefined && tkiLines(record).some(({ line }) => line.start_day < first.stop_day);
      const samples = evaluableSamples(record) ?? [];
      const mmr = firstDayOf(record, 'MMR');
      const zero = originDay(record, endpoint) ?? 0;
      return [
        [
          [exit.entry, exit.day, exit.kind ?? -1].map(close),
          facts.sex,
          close(facts.age),
          facts.progression ?? 'null',
          close(begun ? tkiDaysUntil(record, first.stop_day) / daysPerYear : null),
          close(first === undefined ? null : stopHistory(record).deepMonths.MR4),
          close(samples.length === 0 ? null : mmr === null ? Number.POSITIVE_INFINITY : mmr - zero),
        ].join(' '),
      ];
    })
    .toSorted();
}

function rowsOfTable(table: ModelTable): readonly string[] {
  return Array.from(table.day.keys(), (at) =>
    [
      [table.entry[at], table.day[at], table.kind[at]].map(close),
      ...table.covariates.map((column) =>
        column.kind === 'number'
          ? close(column.values[at])
          : (column.levels[column.codes[at] ?? -1] ?? 'null'),
      ),
      close(table.reached?.day[at]),
    ].join(' '),
  ).toSorted();
}

/** Between which days the event of each analysed patient came, as one line of text per patient. */
function intervalsInMemory(records: readonly PatientRecord[], endpoint: EndpointDefinition) {
  return records
    .flatMap((record) => {
      const exit = endpointExit(record, endpoint);
      if (exit.excluded !== null) return [];
      const { day, kind } = exit;
      const event = kind === null ? undefined : endingEvents(endpoint)[kind];
      const seen = event !== undefined && isSeenAtVisits(event);
      const before = testDays(record, endpoint).findLast((test) => test < day);
      return [`${seen ? (before ?? 0) : day} ${kind === null ? null : day} ${seen}`];
    })
    .toSorted();
}

describe('the exits of SQL and of the reader in memory', () => {
  it('are the same for every endpoint and every history, and their probabilities add up to 1', async () => {
    const seen = new Map<string, number>();
    const count = (name: string, patients = 1) => seen.set(name, (seen.get(name) ?? 0) + patients);
    await fc.assert(
      fc.asyncProperty(
        arbitraryRecords(60, 20),
        fc.array(arbitraryEndpoint, { minLength: 6, maxLength: 6 }),
        async (records, endpoints) => {
          await fillTables(engine, records);
          const present = records[0]?.present;
          await deriveTables(engine, present === undefined ? {} : { present });
          for (const endpoint of endpoints) {
            const table = await endpointEvents.ask(
              engine,
              { cohort: everyone, endpoint, groupBy: null },
              { signal },
            );
            const expected = countedInMemory(records, endpoint);
            if (endpoint === endpoints[0]) {
              const model = await modelRows.ask(
                engine,
                { cohort: everyone, endpoint, covariates, reached: 'MMR' },
                { signal },
              );
              expect(rowsOfTable(model)).toEqual(rowsInMemory(records, endpoint));
              expect(model.excluded).toEqual(expected.excluded);
              count('modelled', model.day.length);
              if (needsSamples(endpoint)) {
                const intervals = await endpointIntervals.ask(
                  engine,
                  { cohort: everyone, endpoint },
                  { signal },
                );
                const found = intervals.flatMap(({ lower, upper, seen: atVisit, patients }) => {
                  if (atVisit) count('seen', patients);
                  return Array.from({ length: patients }, () => `${lower} ${upper} ${atVisit}`);
                });
                expect(found.toSorted()).toEqual(intervalsInMemory(records, endpoint));
              }
            }
            const { includedLater = 0, rows, excluded } = table;
            expect({ includedLater, rows: sorted(rows), excluded }).toEqual(expected);
            count('included later', includedLater);
            for (const { reason, patients } of table.excluded) count(reason, patients);
            for (const { kind, patients } of table.rows)
              count(kind === null ? 'censored' : 'event', patients);
            const [curve] = endpointSurvival(table, options).curves;
            if (endpoint === endpoints[0]) {
              const composite = await endpointEvents.ask(
                engine,
                { cohort: everyone, endpoint: compositeOf(endpoint), groupBy: null },
                { signal },
              );
              expect(curve?.eventFree).toEqual(endpointSurvival(composite, options).curves[0]?.eventFree);
            }
            curve?.incidence?.time.forEach((_, index) => {
              const sum = curve.incidence?.causes.reduce(
                (total, { probability }) => total + (probability[index] ?? 0),
                curve.eventFree.survival[index] ?? 0,
              );
              expect(sum).toBeCloseTo(1, 9);
            });
          }
        },
      ),
      { seed: 20261126, numRuns: cases(50) },
    );
    for (const name of [...exclusionReasons, 'censored', 'event', 'modelled', 'seen', 'included later'])
      expect(seen.get(name) ?? 0, name).toBeGreaterThan(10);
  });
});
