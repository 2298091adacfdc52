import type { MainTerm } from './model-term';
import { naturalSpline, type SplineKnots, splineKnots } from './natural-spline';

/** The columns of one term over the complete rows. */
export interface EncodedTerm {
  readonly term: string;
  readonly columns: readonly Float64Array[];
  readonly names: readonly string[];
  readonly emptyLevels: readonly { readonly term: string; readonly level: string }[];
  readonly spline: readonly { readonly term: string; readonly knots: SplineKnots }[];
  readonly problem: 'reference-level-empty' | 'too-few-values-for-knots' | null;
}

export function termLength(term: MainTerm): number {
  return term.kind === 'categorical' ? term.codes.length : term.values.length;
}

/** Whether a row has this term. A code beyond the levels is a mistake of the caller. */
export function isPresent(term: MainTerm, row: number): boolean {
  if (term.kind !== 'categorical') return Number.isFinite(term.values[row] ?? Number.NaN);
  const code = term.codes[row] ?? Number.NaN;
  if (!(code >= 0)) return false;
  if (code >= term.levels.length || !Number.isInteger(code)) {
    throw new RangeError(`design: ${term.name} has a code that is no level`);
  }
  return true;
}

export function encodeTerm(term: MainTerm, rows: Uint32Array): EncodedTerm {
  const nothing = { term: term.name, columns: [], names: [], emptyLevels: [], spline: [] };
  if (term.kind === 'categorical') return encodeLevels(term.name, term, rows);
  const values = Float64Array.from(rows, (row) => term.values[row] ?? Number.NaN);
  if (term.kind === 'numeric') return { ...nothing, columns: [values], names: [term.name], problem: null };
  const knots =
    'degreesOfFreedom' in term.knots ? splineKnots(values, term.knots.degreesOfFreedom) : term.knots;
  if (knots === null) return { ...nothing, problem: 'too-few-values-for-knots' };
  const spline = naturalSpline(knots);
  const columns = Array.from({ length: spline.degreesOfFreedom }, () => new Float64Array(rows.length));
  values.forEach((value, i) => {
    const basis = spline.at(value);
    columns.forEach((column, j) => {
      column[i] = basis[j] ?? Number.NaN;
    });
  });
  return {
    ...nothing,
    columns,
    names: columns.map((_, j) => `${term.name}~${j + 1}`),
    spline: [Object.freeze({ term: term.name, knots })],
    problem: null,
  };
}

function encodeLevels(
  name: string,
  term: Extract<MainTerm, { kind: 'categorical' }>,
  rows: Uint32Array,
): EncodedTerm {
  const counts = new Float64Array(term.levels.length);
  for (const row of rows) {
    const code = term.codes[row] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  const empty = term.levels.filter((_, level) => counts[level] === 0);
  const emptyLevels = empty.map((level) => Object.freeze({ term: name, level }));
  const compared = term.levels.filter((level) => level !== term.reference && !empty.includes(level));
  const columns = compared.map((level) => {
    const code = term.levels.indexOf(level);
    return Float64Array.from(rows, (row) => (term.codes[row] === code ? 1 : 0));
  });
  return {
    term: name,
    columns,
    names: compared.map((level) => `${name}=${level}`),
    emptyLevels,
    spline: [],
    problem: empty.includes(term.reference) ? 'reference-level-empty' : null,
  };
}
