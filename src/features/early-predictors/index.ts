import type { Feature } from '@session/feature';
import { EarlyPredictorsView } from './EarlyPredictorsView';

export const earlyPredictorsFeature: Feature = {
  id: 'early-predictors',
  path: '/early-predictors',
  title: 'predictors.title',
  group: 'response',
  icon: 'predictors',
  View: EarlyPredictorsView,
  needsExtract: true,
};
