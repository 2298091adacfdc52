import type { Feature } from '@session/feature';
import { SurvivalView } from './SurvivalView';
import { TreatmentFreeRemissionView } from './TreatmentFreeRemissionView';

/** The endpoints that count from a stop, first: the question of the field. */
export const treatmentFreeRemissionFeature: Feature = {
  id: 'treatment-free-remission',
  path: '/treatment-free-remission',
  title: 'remission.title',
  group: 'remission',
  icon: 'remission',
  View: TreatmentFreeRemissionView,
  needsExtract: true,
};

export const survivalFeature: Feature = {
  id: 'survival',
  path: '/survival',
  title: 'survival.title',
  group: 'remission',
  icon: 'survival',
  View: SurvivalView,
  needsExtract: true,
};
