import type { Covariates } from '@core/statistics/survival/covariates';
import type { Grouping, SurvivalInput } from '@core/statistics/survival/survival-input';
import type { ReferenceCase } from './reference-case';

/** A column of numbers of a case; `null` is missing (`NaN`), `"Inf"` infinite. */
export function column(input: ReferenceCase['input'], name: string): Float64Array {
  const values = input[name];
  if (!Array.isArray(values)) throw new TypeError(`the reference case has no column ${name}`);
  return Float64Array.from(values as unknown[], (value) => {
    if (value === 'Inf') return Number.POSITIVE_INFINITY;
    return typeof value === 'number' ? value : Number.NaN;
  });
}

export function optionalColumn(input: ReferenceCase['input'], name: string): Float64Array | undefined {
  return input[name] === undefined ? undefined : column(input, name);
}

/** Groups of a case, counted from 0; `null` in the case is a missing group. */
export function grouping(input: ReferenceCase['input'], name: string): Grouping | undefined {
  const index = optionalColumn(input, name);
  if (index === undefined) return undefined;
  return { index, count: index.reduce((most, g) => (Number.isNaN(g) ? most : Math.max(most, g)), -1) + 1 };
}

export function survivalInput(input: ReferenceCase['input']): SurvivalInput {
  return {
    time: column(input, 'time'),
    event: column(input, 'event'),
    entry: optionalColumn(input, 'entry'),
    weight: optionalColumn(input, 'weight'),
  };
}

/** Covariates of a case: `names`, and `columns` with one array of numbers each. */
export function covariates(input: ReferenceCase['input']): Covariates {
  const columns = input.columns as unknown[];
  return {
    names: input.names as string[],
    columns: columns.map((_, j) => column(columns as unknown as ReferenceCase['input'], String(j))),
  };
}
