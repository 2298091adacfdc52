import {
  type Answer,
  type Answers,
  compareWithReference,
  type ReferenceValue,
} from '@core/statistics/reference/reference-case';

/** How far recomputed cases are from the committed ones. */
export interface Drift {
  readonly cases: number;
  readonly largest: number;
  /** Case and value of the largest deviation. */
  readonly at: string;
}

interface StoredCase {
  readonly id?: string;
  readonly f?: string;
  readonly args?: unknown;
  readonly value?: ReferenceValue;
  readonly input?: unknown;
  readonly expected?: Readonly<Record<string, ReferenceValue>>;
}

const nameOf = (one: StoredCase, index: number): string =>
  one.id ?? `${one.f ?? 'case'} ${JSON.stringify(one.args ?? index)}`;
const expectedOf = (one: StoredCase): Readonly<Record<string, ReferenceValue>> =>
  one.expected ?? { value: one.value ?? null };

/** The values of a recomputed case as answers: infinities are written as words in JSON. */
function answersOf(expected: Readonly<Record<string, ReferenceValue>>): Answers {
  return Object.fromEntries(Object.entries(expected).map(([name, value]) => [name, answerOf(value)]));
}

function answerOf(value: ReferenceValue): Answer {
  if (typeof value === 'string') {
    return value === 'Inf' ? Number.POSITIVE_INFINITY : value === '-Inf' ? Number.NEGATIVE_INFINITY : null;
  }
  return Array.isArray(value) ? (value as readonly ReferenceValue[]).map(answerOf) : (value as number | null);
}

/**
 * Compares two readings of `cases.json`. A case that is missing, new or has another input is infinitely far.
 */
export function drift(committed: { readonly cases: unknown }, fresh: { readonly cases: unknown }): Drift {
  const old = committed.cases as readonly StoredCase[];
  const now = fresh.cases as readonly StoredCase[];
  const never = Number.POSITIVE_INFINITY;
  if (old.length !== now.length) {
    return {
      cases: now.length,
      largest: never,
      at: `${old.length} cases are committed, ${now.length} recomputed`,
    };
  }
  let worst: Drift = { cases: now.length, largest: 0, at: '' };
  old.forEach((one, i) => {
    const other = now[i] as StoredCase;
    const name = nameOf(one, i);
    const sameInput = name === nameOf(other, i) && JSON.stringify(one.input) === JSON.stringify(other.input);
    const found = sameInput
      ? compareWithReference(expectedOf(one), answersOf(expectedOf(other)))
      : { largest: never, at: 'the input is another one' };
    const missing = Object.keys(expectedOf(other)).filter((key) => !(key in expectedOf(one)));
    const largest = missing.length > 0 ? never : found.largest;
    if (largest > worst.largest) {
      worst = {
        cases: now.length,
        largest,
        at: `${name}: ${missing.length > 0 ? `new ${missing[0]}` : found.at}`,
      };
    }
  });
  return worst;
}
