import type { Feature } from '@session/feature';
import { CentresView } from './CentresView';
import { PracticeTrendsView } from './PracticeTrendsView';

export const practiceTrendsFeature: Feature = {
  id: 'practice-trends',
  path: '/practice',
  title: 'practice.title',
  group: 'practice',
  icon: 'practice',
  View: PracticeTrendsView,
  needsExtract: true,
};

/** The same indicators between centres. */
export const centresFeature: Feature = {
  id: 'centres',
  path: '/centres',
  title: 'practice.centresTitle',
  group: 'practice',
  icon: 'centres',
  View: CentresView,
  needsExtract: true,
};
