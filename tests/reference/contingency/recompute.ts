import { chiSquaredTest } from '@core/statistics/contingency/chi-squared-test';
import { cochranArmitage } from '@core/statistics/contingency/cochran-armitage';
import { type Alternative, fisherFourfold } from '@core/statistics/contingency/fisher-fourfold';
import { fisherTable } from '@core/statistics/contingency/fisher-table';
import { numbers, table } from '../case-numbers';

/** Computes one case of cases.json with this project's estimators, in the shape of its `expected`. */
export function recompute(input: Readonly<Record<string, unknown>>): unknown {
  if (input.kind === 'trend') {
    return cochranArmitage(numbers(input.events), numbers(input.totals), numbers(input.scores));
  }
  const counts = table(input.table);
  if (input.kind === 'chi-squared') return chiSquaredTest(counts, input.yates === true);
  if (input.kind === 'table') return fisherTable(counts);
  const { p, estimate, interval } = fisherFourfold(counts, String(input.alternative) as Alternative);
  return { p, estimate, lower: interval?.lower, upper: interval?.upper };
}
