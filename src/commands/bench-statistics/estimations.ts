import { aalenJohansenByGroup } from '@core/statistics/survival/aalen-johansen';
import { coxRegression } from '@core/statistics/survival/cox-regression';
import { fineGray } from '@core/statistics/survival/fine-gray';
import { kaplanMeierByGroup } from '@core/statistics/survival/kaplan-meier';
import { logRank } from '@core/statistics/survival/log-rank';

import type { SimulatedFollowUp } from './simulated-follow-up';

/** One estimation that is timed here and in R on the same subjects. */
export interface Estimation {
  readonly name: string;
  /** Subjects at scale 1. */
  readonly subjects: number;
  /** How many times faster than R it shall be. */
  readonly aim: number;
  /** The estimate, and a few of its numbers in the order of `through-r.R`. */
  readonly estimate: (data: SimulatedFollowUp) => readonly number[];
}

/** The day at which curves are compared with R's. */
export const comparedDay = 1000;

const names = ['x1', 'x2', 'x3', 'x4', 'x5'];
const byGroup = ({ group }: SimulatedFollowUp) => ({ index: group, count: 2 });

function lastUntil(time: Float64Array, values: Float64Array): number {
  let low = 0;
  let high = time.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((time[middle] as number) <= comparedDay) low = middle + 1;
    else high = middle;
  }
  return values[low - 1] ?? Number.NaN;
}

const kaplanMeier = (kind: 'days' | 'continuous') => (data: SimulatedFollowUp) =>
  kaplanMeierByGroup({ time: data[kind], event: data.event }, byGroup(data)).flatMap((curve) => [
    lastUntil(curve.time, curve.survival),
    lastUntil(curve.time, curve.lower),
  ]);

const logRankTest = (kind: 'days' | 'continuous') => (data: SimulatedFollowUp) => [
  logRank({ time: data[kind], event: data.event }, byGroup(data)).statistic ?? Number.NaN,
];

const cox = (kind: 'days' | 'continuous') => (data: SimulatedFollowUp) =>
  coxRegression({ time: data[kind], event: data.event }, { names, columns: data.covariates }).terms.flatMap(
    ({ coefficient, standardError }) => [coefficient ?? Number.NaN, standardError ?? Number.NaN],
  );

const aalenJohansen = (kind: 'days' | 'continuous') => (data: SimulatedFollowUp) =>
  aalenJohansenByGroup({ time: data[kind], cause: data.cause }, 2, byGroup(data)).flatMap((curves) =>
    curves.causes.flatMap((state) => [
      lastUntil(curves.time, state.probability),
      lastUntil(curves.time, state.standardError),
    ]),
  );

const fineGrayRegression = (data: SimulatedFollowUp) =>
  fineGray({ time: data.continuous, cause: data.cause }, 2, {
    names,
    columns: data.covariates,
  }).terms.flatMap(({ coefficient, standardError }) => [
    coefficient ?? Number.NaN,
    standardError ?? Number.NaN,
  ]);

/** What is timed, with the aims of the project. */
export const estimations: readonly Estimation[] = [
  { name: 'kaplan-meier days', subjects: 1e6, aim: 50, estimate: kaplanMeier('days') },
  { name: 'kaplan-meier continuous', subjects: 1e6, aim: 15, estimate: kaplanMeier('continuous') },
  { name: 'log-rank days', subjects: 1e6, aim: 50, estimate: logRankTest('days') },
  { name: 'log-rank continuous', subjects: 1e6, aim: 15, estimate: logRankTest('continuous') },
  { name: 'cox days', subjects: 1e6, aim: 10, estimate: cox('days') },
  { name: 'cox continuous', subjects: 1e6, aim: 10, estimate: cox('continuous') },
  { name: 'aalen-johansen days', subjects: 1e5, aim: 500, estimate: aalenJohansen('days') },
  { name: 'aalen-johansen continuous', subjects: 1e5, aim: 500, estimate: aalenJohansen('continuous') },
  { name: 'fine-gray continuous', subjects: 1e4, aim: 500, estimate: fineGrayRegression },
];
