import type { Feature } from '@session/feature';
import { Explorer } from './Explorer';

export const cohortBuilderFeature: Feature = {
  id: 'cohort-builder',
  path: '/cohort',
  title: 'cohort.title',
  group: 'cohort',
  icon: 'cohort',
  View: Explorer,
  needsExtract: true,
};
