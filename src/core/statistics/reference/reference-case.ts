/** A value of another program: a number (`null` = undefined, `"Inf"`, `"-Inf"`), or an array of them. */
export type ReferenceValue = number | string | null | readonly ReferenceValue[];

/** One comparison with another program: what went in and what it answered. */
export interface ReferenceCase {
  readonly id: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, ReferenceValue>>;
}

/** The committed cases of one method: `tests/reference/<method>/cases.json`. */
export interface ReferenceFile {
  readonly method: string;
  /** Largest relative deviation that still counts as agreement, and why that much. */
  readonly tolerance: number;
  readonly reason: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly cases: readonly ReferenceCase[];
}

/** An answer of this project under the same names; `NaN` and `null` both mean undefined. */
export type Answer = number | null | ArrayLike<number> | readonly Answer[];
export type Answers = Readonly<Record<string, Answer>>;

/** The largest relative deviation of a case, and the name of the value where it is. */
export interface Deviation {
  readonly largest: number;
  readonly at: string;
}

/** Elements smaller than this share of the largest one of their array are measured against that share. */
const NEGLIGIBLE = 1e-6;

/**
 * Compares answers with a reference, value by value.
 *
 * The deviation is |answer - expected| / |expected|, with a floor for elements that are negligible beside their
 * array's largest. A missing answer, another length, undefined against defined, or another sign at infinity is an
 * infinite deviation. Answers without a counterpart are not looked at.
 */
export function compareWithReference(
  expected: Readonly<Record<string, ReferenceValue>>,
  answers: Answers,
): Deviation {
  let worst: Deviation = { largest: 0, at: '' };
  for (const [name, value] of Object.entries(expected)) {
    const floor = NEGLIGIBLE * largestOf(value);
    const found = compareValue(value, answers[name], floor, name);
    if (found.largest > worst.largest || worst.at === '') worst = found;
  }
  return worst;
}

function compareValue(
  expected: ReferenceValue,
  answer: Answer | undefined,
  floor: number,
  at: string,
): Deviation {
  if (Array.isArray(expected)) {
    const list = expected as readonly ReferenceValue[];
    if (
      answer === null ||
      answer === undefined ||
      typeof answer === 'number' ||
      answer.length !== list.length
    ) {
      return { largest: Number.POSITIVE_INFINITY, at };
    }
    let worst: Deviation = { largest: 0, at };
    list.forEach((value, i) => {
      const found = compareValue(value, answer[i] as Answer, floor, `${at}[${i}]`);
      if (found.largest > worst.largest) worst = found;
    });
    return worst;
  }
  return { largest: numberDeviation(toNumber(expected), answer, floor), at };
}

function numberDeviation(expected: number, answer: Answer | undefined, floor: number): number {
  if (answer !== null && typeof answer !== 'number') return Number.POSITIVE_INFINITY;
  const mine = answer ?? Number.NaN;
  if (Number.isNaN(expected) || Number.isNaN(mine)) {
    return Number.isNaN(expected) && Number.isNaN(mine) ? 0 : Number.POSITIVE_INFINITY;
  }
  if (mine === expected) return 0;
  const deviation = Math.abs(mine - expected) / Math.max(Math.abs(expected), floor);
  return Number.isFinite(deviation) ? deviation : Number.POSITIVE_INFINITY;
}

function toNumber(value: ReferenceValue): number {
  if (value === 'Inf') return Number.POSITIVE_INFINITY;
  if (value === '-Inf') return Number.NEGATIVE_INFINITY;
  return typeof value === 'number' ? value : Number.NaN;
}

function largestOf(value: ReferenceValue): number {
  if (Array.isArray(value)) {
    return (value as readonly ReferenceValue[]).reduce<number>((most, v) => Math.max(most, largestOf(v)), 0);
  }
  const size = Math.abs(toNumber(value));
  return Number.isFinite(size) ? size : 0;
}
