import type { Feature } from '@session/feature';
import { DataQualityView } from './DataQualityView';

export const dataQualityFeature: Feature = {
  id: 'data-quality',
  path: '/quality',
  title: 'quality.title',
  group: 'extract',
  icon: 'quality',
  View: DataQualityView,
  needsExtract: true,
};
