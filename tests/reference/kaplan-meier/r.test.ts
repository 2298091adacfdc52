import { kaplanMeierAnswers } from '@core/statistics/reference/kaplan-meier-answers';
import { compareWithReference, type ReferenceFile } from '@core/statistics/reference/reference-case';
import { expect, test } from 'vitest';
import cases from './cases.json';

const reference = cases as unknown as ReferenceFile;

test.each(reference.cases)('$id: R and this project agree', ({ input, expected }) => {
  const { largest, at } = compareWithReference(expected, kaplanMeierAnswers(input));
  expect(largest, at).toBeLessThanOrEqual(reference.tolerance);
});

test('a number that is off by a millionth falls out', () => {
  const first = reference.cases[0];
  if (first === undefined) throw new Error('there are no cases');
  const answers = kaplanMeierAnswers(first.input);
  const survival = Array.from(answers.survival as Float64Array);
  survival[3] = (survival[3] ?? 0) * 1.000001;
  const { largest, at } = compareWithReference(first.expected, { ...answers, survival });
  expect(at).toBe('survival[3]');
  expect(largest).toBeGreaterThan(reference.tolerance);
});
