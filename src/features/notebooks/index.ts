import type { Feature } from '@session/feature';
import { NotebooksView } from './NotebooksView';

export const notebooksFeature: Feature = {
  id: 'notebooks',
  path: '/notebooks',
  title: 'notebooks.title',
  group: 'bench',
  icon: 'notebooks',
  View: NotebooksView,
  needsExtract: false,
};
