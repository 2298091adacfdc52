import {
  type Covariates,
  checkCovariates,
  incompleteRows,
  type StandardisedCovariates,
  standardise,
} from './covariates';
import { mergeTimes } from './merged-times';
import { type Grouping, readSurvivalRows, type SurvivalInput } from './survival-input';

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
  const incomplete = incompleteRows(covariates, total);
  const index = new Int8Array(total);
  for (let i = 0; i < total; i++) index[i] = -(incomplete[i] as number);
  const complete: Grouping = { index, count: 1 };
  const read = readSurvivalRows(input, strata === undefined ? [complete] : [complete, strata]);
  const { size } = read;
  const [ends, entries = null] =
    read.entry === null ? mergeTimes([read.time]) : mergeTimes([read.time, read.entry]);
  const order = byStratum(ends.order, read.group, read.groupCount);
  const position = new Int32Array(size);
  const time = new Float64Array(size);
  const event = new Uint8Array(size);
  const weight = new Float64Array(size).fill(1);
  const entry = read.entry === null ? null : new Float64Array(size);
  const place = new Int32Array(read.entry === null ? 0 : size);
  let eventCount = 0;
  for (let k = 0; k < size; k++) {
    const i = order[k] as number;
    position[k] = read.position === null ? i : (read.position[i] as number);
    time[k] = ends.values[i] as number;
    event[k] = read.event[i] as number;
    eventCount += read.event[i] as number;
    if (read.weight !== null) weight[k] = read.weight[i] as number;
    if (entry !== null && entries !== null) {
      entry[k] = entries.values[i] as number;
      place[i] = k;
    }
  }
  const starts = new Int32Array(read.groupCount + 1);
  for (let i = 0; i < size; i++) {
    const next = (read.group[i] as number) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let s = 1; s <= read.groupCount; s++) starts[s] = (starts[s] as number) + (starts[s - 1] as number);
  const entryOrder = entries === null ? [] : byStratum(entries.order, read.group, read.groupCount);
  const standardised = standardise(covariates, position);
  return {
    rows: size,
    time,
    entry,
    event,
    weight,
    x: standardised.values,
    covariates: standardised,
    strata: starts,
    byEntry: Int32Array.from(entryOrder, (i) => place[i] as number),
    position,
    total,
    excluded: read.excluded,
    eventCount,
  };
}

/** Stable partition of an order by group. */
function byStratum(order: Uint32Array, group: Int32Array, count: number): Uint32Array {
  if (count === 1) return order;
  const start = new Uint32Array(count + 1);
  for (const i of order) {
    const next = (group[i] as number) + 1;
    start[next] = (start[next] as number) + 1;
  }
  for (let g = 1; g <= count; g++) start[g] = (start[g] as number) + (start[g - 1] as number);
  const result = new Uint32Array(order.length);
  for (const i of order) {
    const g = group[i] as number;
    result[start[g] as number] = i;
    start[g] = (start[g] as number) + 1;
  }
  return result;
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

/** Weight times exp(linear predictor) of the rows. */
export function rowRisks(data: CoxData, eta: Float64Array): Float64Array {
  const risk = new Float64Array(data.rows);
  for (let i = 0; i < data.rows; i++) risk[i] = (data.weight[i] as number) * Math.exp(eta[i] as number);
  return risk;
}
