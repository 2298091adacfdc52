import type { Feature } from '@session/feature';
import { NumbersView } from './NumbersView';

export const numbersFeature: Feature = {
  id: 'numbers',
  path: '/numbers',
  title: 'numbers.title',
  group: 'extract',
  icon: 'numbers',
  View: NumbersView,
  needsExtract: false,
};
