import type { ExitColumns, IntervalColumns } from '@core/analyses/exit-counts';
import { leavesDatesOpen } from '@core/analyses/visit-gaps';
import type { EndpointDefinition } from '@core/endpoint/endpoint-definition';
import { exclusionReasons } from '@core/endpoint/endpoint-exit';
import type { Engine, QueryOptions, ResultTable } from '@data/engine/engine';
import { sqlOf } from '../cohort/compiled-sql';
import { KeptColumns, numbersOf } from '../cohort/kept-columns';
import { fillSlots, literal } from '../sql-text';
import exitColumnsSql from './exit-columns.sql?raw';
import exitVisitsSql from './exit-visits.sql?raw';
import lastFreeSql from './last-free.sql?raw';
import { patientRanges, patientsPerStep } from './patient-ranges';
import { exitsOnce, ofEveryone } from './ready-exits';

/** A little more than there are presets: who goes through all of them finds each again. */
const mostEndpoints = 24;

/** Of a million patients, the exits of all presets, and the visits before them. */
const mostBytes = 300_000_000;

const exits = new KeptColumns<ExitColumns | IntervalColumns>(mostEndpoints, {
  most: mostBytes,
  of: (columns) => Object.values(columns).reduce((sum, { byteLength }) => sum + byteLength, 0),
});

const lastFree = new KeptColumns<Int32Array>(mostEndpoints);

export function forgetExitColumns(engine: Engine): void {
  exits.forget(engine);
  lastFree.forget(engine);
}

interface Reading extends Pick<QueryOptions, 'behind'> {
  /** Patients per step. */
  readonly perStep?: number;
}

/**
 * The exits of an endpoint, read the first time: in steps, between which the engine answers others. Where a reading goes
 * through the samples in many steps and visits leave the days open, it reads the visits before the exits too.
 */
export function readyExitColumns(
  engine: Engine,
  endpoint: EndpointDefinition,
  { perStep = patientsPerStep, ...options }: Reading = {},
): Promise<ExitColumns | IntervalColumns> {
  return exits.ready(engine, JSON.stringify(endpoint), async () => {
    const reasons = literal(exclusionReasons);
    const ranges = await patientRanges(engine, { perStep });
    const withVisits = ranges.length > 1 && leavesDatesOpen(endpoint);
    const statements = withVisits
      ? ranges.map((range) => ofEveryone(endpoint, exitVisitsSql, range, { reasons }))
      : (await exitsOnce(engine, endpoint, perStep)).map(({ sql, values }) =>
          sqlOf(fillSlots(exitColumnsSql, { exits: sql, reasons }), values),
        );
    const parts: ResultTable['columns'][] = [];
    for (const { sql, values } of statements) {
      parts.push((await engine.query(sql, { values, ...options })).columns);
    }
    return {
      reason: inOne(Uint8Array, parts, 'reason'),
      entry: inOne(Int32Array, parts, 'entry'),
      day: inOne(Int32Array, parts, 'day'),
      kind: inOne(Int8Array, parts, 'kind'),
      includedLater: inOne(Uint8Array, parts, 'included_later'),
      ...(withVisits ? { lastFree: inOne(Int32Array, parts, 'last_free') } : {}),
    };
  });
}

/** A column that was read in parts. */
function inOne<Column extends Uint8Array | Int8Array | Int32Array>(
  Numbers: new (length: number) => Column,
  parts: readonly ResultTable['columns'][],
  name: string,
): Column {
  const columns = parts.map((part) => numbersOf(part[name]));
  const whole = new Numbers(columns.reduce((sum, { length }) => sum + length, 0));
  let from = 0;
  for (const column of columns) {
    whole.set(column, from);
    from += column.length;
  }
  return whole;
}

/** The same where they were read before. */
export const exitColumnsAtHand = (
  engine: Engine,
  endpoint: EndpointDefinition,
): ExitColumns | IntervalColumns | null => exits.atHand(engine, JSON.stringify(endpoint));

/** The exits with the visits before them, read the first time. */
export async function readyIntervalColumns(
  engine: Engine,
  endpoint: EndpointDefinition,
  reading: Reading = {},
): Promise<IntervalColumns> {
  const { perStep = patientsPerStep, ...options } = reading;
  const columns = await readyExitColumns(engine, endpoint, reading);
  if ('lastFree' in columns) return columns;
  const before = await lastFree.ready(engine, JSON.stringify(endpoint), async () => {
    const parts: ResultTable['columns'][] = [];
    for (const range of await patientRanges(engine, { perStep })) {
      const { sql, values } = ofEveryone(endpoint, lastFreeSql, range);
      parts.push((await engine.query(sql, { values, ...options })).columns);
    }
    return inOne(Int32Array, parts, 'last_free');
  });
  return { ...columns, lastFree: before };
}

/** The same where they were read before. */
export function intervalColumnsAtHand(engine: Engine, endpoint: EndpointDefinition): IntervalColumns | null {
  const columns = exitColumnsAtHand(engine, endpoint);
  if (columns !== null && 'lastFree' in columns) return columns;
  const before = lastFree.atHand(engine, JSON.stringify(endpoint));
  return columns === null || before === null ? null : { ...columns, lastFree: before };
}
