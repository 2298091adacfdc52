import { logRankAnswers } from '@core/statistics/reference/log-rank-answers';
import { compareWithReference, type ReferenceFile } from '@core/statistics/reference/reference-case';
import { expect, test } from 'vitest';
import cases from './cases.json';

const reference = cases as unknown as ReferenceFile;

test.each(reference.cases)('$id: R and this project agree', ({ input, expected }) => {
  const { largest, at } = compareWithReference(expected, logRankAnswers(input));
  expect(largest, at).toBeLessThanOrEqual(reference.tolerance);
});

test('a p-value of 1e-100 keeps its digits', () => {
  const far = reference.cases.find(({ id }) => id === 'overwhelming difference');
  expect(far?.expected.pValue).toBeLessThan(1e-100);
});
