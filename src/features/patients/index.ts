import type { Feature } from '@session/feature';
import { PatientsView } from './PatientsView';

export const patientsFeature: Feature = {
  id: 'patients',
  path: '/patients',
  title: 'patients.title',
  group: 'cohort',
  icon: 'patients',
  View: PatientsView,
  needsExtract: true,
};
