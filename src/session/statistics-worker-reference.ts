import { aalenJohansenAnswers } from '@core/statistics/reference/aalen-johansen-answers';
import { contingencyAnswers } from '@core/statistics/reference/contingency-answers';
import { coxAnswers } from '@core/statistics/reference/cox-answers';
import { descriptiveAnswers } from '@core/statistics/reference/descriptive-answers';
import { designMatrixAnswers } from '@core/statistics/reference/design-matrix-answers';
import { asReferenceFile, distributionAnswers } from '@core/statistics/reference/distributions-answers';
import { fineGrayAnswers } from '@core/statistics/reference/fine-gray-answers';
import { funnelAnswers } from '@core/statistics/reference/funnel-answers';
import { groupsAnswers } from '@core/statistics/reference/groups-answers';
import { kaplanMeierAnswers } from '@core/statistics/reference/kaplan-meier-answers';
import { leftCensoredAnswers } from '@core/statistics/reference/left-censored-answers';
import { logRankAnswers } from '@core/statistics/reference/log-rank-answers';
import { mixedModelAnswers } from '@core/statistics/reference/mixed-model-answers';
import { multiStateAnswers } from '@core/statistics/reference/multi-state-answers';
import { proportionsAnswers } from '@core/statistics/reference/proportions-answers';
import {
  compareWithReference,
  type Deviation,
  type ReferenceCase,
  type ReferenceFile,
  type ReferenceValue,
} from '@core/statistics/reference/reference-case';
import { regressionAnswers } from '@core/statistics/reference/regression-answers';
import { rocAnswers } from '@core/statistics/reference/roc-answers';
import { stateOccupationAnswers } from '@core/statistics/reference/state-occupation-answers';
import { turnbullAnswers } from '@core/statistics/reference/turnbull-answers';
import {
  type CaseAnswers,
  type FallenCase,
  type MethodVerdict,
  type ReferenceMethod,
  type ReferenceProgress,
  referenceMethods,
} from './statistics-worker-methods';

const answersOf: Readonly<Record<ReferenceMethod, CaseAnswers>> = {
  'kaplan-meier': kaplanMeierAnswers,
  'log-rank': logRankAnswers,
  'aalen-johansen': aalenJohansenAnswers,
  'fine-gray': fineGrayAnswers,
  'multi-state': multiStateAnswers,
  'state-occupation': stateOccupationAnswers,
  cox: coxAnswers,
  turnbull: turnbullAnswers,
  'left-censored': leftCensoredAnswers,
  contingency: contingencyAnswers,
  groups: groupsAnswers,
  proportions: proportionsAnswers,
  descriptive: descriptiveAnswers,
  roc: rocAnswers,
  regression: regressionAnswers,
  'mixed-model': mixedModelAnswers,
  funnel: funnelAnswers,
  'design-matrix': designMatrixAnswers,
  distributions: distributionAnswers,
};

/** The committed cases of a method, one chunk of the built site each. */
export type LoadCases = (method: ReferenceMethod) => Promise<ReferenceFile>;

/**
 * Recomputes every committed reference case, method by method. A case whose estimate fails has fallen out; a method
 * whose cases cannot be loaded is told as `unreadable`, and the others go on.
 */
export async function checkReferences(
  load: LoadCases,
  report: (progress: ReferenceProgress) => void,
): Promise<void> {
  for (const method of referenceMethods) {
    const file = await load(method).then(asReferenceFile, () => null);
    if (file === null || file.cases.length === 0) report({ kind: 'unreadable', method });
    else report({ kind: 'verdict', verdict: checkMethod(method, file, report) });
  }
}

function checkMethod(
  method: ReferenceMethod,
  { cases, tolerance, versions }: ReferenceFile,
  report: (progress: ReferenceProgress) => void,
): MethodVerdict {
  let largest = 0;
  let values = 0;
  const fallen: FallenCase[] = [];
  cases.forEach((one, done) => {
    if (done % 20 === 0) report({ kind: 'working', method, done, cases: cases.length });
    const found = deviationOf(one, answersOf[method]);
    if (found.largest > largest) largest = found.largest;
    if (!(found.largest <= tolerance)) fallen.push({ id: one.id, at: found.at, deviation: found.largest });
    values += valuesIn(Object.values(one.expected));
  });
  return { method, cases: cases.length, values, largest, tolerance, versions, fallen };
}

function deviationOf({ input, expected }: ReferenceCase, answers: CaseAnswers): Deviation {
  try {
    return compareWithReference(expected, answers(input));
  } catch {
    return { largest: Number.POSITIVE_INFINITY, at: '' };
  }
}

function valuesIn(value: ReferenceValue): number {
  if (!Array.isArray(value)) return 1;
  return (value as readonly ReferenceValue[]).reduce<number>((sum, one) => sum + valuesIn(one), 0);
}
