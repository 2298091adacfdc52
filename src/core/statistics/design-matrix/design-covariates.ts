import type { DesignMatrix } from './design-matrix';

/** Columns by name, one number per row of the input, `NaN` where the row is incomplete. */
export interface DesignCovariates {
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
}

/**
 * The columns of a design in the form that the survival regressions take: without the intercept, which a
 * proportional hazards model does not have, and as long as the input.
 *
 * @returns no columns when the design has a `reason`
 */
export function designCovariates(design: DesignMatrix): DesignCovariates {
  const width = design.columns.length;
  const first = design.hasIntercept ? 1 : 0;
  const kept = design.columns.slice(first);
  const columns = kept.map((_, k) => {
    const column = new Float64Array(design.totalRows).fill(Number.NaN);
    design.rows.forEach((row, i) => {
      column[row] = design.values[i * width + first + k] ?? Number.NaN;
    });
    return column;
  });
  return Object.freeze({
    names: Object.freeze(kept.map((column) => column.name)),
    columns: Object.freeze(columns),
  });
}
