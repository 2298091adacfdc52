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
  /** What the time is of: here, and in R. */
  readonly here: string;
  readonly inR: string;
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

const curves = {
  here: 'curves of two groups: survival, cumulative hazard, their errors, intervals on the log scale',
  inR: 'survfit(Surv(time, event) ~ group): the same',
};
const test = {
  here: 'test of two groups: statistic, p-value, observed, expected, covariance',
  inR: 'survdiff(Surv(time, event) ~ group): the same',
};
const regression = {
  here: 'Efron fit, five covariates: coefficients, covariance, intervals, three tests; no concordance, no residuals',
  inR: 'coxph(Surv(time, event) ~ x): the same, the model frame, martingale residuals and concordance',
};
const incidence = {
  here: 'two causes, two groups: incidence, event-free survival, jackknife errors, intervals on the log scale',
  inR: 'survfit(Surv(time, state) ~ group): the same',
};
const subdistribution = {
  here: 'two causes, five covariates: coefficients, their robust covariance, intervals, tests',
  inR: 'crr(time, cause, x): coefficients and their robust covariance, residuals',
};

/** What is timed, with the aims of the project. */
export const estimations: readonly Estimation[] = [
  { name: 'kaplan-meier days', subjects: 1e6, aim: 50, ...curves, estimate: kaplanMeier('days') },
  { name: 'kaplan-meier continuous', subjects: 1e6, aim: 15, ...curves, estimate: kaplanMeier('continuous') },
  { name: 'log-rank days', subjects: 1e6, aim: 50, ...test, estimate: logRankTest('days') },
  { name: 'log-rank continuous', subjects: 1e6, aim: 15, ...test, estimate: logRankTest('continuous') },
  { name: 'cox days', subjects: 1e6, aim: 10, ...regression, estimate: cox('days') },
  { name: 'cox continuous', subjects: 1e6, aim: 10, ...regression, estimate: cox('continuous') },
  { name: 'aalen-johansen days', subjects: 1e5, aim: 500, ...incidence, estimate: aalenJohansen('days') },
  {
    name: 'aalen-johansen continuous',
    subjects: 1e5,
    aim: 500,
    ...incidence,
    estimate: aalenJohansen('continuous'),
  },
  { name: 'fine-gray continuous', subjects: 1e4, aim: 500, ...subdistribution, estimate: fineGrayRegression },
];
