import type { LevelCount } from '@data/queries/cohort-counts';

export interface HistogramBin {
  /** First value of the bin; it holds `from` to `from + width - 1`. */
  readonly from: number;
  readonly patients: number;
  readonly inCohort: number;
}

/** Counts per whole number gathered into bins of equal width, empty ones between included; unknowns left out. */
export function histogram(levels: readonly LevelCount[], width: number): readonly HistogramBin[] {
  const known = levels.filter(({ level }) => level !== null);
  if (known.length === 0) return [];
  const start = (level: string | null) => Math.floor(Number(level) / width) * width;
  const starts = known.map(({ level }) => start(level));
  const first = Math.min(...starts);
  const bins = Array.from({ length: (Math.max(...starts) - first) / width + 1 }, (_, index) => ({
    from: first + index * width,
    patients: 0,
    inCohort: 0,
  }));
  for (const { level, patients, inCohort } of known) {
    const bin = bins[(start(level) - first) / width];
    if (bin === undefined) continue;
    bin.patients += patients;
    bin.inCohort += inCohort;
  }
  return bins;
}
