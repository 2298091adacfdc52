/** A row of timings in milliseconds, as numbers a reader can compare. */
export interface TimingSummary {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** The smallest timing that at least the share of all timings does not exceed (nearest rank). */
export function nearestRank(timings: readonly number[], share: number): number {
  const sorted = timings.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function summarise(timings: readonly number[]): TimingSummary {
  return {
    count: timings.length,
    p50: round(nearestRank(timings, 0.5)),
    p95: round(nearestRank(timings, 0.95)),
    max: round(Math.max(...timings)),
  };
}

/** Milliseconds to a tenth: more is noise. */
export const round = (milliseconds: number): number => Math.round(milliseconds * 10) / 10;

/** The places of a report that hold no number though they were asked for (`null`, NaN, infinity), as `a.b.c`. */
export function missingNumbers(report: unknown, at = ''): readonly string[] {
  if (report === null || (typeof report === 'number' && !Number.isFinite(report))) return [at];
  if (typeof report !== 'object') return [];
  return Object.entries(report).flatMap(([name, part]) =>
    missingNumbers(part, at === '' ? name : `${at}.${name}`),
  );
}
