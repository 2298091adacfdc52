import type { Feature } from '@session/feature';
import { ReportView } from './ReportView';

export const committeeReportFeature: Feature = {
  id: 'committee-report',
  path: '/report',
  title: 'report.title',
  group: 'practice',
  icon: 'report',
  View: ReportView,
  needsExtract: true,
};
