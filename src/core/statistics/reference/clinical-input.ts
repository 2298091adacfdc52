import type { Answer, Answers, ReferenceCase } from './reference-case';

/** A list of numbers in a case: `null` is a missing value (`NaN`), "Inf" and "-Inf" the infinities. */
export function numbers(list: unknown): Float64Array {
  if (!Array.isArray(list)) throw new TypeError('reference case: a list of numbers was expected');
  return Float64Array.from(list as readonly unknown[], (value) => {
    if (value === 'Inf') return Number.POSITIVE_INFINITY;
    if (value === '-Inf') return Number.NEGATIVE_INFINITY;
    return typeof value === 'number' ? value : Number.NaN;
  });
}

export function optionalNumbers(list: unknown): Float64Array | undefined {
  return list === undefined ? undefined : numbers(list);
}

/** A rectangular table of numbers, row by row. */
export function table(rows: unknown): readonly Float64Array[] {
  if (!Array.isArray(rows)) throw new TypeError('reference case: a table was expected');
  return (rows as readonly unknown[]).map(numbers);
}

/** A list of names; `null` is a missing one. */
export function names(list: unknown): readonly (string | null)[] {
  if (!Array.isArray(list)) throw new TypeError('reference case: a list of names was expected');
  return (list as readonly unknown[]).map((value) => (value === null ? null : String(value)));
}

export type CaseInput = ReferenceCase['input'];

/** The numbers of a result, nested ones under dotted names: `{ interval: { lower: 0 } }` is `interval.lower`. */
export function answersOf(result: object, prefix = ''): Answers {
  const answers: Record<string, Answer> = {};
  for (const [name, value] of Object.entries(result as Readonly<Record<string, unknown>>)) {
    if (value === null || typeof value === 'number') answers[prefix + name] = value;
    else if (Array.isArray(value) || ArrayBuffer.isView(value)) {
      answers[prefix + name] = value as unknown as readonly Answer[];
    } else if (typeof value === 'object') Object.assign(answers, answersOf(value ?? {}, `${prefix}${name}.`));
  }
  return answers;
}
