import type { DesignMatrix } from './design-matrix';

/**
 * The same rows without the columns of one term: the smaller model of a likelihood ratio test.
 *
 * @throws RangeError if the design has no such term
 */
export function withoutTerm(design: DesignMatrix, term: string): DesignMatrix {
  const kept = design.columns.flatMap((column, j) => (column.term === term ? [] : [j]));
  const width = design.columns.length;
  if (kept.length === width) throw new RangeError(`design: there is no term ${term}`);
  const values = new Float64Array(design.n * kept.length);
  for (let i = 0; i < design.n; i++) {
    kept.forEach((from, to) => {
      values[i * kept.length + to] = design.values[i * width + from] ?? Number.NaN;
    });
  }
  return Object.freeze({
    ...design,
    values,
    columns: Object.freeze(design.columns.filter((column) => column.term !== term)),
    hasIntercept: design.hasIntercept && term !== 'intercept',
  });
}
