import type { ExitColumns, IntervalColumns } from '@core/analyses/exit-counts';
import type { EndpointDefinition } from '@core/endpoint/endpoint-definition';
import { exclusionReasons } from '@core/endpoint/endpoint-exit';
import type { Engine, ResultTable } from '@data/engine/engine';
import { KeptColumns, numbersOf } from '../cohort/kept-columns';
import { fillSlots, literal } from '../sql-text';
import exitColumnsSql from './exit-columns.sql?raw';
import lastFreeSql from './last-free.sql?raw';
import { patientRanges, patientsPerStep } from './patient-ranges';
import { exitsOnce, ofEveryone } from './ready-exits';

/** A little more than there are presets: who goes through all of them finds each again. */
const mostEndpoints = 24;

/** Of a million patients, the exits of nine endpoints. */
const mostBytes = 100_000_000;

const exits = new KeptColumns<ExitColumns>(mostEndpoints, {
  most: mostBytes,
  of: (columns) => Object.values(columns).reduce((sum, { byteLength }) => sum + byteLength, 0),
});

const lastFree = new KeptColumns<Int32Array>(mostEndpoints);

export function forgetExitColumns(engine: Engine): void {
  exits.forget(engine);
  lastFree.forget(engine);
}

/** The exits of an endpoint, read the first time: in steps, between which the engine answers others. */
export function readyExitColumns(
  engine: Engine,
  endpoint: EndpointDefinition,
  perStep?: number,
): Promise<ExitColumns> {
  return exits.ready(engine, JSON.stringify(endpoint), async () => {
    const parts: ResultTable['columns'][] = [];
    for (const { sql, values } of await exitsOnce(engine, endpoint, perStep)) {
      const slots = { exits: sql, reasons: literal(exclusionReasons) };
      parts.push((await engine.query(fillSlots(exitColumnsSql, slots), { values })).columns);
    }
    return {
      reason: Uint8Array.from(inTurn(parts, 'reason')),
      entry: Int32Array.from(inTurn(parts, 'entry')),
      day: Int32Array.from(inTurn(parts, 'day')),
      kind: Int8Array.from(inTurn(parts, 'kind')),
      includedLater: Uint8Array.from(inTurn(parts, 'included_later')),
    };
  });
}

/** The numbers of a column that was read in parts. */
function* inTurn(parts: readonly ResultTable['columns'][], name: string): Iterable<number> {
  for (const columns of parts) {
    const numbers = numbersOf(columns[name]);
    for (let at = 0; at < numbers.length; at++) yield numbers[at] as number;
  }
}

/** The same where they were read before. */
export const exitColumnsAtHand = (engine: Engine, endpoint: EndpointDefinition): ExitColumns | null =>
  exits.atHand(engine, JSON.stringify(endpoint));

/** The exits with the visits before them, read the first time. */
export async function readyIntervalColumns(
  engine: Engine,
  endpoint: EndpointDefinition,
  perStep = patientsPerStep,
): Promise<IntervalColumns> {
  const columns = await readyExitColumns(engine, endpoint, perStep);
  const before = await lastFree.ready(engine, JSON.stringify(endpoint), async () => {
    const parts: ResultTable['columns'][] = [];
    for (const range of await patientRanges(engine, { perStep })) {
      const { sql, values } = ofEveryone(endpoint, lastFreeSql, range);
      parts.push((await engine.query(sql, { values })).columns);
    }
    return Int32Array.from(inTurn(parts, 'last_free'));
  });
  return { ...columns, lastFree: before };
}

/** The same where they were read before. */
export function intervalColumnsAtHand(engine: Engine, endpoint: EndpointDefinition): IntervalColumns | null {
  const columns = exitColumnsAtHand(engine, endpoint);
  const before = lastFree.atHand(engine, JSON.stringify(endpoint));
  return columns === null || before === null ? null : { ...columns, lastFree: before };
}
