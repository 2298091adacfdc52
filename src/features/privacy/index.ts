import type { Feature } from '@session/feature';
import { PrivacyView } from './PrivacyView';

export const privacyFeature: Feature = {
  id: 'privacy',
  path: '/privacy',
  title: 'privacy.title',
  group: 'extract',
  icon: 'privacy',
  View: PrivacyView,
  needsExtract: false,
};
