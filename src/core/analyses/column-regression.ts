import { designCovariates } from '@core/statistics/design-matrix/design-covariates';
import { designMatrix } from '@core/statistics/design-matrix/design-matrix';
import type { CategoricalTerm, MainTerm } from '@core/statistics/design-matrix/model-term';
import { type CoxFit, coxRegression } from '@core/statistics/survival/cox-regression';
import {
  type ProportionalHazardsTest,
  proportionalHazardsTest,
} from '@core/statistics/survival/proportional-hazards-test';
import {
  type Analysed,
  analysed,
  ColumnsError,
  eventsOf,
  levelsOfColumn,
  type NamedColumn,
  numbersOf,
} from './answer-columns';

export interface RegressionColumns {
  readonly time: NamedColumn;
  readonly event: NamedColumn;
  readonly covariates: readonly NamedColumn[];
}

export interface ColumnRegression {
  readonly fit: CoxFit;
  /** Level that the others are compared with, of each covariate that is no number: the most frequent one. */
  readonly references: Readonly<Record<string, string>>;
  /** Rows that were left out because a time, an event or a covariate is missing. */
  readonly excluded: number;
  readonly proportionality: ProportionalHazardsTest | null;
}

/**
 * Cox regression of rows, one subject each. Numbers are linear terms; every other column is a category against its most
 * frequent level, the first of those that are equally frequent.
 *
 * The ratio does not depend on the unit of the time. No complete row: refused.
 */
export function columnRegression({ time, event, covariates }: RegressionColumns): Analysed<ColumnRegression> {
  return analysed(() => {
    const times = numbersOf(time);
    const events = eventsOf(event);
    const terms = covariates.map(termOf);
    const design = designMatrix(terms, false);
    const complete = design.rows.filter((row) => !Number.isNaN(times[row]) && !Number.isNaN(events[row]));
    if (complete.length === 0 || design.reason !== null) throw new ColumnsError({ reason: 'no-rows' });
    const fit = coxRegression({ time: times, event: events }, designCovariates(design));
    return {
      fit,
      references: Object.fromEntries(
        terms.flatMap((term) => (term.kind === 'categorical' ? [[term.name, term.reference]] : [])),
      ),
      excluded: times.length - complete.length,
      proportionality: fit.outcome === 'converged' ? proportionalHazardsTest(fit) : null,
    };
  });
}

function termOf(column: NamedColumn): Exclude<MainTerm, { kind: 'natural-spline' }> {
  const { name, cells } = column;
  const isNumber = Array.from({ length: cells.length }, (_, row) => cells[row] ?? null).every(
    (cell) => cell === null || typeof cell === 'number',
  );
  return isNumber ? { kind: 'numeric', name, values: numbersOf(column) } : categoryOf(column);
}

function categoryOf(column: NamedColumn): CategoricalTerm {
  const { levels, index } = levelsOfColumn(column, column.cells.length);
  const counts = levels.map((_, level) => index.reduce((sum, of) => (of === level ? sum + 1 : sum), 0));
  const reference = levels[counts.indexOf(Math.max(...counts))] ?? '';
  return { kind: 'categorical', name: column.name, codes: index, levels, reference };
}
