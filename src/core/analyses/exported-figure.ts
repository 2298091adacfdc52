import { currentMonths } from '@core/cohort/depth-course';
import { type FactId, facts } from '@core/cohort/fact-vocabulary';
import type { FieldReader } from '@core/cohort/json-field';
import { keyAdverseEventIds, organClasses } from '@core/domain/adverse-event';
import { assessedGuidelines } from '@core/domain/guideline';
import { countsPatients, type IndicatorId, indicatorIds } from '@core/domain/indicator';
import { milestoneMonths } from '@core/domain/milestone';
import { questionnaireScaleIds } from '@core/domain/questionnaire';
import { type SampleUse, sampleUses } from '@core/domain/sample-standing';
import { tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import { curveOrigins } from './curve-origin';
import { baselineVariables } from './group-variable';
import { indicatorGroups } from './indicator-trend';
import { periodOutcomeIds } from './outcome-periods';
import { questionnaireGroups } from './questionnaire-scores';

const guideline = assessedGuidelines.map(({ id }) => id);

/** Facts whose histogram, or row of Table 1, may leave: all but the centre, whose codes stay inside. */
export const exportedFacts: readonly FactId[] = (Object.keys(facts) as readonly FactId[]).filter(
  (fact) => fact !== 'centre',
);

/** Indicators that may leave: how many patients stand behind a count of lines, stops or samples is not known. */
export const exportedIndicators: readonly IndicatorId[] = indicatorIds.filter(countsPatients);

/** The figures that leave by one way, and what each is asked with. A centre is in none of them. */
export const figureChoices = {
  milestones: { guideline },
  'milestone-flows': { guideline },
  'milestone-groups': { guideline, month: milestoneMonths.map(String) },
  response: { origin: curveOrigins, by: ['none', ...baselineVariables] },
  depth: { current: currentMonths.map(String) },
  mutations: {},
  accrual: {},
  'follow-up': {},
  'first-line': {},
  'first-year-dose': {},
  pathways: {},
  'outcome-periods': { outcome: periodOutcomeIds },
  fact: { fact: exportedFacts },
  'guideline-changes': {},
  eligibility: {},
  indicator: { indicator: exportedIndicators, by: ['none', ...indicatorGroups] },
  'adverse-events': { organ: ['all', ...organClasses] },
  'key-event': { event: keyAdverseEventIds },
  'time-on-drug': { drug: tkiDrugs },
  questionnaire: { scale: questionnaireScaleIds, by: ['none', ...questionnaireGroups] },
  waits: {},
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export type FigureId = keyof typeof figureChoices;
export const figureIds = Object.keys(figureChoices) as readonly FigureId[];

/** A figure and its choices, whichever samples are read. */
export interface ChosenFigure {
  readonly figure: FigureId;
  /** One of `figureChoices` for each of its names. */
  readonly choices: Readonly<Record<string, string>>;
}

/** What has to be asked again to have a figure again. */
export interface ExportedFigure extends ChosenFigure {
  readonly samples: SampleUse;
}

/** A choice of a figure. @throws RangeError for one that it does not have */
export function choiceOf<Choice extends string>(
  { figure, choices }: ChosenFigure,
  name: string,
  among: readonly Choice[],
): Choice {
  const found = among.find((one) => one === choices[name]);
  if (found === undefined) throw new RangeError(`not a choice of ${figure}: ${name}`);
  return found;
}

/** What a figure splits its patients by, where that is known of a patient. */
export function figureSplit({ figure, choices }: ChosenFigure) {
  if (figure === 'milestone-groups' || figure === 'key-event') return 'first_tki';
  return baselineVariables.find((variable) => variable === choices.by) ?? null;
}

/** The definition as a manifest has it: the inverse of `readExportedFigure`. */
export const figureJson = ({ figure, choices, samples }: ExportedFigure): object => ({
  analysis: 'figure',
  figure,
  ...choices,
  ...(samples === 'unrejected' ? {} : { samples }),
});

/** Reads a definition. Throws a `JsonFaultError` on what it is not. */
export function readExportedFigure(field: FieldReader): ExportedFigure {
  const figure = field.get('figure').oneOf(figureIds);
  const offered = Object.entries<readonly string[]>(figureChoices[figure]);
  field.only(['analysis', 'figure', ...offered.map(([name]) => name), 'samples']);
  return {
    figure,
    choices: Object.fromEntries(offered.map(([name, among]) => [name, field.get(name).oneOf(among)])),
    samples: field.has('samples') ? field.get('samples').oneOf(sampleUses) : 'unrejected',
  };
}
