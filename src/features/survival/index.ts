import type { Feature } from '@session/feature';
import { SurvivalView } from './SurvivalView';

export const survivalFeature: Feature = {
  id: 'survival',
  path: '/survival',
  title: 'survival.title',
  group: 'remission',
  icon: 'survival',
  View: SurvivalView,
  needsExtract: true,
};
