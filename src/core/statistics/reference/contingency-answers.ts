import { chiSquaredTest } from '@core/statistics/contingency/chi-squared-test';
import { cochranArmitage } from '@core/statistics/contingency/cochran-armitage';
import { type Alternative, fisherFourfold } from '@core/statistics/contingency/fisher-fourfold';
import { fisherTable } from '@core/statistics/contingency/fisher-table';
import { answersOf, type CaseInput, numbers, table } from './clinical-input';
import type { Answers } from './reference-case';

/** Everything that a case of `tests/reference/contingency` compares, from its input. */
export function contingencyAnswers(input: CaseInput): Answers {
  return answersOf(result(input));
}

function result(input: CaseInput): object {
  if (input.kind === 'trend') {
    return cochranArmitage(numbers(input.events), numbers(input.totals), numbers(input.scores));
  }
  const counts = table(input.table);
  if (input.kind === 'chi-squared') return chiSquaredTest(counts, input.yates === true);
  if (input.kind === 'table') return fisherTable(counts);
  const { p, estimate, interval } = fisherFourfold(counts, String(input.alternative) as Alternative);
  return { p, estimate, lower: interval?.lower, upper: interval?.upper };
}
