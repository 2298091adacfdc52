import type { ExitColumns, IntervalColumns } from '@core/analyses/exit-counts';
import type { EndpointDefinition } from '@core/endpoint/endpoint-definition';
import { exclusionReasons } from '@core/endpoint/endpoint-exit';
import type { Engine } from '@data/engine/engine';
import { KeptColumns, numbersOf } from '../cohort/kept-columns';
import { fillSlots, literal } from '../sql-text';
import exitColumnsSql from './exit-columns.sql?raw';
import lastFreeSql from './last-free.sql?raw';
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

/** The exits of an endpoint, read the first time. */
export function readyExitColumns(engine: Engine, endpoint: EndpointDefinition): Promise<ExitColumns> {
  return exits.ready(engine, JSON.stringify(endpoint), async () => {
    const { sql, values } = await exitsOnce(engine, endpoint);
    const { columns } = await engine.query(
      fillSlots(exitColumnsSql, { exits: sql, reasons: literal(exclusionReasons) }),
      { values },
    );
    return {
      reason: Uint8Array.from(numbersOf(columns.reason)),
      entry: Int32Array.from(numbersOf(columns.entry)),
      day: Int32Array.from(numbersOf(columns.day)),
      kind: Int8Array.from(numbersOf(columns.kind)),
      includedLater: Uint8Array.from(numbersOf(columns.included_later)),
    };
  });
}

/** The same where they were read before. */
export const exitColumnsAtHand = (engine: Engine, endpoint: EndpointDefinition): ExitColumns | null =>
  exits.atHand(engine, JSON.stringify(endpoint));

/** The exits with the visits before them, read the first time. */
export async function readyIntervalColumns(
  engine: Engine,
  endpoint: EndpointDefinition,
): Promise<IntervalColumns> {
  const columns = await readyExitColumns(engine, endpoint);
  const before = await lastFree.ready(engine, JSON.stringify(endpoint), async () => {
    const { sql, values } = ofEveryone(endpoint, lastFreeSql);
    const answer = await engine.query(sql, { values });
    return Int32Array.from(numbersOf(answer.columns.last_free));
  });
  return { ...columns, lastFree: before };
}

/** The same where they were read before. */
export function intervalColumnsAtHand(engine: Engine, endpoint: EndpointDefinition): IntervalColumns | null {
  const columns = exitColumnsAtHand(engine, endpoint);
  const before = lastFree.atHand(engine, JSON.stringify(endpoint));
  return columns === null || before === null ? null : { ...columns, lastFree: before };
}
