import { usualCurrentMonths } from '@core/cohort/depth-course';
import type { FieldReader } from '@core/cohort/json-field';
import { keyAdverseEventIds } from '@core/domain/adverse-event';
import type { ExtractTableName } from '@core/domain/extract-tables';
import { eln2020 } from '@core/domain/guideline';
import type { IndicatorTopic } from '@core/domain/indicator';
import type { QuestionnaireScaleId } from '@core/domain/questionnaire';
import type { TkiDrug } from '@core/domain/tyrosine-kinase-inhibitor';
import { type ChosenFigure, figureJson, readExportedFigure } from './exported-figure';
import { periodOutcomeIds } from './outcome-periods';

/** A figure of a report; which samples are read is chosen for the whole report. */
export type ReportFigure = ChosenFigure;

interface OfferedFigure extends ReportFigure {
  readonly topic: IndicatorTopic;
}

const offered = (
  topic: IndicatorTopic,
  figure: ReportFigure['figure'],
  choices: ReportFigure['choices'] = {},
): OfferedFigure => Object.freeze({ topic, figure, choices });

/** Drugs that are common enough as the first one, and scales that ask for the whole: the others are on the screens. */
const shownDrugs = ['imatinib', 'dasatinib', 'nilotinib'] as const satisfies readonly TkiDrug[];
const shownScales = ['global_health', 'fatigue'] as const satisfies readonly QuestionnaireScaleId[];

/** The figures that a report can hold besides its indicators, topic by topic: those that leave as released numbers. */
export const offeredFigures: readonly OfferedFigure[] = [
  offered('accrual', 'accrual'),
  offered('accrual', 'follow-up'),
  offered('treatment', 'first-line'),
  offered('treatment', 'first-year-dose'),
  offered('treatment', 'pathways'),
  ...shownDrugs.map((drug) => offered('treatment', 'time-on-drug', { drug })),
  offered('monitoring', 'waits'),
  offered('outcomes', 'milestones', { guideline: eln2020.id }),
  offered('outcomes', 'depth', { current: String(usualCurrentMonths) }),
  ...periodOutcomeIds.map((outcome) => offered('outcomes', 'outcome-periods', { outcome })),
  offered('safety', 'adverse-events', { organ: 'all' }),
  ...keyAdverseEventIds.map((event) => offered('safety', 'key-event', { event })),
  ...shownScales.map((scale) => offered('voice', 'questionnaire', { scale, by: 'none' })),
];

/** The tables of an extract that the numbers of a topic come from: the rules on them are told on its page. */
export const topicTables: Readonly<Record<IndicatorTopic, readonly ExtractTableName[]>> = {
  accrual: ['centre', 'patient', 'diagnosis'],
  treatment: ['treatment_line', 'dose_change'],
  monitoring: ['molecular', 'mutation'],
  outcomes: ['molecular', 'cytogenetics', 'phase_event', 'treatment_free_attempt'],
  safety: ['adverse_event', 'treatment_line'],
  voice: ['prom'],
};

/** What tells a figure of a report from the others of it: `milestones ELN2020`. */
export const figureKey = ({ figure, choices }: ReportFigure): string =>
  [figure, ...Object.values(choices)].join(' ');

/** The topic under which a figure is printed; the last one for a figure that is not offered any more. */
export const topicOf = (figure: ReportFigure): IndicatorTopic =>
  offeredFigures.find((one) => figureKey(one) === figureKey(figure))?.topic ?? 'outcomes';

/** A figure as a manifest has it: the inverse of `readReportFigure`. */
export const reportFigureJson = (figure: ReportFigure): object =>
  figureJson({ ...figure, samples: 'unrejected' });

/** Reads a figure. Throws a `JsonFaultError` on what it is not. */
export function readReportFigure(field: FieldReader): ReportFigure {
  const { figure, choices } = readExportedFigure(field);
  return { figure, choices };
}
