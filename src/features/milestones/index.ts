import type { Feature } from '@session/feature';
import { MilestonesView } from './MilestonesView';

export const milestonesFeature: Feature = {
  id: 'milestones',
  path: '/milestones',
  title: 'milestones.title',
  group: 'response',
  icon: 'milestones',
  View: MilestonesView,
  needsExtract: true,
};
