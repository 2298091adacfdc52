import type { Feature } from '@session/feature';
import { lazy } from 'react';

/** The editor is fetched when the screen is first opened. */
const View = lazy(() => import('./WorkbenchView').then(({ WorkbenchView }) => ({ default: WorkbenchView })));

export const workbenchFeature: Feature = {
  id: 'workbench',
  path: '/workbench',
  title: 'workbench.title',
  group: 'bench',
  icon: 'workbench',
  View,
  needsExtract: true,
};
