import { type DesignMatrix, designMatrix } from '@core/statistics/design-matrix/design-matrix';
import type { ModelTerm } from '@core/statistics/design-matrix/model-term';
import { naturalSpline } from '@core/statistics/design-matrix/natural-spline';
import { answersOf, type CaseInput, names, numbers } from './clinical-input';
import type { Answers } from './reference-case';

/** Everything that a case of `tests/reference/design-matrix` compares, from its input. */
export function designMatrixAnswers(input: CaseInput): Answers {
  if (input.kind === 'basis') {
    const [low = 0, high = 0] = numbers(input.boundary);
    const spline = naturalSpline({ inner: Array.from(numbers(input.inner)), boundary: [low, high] });
    return { basis: spline.at(Number(input.x)) };
  }
  return answersOf(designOf(input.terms, input.intercept !== false));
}

/** The design of a case: its terms as JSON, `null` for a missing value. */
export function designOf(terms: unknown, hasIntercept = true): DesignMatrix {
  if (!Array.isArray(terms)) throw new TypeError('reference case: a list of terms was expected');
  return designMatrix((terms as readonly CaseInput[]).map(modelTerm), hasIntercept);
}

function modelTerm(term: CaseInput): ModelTerm {
  const name = String(term.name);
  if (term.kind === 'interaction') {
    return { kind: 'interaction', of: names(term.of).filter((one) => one !== null) };
  }
  if (term.kind === 'categorical') {
    const levels = names(term.levels).filter((level) => level !== null);
    return {
      kind: 'categorical',
      name,
      codes: numbers(term.codes),
      levels,
      reference: String(term.reference),
    };
  }
  const values = numbers(term.values);
  if (term.kind === 'numeric') return { kind: 'numeric', name, values };
  const knots = term.knots as CaseInput;
  if (knots.degreesOfFreedom !== undefined) {
    const degreesOfFreedom = Number(knots.degreesOfFreedom);
    return { kind: 'natural-spline', name, values, knots: { degreesOfFreedom } };
  }
  const [low = 0, high = 0] = numbers(knots.boundary);
  const inner = Array.from(numbers(knots.inner));
  return { kind: 'natural-spline', name, values, knots: { inner, boundary: [low, high] } };
}
