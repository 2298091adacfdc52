import type { Feature } from '@session/feature';
import { CohortView } from './CohortView';

export const cohortBuilderFeature: Feature = {
  id: 'cohort-builder',
  path: '/cohort',
  title: 'cohort.title',
  icon: 'cohort',
  View: CohortView,
  needsExtract: true,
};
