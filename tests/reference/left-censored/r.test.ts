import { leftCensoredAnswers } from '@core/statistics/reference/left-censored-answers';
import { compareWithReference, type ReferenceFile } from '@core/statistics/reference/reference-case';
import { expect, test } from 'vitest';
import cases from './cases.json';

const reference = cases as unknown as ReferenceFile;

test.each(reference.cases)('$id: R and this project agree', ({ input, expected }) => {
  const { largest, at } = compareWithReference(expected, leftCensoredAnswers(input));
  expect(largest, at).toBeLessThanOrEqual(reference.tolerance);
});
