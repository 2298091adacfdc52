import { betaQuantile } from '@core/statistics/distributions/beta';
import { binomialCdf, binomialUpperTail } from '@core/statistics/distributions/binomial';
import {
  chiSquaredCdf,
  chiSquaredQuantile,
  chiSquaredUpperTail,
} from '@core/statistics/distributions/chi-squared';
import { fisherUpperTail } from '@core/statistics/distributions/fisher-f';
import { normalUpperQuantile, normalUpperTail } from '@core/statistics/distributions/normal';
import { studentQuantile, studentTwoSided } from '@core/statistics/distributions/student-t';
import type { Answers, ReferenceCase, ReferenceFile } from './reference-case';

const functions: Readonly<Record<string, (...args: never[]) => number>> = {
  normalUpperTail,
  normalUpperQuantile,
  chiSquaredUpperTail,
  chiSquaredCdf,
  chiSquaredQuantile,
  studentTwoSided,
  studentQuantile,
  fisherUpperTail,
  betaQuantile,
  binomialCdf,
  binomialUpperTail,
};

interface FunctionCase {
  readonly f: string;
  readonly args: readonly number[];
  readonly value: number;
}

/** The cases of the distributions are calls of a function; other files are given back as they are. */
export function asReferenceFile(file: ReferenceFile): ReferenceFile {
  const cases = file.cases.map((one): ReferenceCase => {
    if ('input' in one) return one;
    const { f, args, value } = one as unknown as FunctionCase;
    return { id: `${f}(${args.join(', ')})`, input: { f, args }, expected: { value } };
  });
  return { ...file, cases };
}

/** Everything that a case of `tests/reference/distributions` compares, from its input. */
export function distributionAnswers(input: ReferenceCase['input']): Answers {
  const { f, args } = input as unknown as FunctionCase;
  return { value: functions[f]?.(...(args as never[])) ?? Number.NaN };
}
