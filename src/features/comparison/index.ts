import type { Feature } from '@session/feature';
import { ComparisonView } from './ComparisonView';

export const comparisonFeature: Feature = {
  id: 'comparison',
  path: '/comparison',
  title: 'comparison.title',
  group: 'cohort',
  icon: 'comparison',
  View: ComparisonView,
  needsExtract: true,
};
