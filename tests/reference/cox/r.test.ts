import { coxAnswers } from '@core/statistics/reference/cox-answers';
import { compareWithReference, type ReferenceFile } from '@core/statistics/reference/reference-case';
import { expect, test } from 'vitest';
import cases from './cases.json';

const reference = cases as unknown as ReferenceFile;

test.each(reference.cases)('$id: R and this project agree', ({ input, expected }) => {
  const { largest, at } = compareWithReference(expected, coxAnswers(input));
  expect(largest, at).toBeLessThanOrEqual(reference.tolerance);
});
