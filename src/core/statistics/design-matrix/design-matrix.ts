import { type EncodedTerm, encodeTerm, isPresent, termLength } from './encode-term';
import { type InteractionTerm, type MainTerm, type ModelTerm, termName } from './model-term';
import type { SplineKnots } from './natural-spline';

export interface DesignColumn {
  /** `term`, `term=level`, `term~2` for the second spline column, `a=x:b` for an interaction; `intercept`. */
  readonly name: string;
  readonly term: string;
}

export interface MissingInTerm {
  readonly term: string;
  readonly missing: number;
}

/** A matrix of numbers for a regression, without a formula language. */
export interface DesignMatrix {
  /** Row by row: n x columns.length. */
  readonly values: Float64Array;
  readonly n: number;
  readonly columns: readonly DesignColumn[];
  readonly hasIntercept: boolean;
  /** The rows of the input that are complete, ascending. */
  readonly rows: Uint32Array;
  readonly totalRows: number;
  /** Rows left out because any term is missing, and per term how many rows miss it (a row may miss several). */
  readonly missing: number;
  readonly missingByTerm: readonly MissingInTerm[];
  /** Levels that no complete row has; they get no column. */
  readonly emptyLevels: readonly { readonly term: string; readonly level: string }[];
  /** Knots in use per spline term. */
  readonly splines: readonly { readonly term: string; readonly knots: SplineKnots }[];
  readonly reason: 'no-complete-rows' | 'reference-level-empty' | 'too-few-values-for-knots' | null;
  /** The terms that `reason` speaks of. */
  readonly culprits: readonly string[];
}

/**
 * Design matrix from terms: numbers, categories against a named reference level (treatment contrasts, as R's
 * default), natural cubic splines (as R's `ns`) and interactions.
 *
 * @param terms  all of the same number of rows; an interaction names other terms of the list
 * @param hasIntercept  a first column of ones
 * @returns the columns in the order of the terms; an interaction runs through its first term fastest. Rows with a
 *   missing value in any term are left out, counted in total and per term. Nothing left: `no-complete-rows`. A
 *   reference level that no complete row has: `reference-level-empty`. Fewer different values than knots:
 *   `too-few-values-for-knots`. In these cases the matrix is empty.
 * @throws RangeError if names repeat, lengths differ, a reference is not among the levels, or an interaction names
 *   an unknown term
 * @see Venables & Ripley 2002, Modern Applied Statistics with S, 6.2 · tests/reference/design-matrix
 * @example
 * designMatrix([{ kind: 'numeric', name: 'age', values: [50, 60] }]).values // 1, 50, 1, 60
 */
export function designMatrix(terms: readonly ModelTerm[], hasIntercept = true): DesignMatrix {
  const mains = terms.filter((term): term is MainTerm => term.kind !== 'interaction');
  const interactions = terms.filter((term): term is InteractionTerm => term.kind === 'interaction');
  const totalRows = mains[0] === undefined ? 0 : termLength(mains[0]);
  check(terms, mains, interactions, totalRows);

  const rows = new Uint32Array(totalRows);
  const missingCounts = new Float64Array(mains.length);
  let n = 0;
  for (let row = 0; row < totalRows; row++) {
    let complete = true;
    mains.forEach((term, k) => {
      if (isPresent(term, row)) return;
      complete = false;
      missingCounts[k] = (missingCounts[k] ?? 0) + 1;
    });
    if (complete) rows[n++] = row;
  }
  const kept = rows.slice(0, n);
  const shared = {
    hasIntercept,
    totalRows,
    missing: totalRows - n,
    missingByTerm: Object.freeze(
      mains.map((term, k) => Object.freeze({ term: term.name, missing: missingCounts[k] ?? 0 })),
    ),
  };
  const refused = (reason: NonNullable<DesignMatrix['reason']>, culprits: readonly string[]): DesignMatrix =>
    Object.freeze({
      ...shared,
      values: new Float64Array(),
      n: 0,
      columns: Object.freeze([]),
      rows: new Uint32Array(),
      emptyLevels: Object.freeze([]),
      splines: Object.freeze([]),
      reason,
      culprits: Object.freeze([...culprits]),
    });
  if (n === 0 && mains.length > 0) return refused('no-complete-rows', []);

  const encoded = mains.map((term) => encodeTerm(term, kept));
  for (const problem of ['reference-level-empty', 'too-few-values-for-knots'] as const) {
    const culprits = encoded.filter((term) => term.problem === problem).map((term) => term.term);
    if (culprits.length > 0) return refused(problem, culprits);
  }
  const byName = new Map(encoded.map((term) => [term.term, term]));
  const all = terms.map((term) =>
    term.kind === 'interaction'
      ? interaction(term.of.flatMap((name) => byName.get(name) ?? []))
      : (byName.get(term.name) ?? interaction([])),
  );
  const columns: DesignColumn[] = all.flatMap(({ term, names }) =>
    names.map((name) => Object.freeze({ name, term })),
  );
  const data = all.flatMap((term) => term.columns);
  if (hasIntercept) {
    columns.unshift(Object.freeze({ name: 'intercept', term: 'intercept' }));
    data.unshift(new Float64Array(n).fill(1));
  }
  const values = new Float64Array(n * data.length);
  data.forEach((column, j) => {
    for (let i = 0; i < n; i++) values[i * data.length + j] = column[i] ?? Number.NaN;
  });
  return Object.freeze({
    ...shared,
    values,
    n,
    columns: Object.freeze(columns),
    rows: kept,
    emptyLevels: Object.freeze(encoded.flatMap((term) => term.emptyLevels)),
    splines: Object.freeze(encoded.flatMap((term) => term.spline)),
    reason: null,
    culprits: Object.freeze([]),
  });
}

function check(
  terms: readonly ModelTerm[],
  mains: readonly MainTerm[],
  interactions: readonly InteractionTerm[],
  totalRows: number,
): void {
  const names = new Set(mains.map((term) => term.name));
  if (new Set(terms.map(termName)).size !== terms.length)
    throw new RangeError('design: a term is named twice');
  for (const term of mains) {
    if (termLength(term) !== totalRows)
      throw new RangeError(`design: ${term.name} has another number of rows`);
    if (term.kind === 'categorical' && !term.levels.includes(term.reference)) {
      throw new RangeError(`design: the reference of ${term.name} is not one of its levels`);
    }
  }
  for (const term of interactions) {
    const unknown = term.of.find((name) => !names.has(name));
    if (unknown !== undefined)
      throw new RangeError(`design: the interaction names an unknown term: ${unknown}`);
    if (term.of.length < 2) throw new RangeError('design: an interaction needs two terms');
  }
}

/** All products of one column of each term, the first term running fastest (R's order). */
function interaction(terms: readonly EncodedTerm[]): EncodedTerm {
  let columns: readonly Float64Array[] = terms[0]?.columns ?? [];
  let names: readonly string[] = terms[0]?.names ?? [];
  for (const next of terms.slice(1)) {
    const [slowColumns, fastColumns, slowNames, fastNames] = [next.columns, columns, next.names, names];
    columns = slowColumns.flatMap((slow) =>
      fastColumns.map((fast) => fast.map((value, i) => value * (slow[i] ?? 0))),
    );
    names = slowNames.flatMap((slow) => fastNames.map((fast) => `${fast}:${slow}`));
  }
  return {
    term: terms.map((term) => term.term).join(':'),
    columns,
    names,
    emptyLevels: [],
    spline: [],
    problem: null,
  };
}
