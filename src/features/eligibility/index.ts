import type { Feature } from '@session/feature';
import { EligibilityView } from './EligibilityView';

export const eligibilityFeature: Feature = {
  id: 'eligibility',
  path: '/eligibility',
  title: 'eligibility.title',
  group: 'response',
  icon: 'eligibility',
  View: EligibilityView,
  needsExtract: true,
};
