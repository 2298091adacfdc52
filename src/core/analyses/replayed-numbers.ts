/** What a number of an export has become. */
export const replayVerdicts = ['same', 'changed', 'not-computable', 'new'] as const;
export type ReplayVerdict = (typeof replayVerdicts)[number];

export interface ReplayedNumber {
  /** Where the number stands: `curves.all.landmarks.24.eventFree`. */
  readonly path: string;
  readonly verdict: ReplayVerdict;
  readonly from: number | null;
  readonly to: number | null;
}

/** Numbers beyond which an export is not one of ours. */
const mostNumbers = 20_000;

/**
 * Every number of an export beside what the same definitions give now: same, changed, not computable any more, or new.
 *
 * Members of a list are told apart by their `level`, `month` or place, so that a curve that is gone does not shift the
 * others. A `null` is a number that was not there. Numbers are compared as they are printed, to the last digit.
 *
 * @throws RangeError for more than 20,000 numbers
 */
export function replayedNumbers(before: unknown, now: unknown): readonly ReplayedNumber[] {
  const [earlier, later] = [new Map<string, number>(), new Map<string, number>()];
  collect(before, '', earlier);
  collect(now, '', later);
  const paths = [...new Set([...earlier.keys(), ...later.keys()])];
  return paths.map((path) => {
    const [from = null, to = null] = [earlier.get(path), later.get(path)];
    const verdict = from === null ? 'new' : to === null ? 'not-computable' : from === to ? 'same' : 'changed';
    return { path, verdict, from, to };
  });
}

function collect(value: unknown, path: string, into: Map<string, number>): void {
  if (into.size > mostNumbers) throw new RangeError(`more than ${mostNumbers} numbers`);
  if (typeof value === 'number') into.set(path, value);
  if (typeof value !== 'object' || value === null) return;
  const under = (name: string) => (path === '' ? name : `${path}.${name}`);
  if (Array.isArray(value)) {
    for (const [k, item] of value.entries()) collect(item, under(nameOf(item, k)), into);
    return;
  }
  for (const [name, item] of Object.entries(value)) collect(item, under(name), into);
}

function nameOf(item: unknown, place: number): string {
  if (typeof item !== 'object' || item === null) return String(place + 1);
  const { level, month } = item as { readonly level?: unknown; readonly month?: unknown };
  if (typeof level === 'string') return level;
  return typeof month === 'number' ? String(month) : String(place + 1);
}

/** How many numbers have each verdict. */
export const verdictCounts = (numbers: readonly ReplayedNumber[]): Readonly<Record<ReplayVerdict, number>> =>
  Object.fromEntries(
    replayVerdicts.map((verdict) => [verdict, numbers.filter((one) => one.verdict === verdict).length]),
  ) as Record<ReplayVerdict, number>;
