import type { DriftItem, DriftTopic } from '@core/domain/drift-item';
import { standardisedLevelDifference } from '@core/statistics/descriptive/standardised-level-difference';
import { standardisedDifferenceOfMoments } from '@core/statistics/descriptive/standardised-mean-difference';
import type { ColumnProfile, ExtractProfile } from './extract-profile';

/**
 * From where a difference is shown as a change. Counts: any. Shares (completeness, broken rows): 5 points. Distributions:
 * 0.1 standard deviations, the usual limit of balance (Austin 2009, doi:10.1002/sim.3697).
 */
export const changeLimits = { share: 0.05, difference: 0.1 } as const;

/** What is different in a later extract, thing by thing, in the order of the topics and of the later extract. */
export function extractDrift(before: ExtractProfile, after: ExtractProfile): readonly DriftItem[] {
  return [
    ...matched(before.tables, after.tables, ({ table }) => table).map(([old, now, subject]) =>
      counted('rows', subject, old?.rows ?? null, now?.rows ?? null),
    ),
    ...matched(before.columns, after.columns, nameOf).map(([old, now, subject]) =>
      shared('completeness', subject, shareKnown(old), shareKnown(now)),
    ),
    ...matched(before.columns, after.columns, nameOf).map(([old, now, subject]) =>
      distributed(subject, old, now),
    ),
    ...(['centres', 'years'] as const).flatMap((split) =>
      matched(before[split], after[split], ({ level }) => level).map(([old, now, subject]) =>
        counted(
          split === 'centres' ? 'centre' : 'year',
          subject,
          old?.patients ?? null,
          now?.patients ?? null,
        ),
      ),
    ),
    ...matched(before.rules, after.rules, ({ rule }) => rule).map(([old, now, subject]) => {
      const item = shared(
        'rule',
        subject,
        shareOf(old?.broken, old?.judged),
        shareOf(now?.broken, now?.judged),
      );
      const [wasBroken, isBroken] = [(old?.broken ?? 0) > 0, (now?.broken ?? 0) > 0];
      return { ...item, changed: item.changed || wasBroken !== isBroken };
    }),
    ...matched(before.cohorts, after.cohorts, ({ name }) => name ?? '').map(([old, now]) =>
      counted('cohort', (now ?? old)?.name ?? null, old?.patients ?? null, now?.patients ?? null),
    ),
  ];
}

const nameOf = ({ table, column }: ColumnProfile) => `${table}.${column}`;

const shareOf = (part: number | undefined, whole: number | undefined): number | null =>
  part === undefined || whole === undefined || whole === 0 ? null : part / whole;
const shareKnown = (column: ColumnProfile | undefined) => shareOf(column?.known, column?.rows);

function counted(
  topic: DriftTopic,
  subject: string | null,
  before: number | null,
  after: number | null,
): DriftItem {
  return { topic, subject, before, after, unit: 'count', difference: null, changed: before !== after };
}

function shared(topic: DriftTopic, subject: string, before: number | null, after: number | null): DriftItem {
  const changed =
    before === null || after === null ? before !== after : Math.abs(after - before) >= changeLimits.share;
  return { topic, subject, before, after, unit: 'share', difference: null, changed };
}

/** Numbers by their medians and the standardised difference of their means; codes by that of their shares. */
function distributed(
  subject: string,
  old: ColumnProfile | undefined,
  now: ColumnProfile | undefined,
): DriftItem {
  const [was, is] = [old?.distribution, now?.distribution];
  const item = { topic: 'distribution' as const, subject };
  if (is?.kind === 'open' || was?.kind === 'open') {
    const [before, after] = [was, is].map((one) => (one?.kind === 'open' ? one.different : null));
    return {
      ...item,
      before: before ?? null,
      after: after ?? null,
      unit: 'different',
      difference: null,
      changed: before !== after,
    };
  }
  const difference = differenceBetween(old, now);
  const values = [was, is].map((one) => (one?.kind === 'number' ? one.median : null));
  return {
    ...item,
    before: values[0] ?? null,
    after: values[1] ?? null,
    unit: 'value',
    difference,
    changed:
      difference === null
        ? (old === undefined) !== (now === undefined)
        : Math.abs(difference) >= changeLimits.difference,
  };
}

function differenceBetween(old: ColumnProfile | undefined, now: ColumnProfile | undefined): number | null {
  const [was, is] = [old?.distribution, now?.distribution];
  if (old === undefined || now === undefined || was === undefined || is === undefined) return null;
  if (was.kind === 'number' && is.kind === 'number') {
    const moments = (column: ColumnProfile, { mean, variance }: typeof was) => ({
      n: column.known,
      missing: column.rows - column.known,
      mean,
      variance,
    });
    return standardisedDifferenceOfMoments(moments(old, was), moments(now, is)).estimate;
  }
  if (was.kind !== 'levels' || is.kind !== 'levels') return null;
  const levels = [...new Set([...was.levels, ...is.levels].map(({ level }) => level))];
  const counts = ({ levels: all }: typeof was) =>
    levels.map((wanted) => all.find(({ level }) => level === wanted)?.rows ?? 0);
  return standardisedLevelDifference(counts(was), counts(is)).estimate;
}

/** Two lists side by side by a key: those of the later one in its order, then those that are gone. */
function matched<One>(
  before: readonly One[],
  after: readonly One[],
  keyOf: (one: One) => string,
): readonly (readonly [old: One | undefined, now: One | undefined, key: string])[] {
  const old = new Map(before.map((one) => [keyOf(one), one]));
  const now = new Map(after.map((one) => [keyOf(one), one]));
  const gone = [...old.keys()].filter((key) => !now.has(key));
  return [...now.keys(), ...gone].map((key) => [old.get(key), now.get(key), key] as const);
}
