import { cohortBuilderFeature } from '@features/cohort-builder';
import { committeeReportFeature } from '@features/committee-report';
import { comparisonFeature } from '@features/comparison';
import { dataQualityFeature } from '@features/data-quality';
import { deepResponseFeature } from '@features/deep-response';
import { earlyPredictorsFeature } from '@features/early-predictors';
import { eligibilityFeature } from '@features/eligibility';
import { exportsFeature } from '@features/exports';
import { extractFeature } from '@features/extract';
import { milestonesFeature } from '@features/milestones';
import { modelsFeature } from '@features/models';
import { molecularResponseFeature } from '@features/molecular-response';
import { notebooksFeature } from '@features/notebooks';
import { numbersFeature } from '@features/numbers';
import { patientsFeature } from '@features/patients';
import { centresFeature, practiceTrendsFeature } from '@features/practice-trends';
import { privacyFeature } from '@features/privacy';
import { survivalFeature, treatmentFreeRemissionFeature } from '@features/survival';
import { workbenchFeature } from '@features/workbench';
import type { Feature } from '@session/feature';

/** The screens, in the order of the navigation; the first is where the product opens. */
export const features: readonly Feature[] = [
  cohortBuilderFeature,
  patientsFeature,
  comparisonFeature,
  molecularResponseFeature,
  milestonesFeature,
  deepResponseFeature,
  earlyPredictorsFeature,
  eligibilityFeature,
  treatmentFreeRemissionFeature,
  survivalFeature,
  modelsFeature,
  practiceTrendsFeature,
  centresFeature,
  committeeReportFeature,
  exportsFeature,
  workbenchFeature,
  notebooksFeature,
  extractFeature,
  dataQualityFeature,
  numbersFeature,
  privacyFeature,
];
