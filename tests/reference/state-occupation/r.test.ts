import { compareWithReference, type ReferenceFile } from '@core/statistics/reference/reference-case';
import { stateOccupationAnswers } from '@core/statistics/reference/state-occupation-answers';
import { expect, test } from 'vitest';
import cases from './cases.json';

const reference = cases as unknown as ReferenceFile;

test.each(reference.cases)('$id: R and this project agree', ({ input, expected }) => {
  const { largest, at } = compareWithReference(expected, stateOccupationAnswers(input));
  expect(largest, at).toBeLessThanOrEqual(reference.tolerance);
});
