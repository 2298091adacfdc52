import type { Feature } from '@session/feature';
import { TreatmentFreeRemissionView } from './TreatmentFreeRemissionView';

export const treatmentFreeRemissionFeature: Feature = {
  id: 'treatment-free-remission',
  path: '/treatment-free-remission',
  title: 'remission.title',
  group: 'remission',
  icon: 'remission',
  View: TreatmentFreeRemissionView,
  needsExtract: true,
};
