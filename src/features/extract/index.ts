import type { Feature } from '@session/feature';
import { ExtractView } from './ExtractView';

export const extractFeature: Feature = {
  id: 'extract',
  path: '/extract',
  title: 'extract.title',
  group: 'extract',
  icon: 'extract',
  View: ExtractView,
  needsExtract: false,
};
