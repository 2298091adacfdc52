import type { Feature } from '@session/feature';
import { ModelsView } from './ModelsView';

export const modelsFeature: Feature = {
  id: 'models',
  path: '/models',
  title: 'model.title',
  group: 'remission',
  icon: 'models',
  View: ModelsView,
  needsExtract: true,
};
