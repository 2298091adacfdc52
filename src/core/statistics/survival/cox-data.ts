import {
  type Covariates,
  checkCovariates,
  completeRows,
  type StandardisedCovariates,
  standardise,
} from './covariates';
import { type CoxEventTimes, coxEventTimes } from './cox-event-times';
import { type MergedColumn, mergeTimes } from './merged-times';
import { type Grouping, readSurvivalRows, type SurvivalInput, type SurvivalRows } from './survival-input';

/**
 * The rows of a Cox regression in the order in which they are used: by stratum, then by ascending end of follow-up.
 * Covariates are standardised, row-major.
 */
export interface CoxData {
  readonly rows: number;
  readonly time: Float64Array;
  readonly entry: Float64Array | null;
  readonly event: Uint8Array;
  readonly weight: Float64Array;
  readonly x: Float64Array;
  readonly covariates: StandardisedCovariates;
  /** First row of each stratum, and the number of rows as the last element. */
  readonly strata: Int32Array;
  readonly eventTimes: CoxEventTimes;
  /** Rows by stratum, then by ascending entry; empty without late entry. */
  readonly byEntry: Int32Array;
  /** Position of each row in the input. */
  readonly position: Int32Array;
  /** Number of rows of the input, and of those left out. */
  readonly total: number;
  readonly excluded: number;
  readonly eventCount: number;
}

/** Prepares rows for a Cox regression; rows with a missing value anywhere are left out and counted. */
export function coxData(input: SurvivalInput, covariates: Covariates, strata: Grouping | undefined): CoxData {
  const total = input.time.length;
  checkCovariates(covariates, total);
  const complete: Grouping = { index: completeRows(covariates, total), count: 1 };
  const read = readSurvivalRows(input, strata === undefined ? [complete] : [complete, strata]);
  const { size } = read;
  const [ends, entries = null] =
    read.entry === null ? mergeTimes([read.time]) : mergeTimes([read.time, read.entry]);
  const { column, start } = byStratum(ends, read);
  const { order } = column;
  const position = positionsOf(read, order);
  const event = eventsOf(read, order);
  const weight = weightsOf(read, order);
  const eventCount = countEvents(event);
  const standardised = standardise(covariates, position);
  return {
    rows: size,
    time: column.sorted,
    event,
    weight,
    x: standardised.values,
    covariates: standardised,
    strata: start,
    eventTimes: coxEventTimes(column.sorted, event, weight, start, eventCount),
    ...(entries === null
      ? { entry: null, byEntry: new Int32Array(0) }
      : entryOrder(byStratum(entries, read).column, order)),
    position,
    total,
    excluded: read.excluded,
    eventCount,
  };
}

// What the rows hold in the order in which they are used. Each loop is a function of its own: see `toCells`.

function positionsOf({ position }: SurvivalRows, order: Uint32Array): Int32Array {
  const ordered = new Int32Array(order);
  if (position !== null)
    for (let k = 0; k < ordered.length; k++) ordered[k] = position[order[k] as number] as number;
  return ordered;
}

function eventsOf({ event }: SurvivalRows, order: Uint32Array): Uint8Array {
  const ordered = new Uint8Array(order.length);
  for (let k = 0; k < ordered.length; k++) ordered[k] = event[order[k] as number] as number;
  return ordered;
}

function weightsOf({ weight }: SurvivalRows, order: Uint32Array): Float64Array {
  const ordered = new Float64Array(order.length).fill(1);
  if (weight !== null)
    for (let k = 0; k < ordered.length; k++) ordered[k] = weight[order[k] as number] as number;
  return ordered;
}

function countEvents(event: Uint8Array): number {
  let count = 0;
  for (let k = 0; k < event.length; k++) count += event[k] as number;
  return count;
}

/** Stable partition of sorted times by stratum, and the first row of each. */
function byStratum(column: MergedColumn, { group, groupCount }: SurvivalRows) {
  const size = column.order.length;
  const start = new Int32Array(groupCount + 1);
  if (groupCount === 1) return { column, start: start.fill(size, 1) };
  for (let i = 0; i < size; i++) {
    const next = (group[i] as number) + 1;
    start[next] = (start[next] as number) + 1;
  }
  for (let g = 1; g <= groupCount; g++) start[g] = (start[g] as number) + (start[g - 1] as number);
  const place = start.slice();
  const parted = { order: new Uint32Array(size), sorted: new Float64Array(size) };
  for (let k = 0; k < size; k++) {
    const i = column.order[k] as number;
    const g = group[i] as number;
    const at = place[g] as number;
    place[g] = at + 1;
    parted.order[at] = i;
    parted.sorted[at] = column.sorted[k] as number;
  }
  return { column: parted, start };
}

/** Entries of the rows, which stand in another order, and the rows by entry. */
function entryOrder(entries: MergedColumn, order: Uint32Array) {
  const row = new Int32Array(order.length);
  for (let k = 0; k < order.length; k++) row[order[k] as number] = k;
  const entry = new Float64Array(order.length);
  const byEntry = Int32Array.from(entries.order, (i) => row[i] as number);
  for (let e = 0; e < byEntry.length; e++) entry[byEntry[e] as number] = entries.sorted[e] as number;
  return { entry, byEntry };
}

/** Linear predictors of the rows at standardised coefficients. */
export function linearPredictors(data: CoxData, beta: Float64Array): Float64Array {
  const p = data.covariates.size;
  const { x } = data;
  const eta = new Float64Array(data.rows);
  for (let i = 0; i < data.rows; i++) {
    let sum = 0;
    for (let j = 0; j < p; j++) sum += (beta[j] as number) * (x[i * p + j] as number);
    eta[i] = sum;
  }
  return eta;
}
