import type { Feature } from '@session/feature';
import { MolecularResponseView } from './MolecularResponseView';

export const molecularResponseFeature: Feature = {
  id: 'molecular-response',
  path: '/molecular-response',
  title: 'response.title',
  group: 'response',
  icon: 'response',
  View: MolecularResponseView,
  needsExtract: true,
};
