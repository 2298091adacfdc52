import { type FollowUp, independentKaplanMeier, type Step } from './independent-curves';

/*
 * What papers quote from a curve, computed a second time from the follow-up of each patient, in the plainest way, by
 * code that shares nothing with src. Times are in days.
 */

const daysInMonth = 365.25 / 12;
/** R reads a curve as being on one half when it is as near as this. */
const near = 1.5e-8;

/**
 * The first day on which a column of the curve is at or below one half; when it stays on one half, the middle between
 * that day and the next fall, or the last day if there is none. `null` when it never falls so far.
 */
function halfway(steps: readonly Step[], column: (step: Step) => number | null): number | null {
  const values = steps.flatMap((step) => {
    const value = column(step);
    return value === null ? [] : [{ day: step.days, value }];
  });
  const reached = values.find(({ value }) => value <= 0.5 + near);
  if (reached === undefined) return null;
  if (reached.value < 0.5 - near) return reached.day;
  const fall = values.find(({ value }) => value < 0.5 - near);
  return (reached.day + (fall ?? { day: steps.at(-1)?.days ?? Number.NaN }).day) / 2;
}

export interface Median {
  readonly median: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

export function independentMedian(rows: readonly FollowUp[]): Median {
  const steps = independentKaplanMeier(rows);
  return {
    median: halfway(steps, (step) => step.survival),
    lower: halfway(steps, (step) => step.lower),
    upper: halfway(steps, (step) => step.upper),
  };
}

/** Reverse Kaplan-Meier: who was censored has the event, who had the event is censored. */
export function independentFollowUpMedian(rows: readonly FollowUp[]): number | null {
  return independentMedian(rows.map((row) => ({ ...row, event: !row.event }))).median;
}

/** The curve at a month; `null` after the last day, unless nobody was left then. */
export function independentLandmark(
  rows: readonly FollowUp[],
  month: number,
): Pick<Step, 'survival' | 'lower' | 'upper'> | null {
  const day = month * daysInMonth;
  const steps = independentKaplanMeier(rows);
  const last = steps.at(-1);
  if (last === undefined || (day > last.days && last.survival > 0)) return null;
  return steps.findLast((step) => step.days <= day) ?? { survival: 1, lower: 1, upper: 1 };
}

/** Under the axis: still followed just before the month ends, and who left up to and with it. */
export function independentCounts(rows: readonly FollowUp[], month: number) {
  const day = month * daysInMonth;
  return {
    atRisk: rows.filter(({ days }) => days >= day).length,
    events: rows.filter(({ days, event }) => event && days <= day).length,
    censored: rows.filter(({ days, event }) => !event && days <= day).length,
  };
}

export interface GroupTest {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
}

/** Mantel's log-rank test of the groups; none of them may be without anybody at risk at an event. */
export function independentLogRank(groups: readonly (readonly FollowUp[])[]): GroupTest {
  const everybody = groups.flat();
  const days = [...new Set(everybody.filter(({ event }) => event).map((row) => row.days))];
  const left = (rows: readonly FollowUp[], day: number) => rows.filter((row) => row.days >= day).length;
  const lost = (rows: readonly FollowUp[], day: number) =>
    rows.filter((row) => row.event && row.days === day).length;
  // The last group follows from the others.
  const tested = groups.slice(0, -1);
  const difference = tested.map((rows) =>
    days.reduce(
      (sum, day) => sum + lost(rows, day) - (lost(everybody, day) * left(rows, day)) / left(everybody, day),
      0,
    ),
  );
  const covariance = tested.map((a) =>
    tested.map((b) =>
      days.reduce((sum, day) => {
        const n = left(everybody, day);
        if (n < 2) return sum;
        const d = lost(everybody, day);
        const share = left(a, day) / n;
        return sum + ((d * (n - d)) / (n - 1)) * share * ((a === b ? 1 : 0) - left(b, day) / n);
      }, 0),
    ),
  );
  const solved = solve(covariance, difference);
  const statistic = difference.reduce((sum, value, index) => sum + value * (solved[index] ?? Number.NaN), 0);
  return { statistic, degreesOfFreedom: tested.length, p: chiSquaredTail(statistic, tested.length) };
}

/** Gaussian elimination of a positive definite matrix. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? Number.NaN]);
  rows.forEach((pivot, at) => {
    rows.forEach((row, other) => {
      if (other === at) return;
      const factor = (row[at] ?? Number.NaN) / (pivot[at] ?? Number.NaN);
      pivot.forEach((value, column) => {
        row[column] = (row[column] ?? Number.NaN) - factor * value;
      });
    });
  });
  return rows.map((row, at) => (row.at(-1) ?? Number.NaN) / (row[at] ?? Number.NaN));
}

/** Upper tail of chi-squared: the chi density t^(k-1) exp(-t²/2) by Simpson's rule, beyond the root over all. */
function chiSquaredTail(statistic: number, degreesOfFreedom: number): number {
  const density = (t: number) => t ** (degreesOfFreedom - 1) * Math.exp((-t * t) / 2);
  const area = (from: number, to: number) => {
    const parts = 4000;
    const width = (to - from) / parts;
    let sum = density(from) + density(to);
    for (let k = 1; k < parts; k++) sum += (k % 2 === 1 ? 4 : 2) * density(from + k * width);
    return (sum * width) / 3;
  };
  return area(Math.sqrt(statistic), 40) / area(0, 40);
}
