import type { Feature } from '@session/feature';
import { ExportsView } from './ExportsView';

export const exportsFeature: Feature = {
  id: 'exports',
  path: '/exports',
  title: 'exports.title',
  group: 'extract',
  icon: 'exports',
  View: ExportsView,
  needsExtract: true,
};
