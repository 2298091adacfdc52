import type { Feature } from '@session/feature';
import { DeepResponseView } from './DeepResponseView';

export const deepResponseFeature: Feature = {
  id: 'deep-response',
  path: '/deep-response',
  title: 'depth.screen',
  group: 'response',
  icon: 'depth',
  View: DeepResponseView,
  needsExtract: true,
};
