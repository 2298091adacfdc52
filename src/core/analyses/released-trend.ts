import type { DisclosurePolicy } from '@core/disclosure/policy';
import { assembled, type Released, releasedShare } from '@core/disclosure/released';
import {
  type ProtectedCount,
  releaseCounts,
  type TableCount,
  type TableSum,
} from '@core/disclosure/released-counts';
import { indicators } from '@core/domain/indicator';
import type { IndicatorTable } from './indicator-trend';

/** One year of one group of an indicator, as it may leave. The year stands as text: it is a label, not a count. */
export interface ReleasedYear {
  readonly level: string | null;
  readonly year: string;
  readonly units: ProtectedCount;
  readonly assessed: ProtectedCount;
  readonly met: ProtectedCount;
  readonly unknown: ProtectedCount;
  readonly share: ReturnType<typeof releasedShare>;
}

/**
 * An indicator over the years through disclosure control: the counts of each year and group beside what they add up to, those
 * who do not meet it included, which a reader finds by taking away. Shares are those of the released counts.
 *
 * @returns `null` for an indicator that does not count patients: how many patients stand behind its counts is not known
 */
export function releasedTrend(
  { indicator, rows }: IndicatorTable,
  policy: DisclosurePolicy,
): Released<readonly ReleasedYear[]> | null {
  if (indicators[indicator].unit !== 'patient') return null;
  const keys = new Map<string, { readonly level: string | null; readonly year: number }>();
  for (const { level, year } of rows) {
    if (year !== null) keys.set(JSON.stringify([level, year]), { level, year });
  }
  const counts: TableCount[] = [];
  const sums: TableSum[] = [];
  const places = [...keys.values()].map(({ level, year }) => {
    const here = rows.filter((row) => row.level === level && row.year === year);
    const of = (count: 'units' | 'met' | 'unknown') => here.reduce((sum, row) => sum + row[count], 0);
    const [units, met, unknown] = [of('units'), of('met'), of('unknown')];
    const at = counts.length;
    counts.push(
      { patients: units },
      { patients: units - unknown },
      { patients: unknown },
      { patients: met },
      { patients: units - unknown - met, hidden: true },
    );
    sums.push({ whole: at, parts: [at + 1, at + 2] }, { whole: at + 1, parts: [at + 3, at + 4] });
    return { level, year, at };
  });
  const released = releaseCounts(counts, sums, policy);
  const at = (place: number) => released[place] as ProtectedCount;
  return assembled<readonly ReleasedYear[]>(
    places
      .toSorted((a, b) => a.year - b.year)
      .map(({ level, year, at: place }) => ({
        level,
        year: String(year),
        units: at(place),
        assessed: at(place + 1),
        unknown: at(place + 2),
        met: at(place + 3),
        share: releasedShare(at(place + 3), at(place + 1)),
      })),
  );
}
