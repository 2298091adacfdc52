import { frenchSpaces } from './french-spaces';
import type { Language } from './message';
import { accrualMessages } from './messages/accrual';
import { clinicMessages } from './messages/clinic';
import { codeMessages } from './messages/code';
import { cohortMessages } from './messages/cohort';
import { comparisonMessages } from './messages/comparison';
import { definitionMessages } from './messages/definition';
import { depthMessages } from './messages/depth';
import { driftMessages } from './messages/drift';
import { editorMessages } from './messages/editor';
import { eligibilityMessages } from './messages/eligibility';
import { endpointMessages } from './messages/endpoint';
import { eventMessages } from './messages/event';
import { explorerMessages } from './messages/explorer';
import { exportMessages } from './messages/exports';
import { extractMessages } from './messages/extract';
import { factMessages } from './messages/fact';
import { failureMessages } from './messages/failure';
import { figureMessages } from './messages/figure';
import { flowMessages } from './messages/flow';
import { indicatorMessages } from './messages/indicator';
import { linkMessages } from './messages/link';
import { looksMessages } from './messages/looks';
import { methodsMessages } from './messages/methods';
import { milestonesMessages } from './messages/milestones';
import { modelMessages } from './messages/model';
import { monitoringMessages } from './messages/monitoring';
import { mutationsMessages } from './messages/mutations';
import { notebooksMessages } from './messages/notebooks';
import { numbersMessages } from './messages/numbers';
import { patientsMessages } from './messages/patients';
import { periodMessages } from './messages/period';
import { practiceMessages } from './messages/practice';
import { predictorsMessages } from './messages/predictors';
import { privacyMessages } from './messages/privacy';
import { qualityMessages } from './messages/quality';
import { remissionMessages } from './messages/remission';
import { reportMessages } from './messages/report';
import { responseMessages } from './messages/response';
import { ruleMessages } from './messages/rule';
import { safetyMessages } from './messages/safety';
import { shellMessages } from './messages/shell';
import { survivalMessages } from './messages/survival';
import { swimmerMessages } from './messages/swimmer';
import { treatmentMessages } from './messages/treatment';
import { validateMessages } from './messages/validate';
import { visitsMessages } from './messages/visits';
import { voiceMessages } from './messages/voice';
import { workbenchMessages } from './messages/workbench';
import { workspaceMessages } from './messages/workspace';

/** Every user-visible word, by id. */
export const catalogue = {
  ...shellMessages,
  ...figureMessages,
  ...clinicMessages,
  ...factMessages,
  ...definitionMessages,
  ...depthMessages,
  ...endpointMessages,
  ...eventMessages,
  ...ruleMessages,
  ...cohortMessages,
  ...patientsMessages,
  ...workspaceMessages,
  ...codeMessages,
  ...comparisonMessages,
  ...explorerMessages,
  ...driftMessages,
  ...editorMessages,
  ...flowMessages,
  ...linkMessages,
  ...responseMessages,
  ...milestonesMessages,
  ...predictorsMessages,
  ...remissionMessages,
  ...swimmerMessages,
  ...eligibilityMessages,
  ...survivalMessages,
  ...modelMessages,
  ...mutationsMessages,
  ...visitsMessages,
  ...looksMessages,
  ...methodsMessages,
  ...indicatorMessages,
  ...practiceMessages,
  ...accrualMessages,
  ...monitoringMessages,
  ...periodMessages,
  ...treatmentMessages,
  ...safetyMessages,
  ...reportMessages,
  ...exportMessages,
  ...extractMessages,
  ...qualityMessages,
  ...validateMessages,
  ...numbersMessages,
  ...privacyMessages,
  ...voiceMessages,
  ...workbenchMessages,
  ...notebooksMessages,
  ...failureMessages,
};

export type MessageId = keyof typeof catalogue;

/** The catalogue of one language, as the i18n library takes it. */
export function wordsIn(language: Language): Readonly<Record<MessageId, string>> {
  const spaced = language === 'fr' ? frenchSpaces : (text: string) => text;
  return Object.fromEntries(
    Object.entries(catalogue).map(([id, message]) => [id, spaced(message[language])]),
  ) as Record<MessageId, string>;
}
