import type { FieldReader } from '@core/cohort/json-field';
import { depthAnalysis } from './analyses/depth';
import { earlyPredictorsAnalysis } from './analyses/early-predictors';
import { eligibilityAnalysis } from './analyses/eligibility';
import { endpointAnalysis } from './analyses/endpoint';
import { guidelineChangesAnalysis } from './analyses/guideline-changes';
import { centresAnalysis, indicatorsAnalysis } from './analyses/indicators';
import { milestonesAnalysis } from './analyses/milestones';
import { modelAnalysis } from './analyses/model';
import { molecularResponseAnalysis } from './analyses/molecular-response';
import { mutationsAnalysis } from './analyses/mutations';
import { visitGapsAnalysis } from './analyses/visit-gaps';
import { type AskedAnalysis, askedAnalysis } from './analysis';

const readers = {
  centres: (name, field) => askedAnalysis(name, centresAnalysis, field),
  depth: (name, field) => askedAnalysis(name, depthAnalysis, field),
  'early-predictors': (name, field) => askedAnalysis(name, earlyPredictorsAnalysis, field),
  eligibility: (name, field) => askedAnalysis(name, eligibilityAnalysis, field),
  endpoint: (name, field) => askedAnalysis(name, endpointAnalysis, field),
  'guideline-changes': (name, field) => askedAnalysis(name, guidelineChangesAnalysis, field),
  indicators: (name, field) => askedAnalysis(name, indicatorsAnalysis, field),
  milestones: (name, field) => askedAnalysis(name, milestonesAnalysis, field),
  model: (name, field) => askedAnalysis(name, modelAnalysis, field),
  'molecular-response': (name, field) => askedAnalysis(name, molecularResponseAnalysis, field),
  mutations: (name, field) => askedAnalysis(name, mutationsAnalysis, field),
  'visit-gaps': (name, field) => askedAnalysis(name, visitGapsAnalysis, field),
} as const satisfies Readonly<Record<string, (name: string, field: FieldReader) => AskedAnalysis>>;

/** Every analysis that a file can ask for, by the name it asks with. */
export const analysisNames = Object.keys(readers) as readonly (keyof typeof readers)[];

/** Reads one entry of a file of analyses. Throws a `JsonFaultError` on what it is not. */
export function readAnalysis(field: FieldReader): AskedAnalysis {
  const name = field.get('analysis').oneOf(analysisNames);
  return readers[name](name, field);
}
