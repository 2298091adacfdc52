import { type CurveOrigin, curveOrigins } from '@core/analyses/curve-origin';
import { curveSplits, type GroupVariable, groupVariables } from '@core/analyses/group-variable';
import { changeYears, indicatorGroups } from '@core/analyses/indicator-trend';
import { type MilestoneGroup, milestoneGroups } from '@core/analyses/milestones';
import { modelMethods, modelOfText, profileOfText, stratumIds } from '@core/analyses/model-definition';
import { periodMonths } from '@core/analyses/outcome-periods';
import { currentMonths } from '@core/cohort/depth-course';
import { type FactId, factIds, isFactId } from '@core/cohort/fact-vocabulary';
import { organClasses } from '@core/domain/adverse-event';
import { type PredictedDepth, predictedDepths, predictorMarkerIds } from '@core/domain/early-predictor';
import { indicatorIds, indicatorTopics } from '@core/domain/indicator';
import { ageBands, knownFactSets } from '@core/domain/quasi-identifier';
import { questionnaireScaleIds } from '@core/domain/questionnaire';
import { tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import { reachedDepths } from '@core/endpoint/endpoint-definition';
import { languages } from '@language/message';
import { emptyStart, startParameter } from './empty-start';
import { themes, type UrlParameters } from './url-state';

type SortText = FactId | `-${FactId}`;

/** Parameters of the address with a closed list of values; without one, each screen has its default. */
export const urlChoices = {
  /** Which samples are read; all that were not rejected when left out. */
  samples: ['validated'],
  /** What curves are split by. */
  by: groupVariables as readonly GroupVariable[],
  /** Scale of the confidence interval. */
  interval: ['log', 'log-log', 'plain'],
  /** Months that the response curve shows. */
  months: ['24', '60', '120'],
  /** What the response curve counts time from. */
  origin: curveOrigins as readonly CurveOrigin[],
  /** Whether single patients are drawn behind the response curve. */
  trajectories: ['hidden'],
  /** Which version of the guideline judges the milestones. */
  guideline: ['ELN2013', 'ELN2020'],
  /** What the bars of the milestones are split by. */
  split: milestoneGroups as readonly MilestoneGroup[],
  /** The milestone whose groups are shown. */
  milestone: ['3', '6', '12'],
  /** How many months a test stands for its patient, on the screen of current depth. */
  current: currentMonths.map(String),
  /** The deep response that early markers foretell, and by which month it is reached. */
  depth: predictedDepths as readonly PredictedDepth[],
  until: ['24', '36', '48', '60'],
  /** Whether patients already in response when a marker is known are kept. */
  landmark: ['leave_out', 'keep'],
  /** The early markers that are drawn. */
  marker: predictorMarkerIds,
  against: predictorMarkerIds,
  /** By which fact the patients are listed; `-` before it is descending. */
  sort: factIds.flatMap((fact): readonly SortText[] => [fact, `-${fact}`]),
  /** How Table 1 sums up a number. */
  numbers: ['median', 'mean'],
  /** Whether Table 1 has p-values. */
  p: ['shown'],
  /** What stands beside the rules of the cohort. */
  view: ['charts', 'flow'],
  /** What the curves of an endpoint are split by. */
  curves: curveSplits,
  /** Event-free curves, or cumulative incidences of which cause. */
  show: ['free', 'incidence'],
  cause: ['2', '3', '4', '5', '6', '7', '8'],
  /** Whether Turnbull's curve stands beside Kaplan-Meier's. */
  turnbull: ['shown'],
  /** How an endpoint is modelled, the later response that is a covariate, what has baselines of its own, whether small levels are taken together. */
  model: modelMethods,
  reached: reachedDepths,
  stratum: stratumIds,
  levels: ['merged'],
  /** What the trends of practice are about. */
  topic: indicatorTopics,
  /** What they are split by; the centre has a screen of its own. */
  trend: indicatorGroups,
  /** Whether their points are of rolling windows, and the year in which practice is said to have changed. */
  window: ['rolling'],
  change: changeYears.map(String),
  /** The first TKI whose duration is shown. */
  drug: tkiDrugs,
  /** The organ class whose rates are drawn. */
  organ: organClasses,
  /** The month at which outcomes are compared between periods. */
  month: periodMonths.map(String),
  /** The scale of a questionnaire. */
  scale: questionnaireScaleIds,
  /** The indicator that centres are compared by. */
  indicator: indicatorIds,
  /** What the quality screen shows, which of its rules, what its maps run across, and how its verdicts are counted. */
  quality: ['rules', 'map', 'completeness', 'anonymity', 'drift'],
  rules: ['broken', 'all'],
  across: ['centre', 'year'],
  tally: ['table', 'dimension'],
  drift: ['all'],
  /** What somebody may know of a patient, and within how many years they know the age. */
  known: knownFactSets,
  ages: ageBands.map(String),
  /** Whether the page opens an extract by itself. */
  [startParameter]: [emptyStart],
  lang: languages,
  theme: themes,
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type UrlChoice = keyof typeof urlChoices;

/** Parameters whose value is none of their list: they are not obeyed, and the reader is told. */
export function unreadChoices(parameters: UrlParameters): readonly string[] {
  const closed = Object.entries(urlChoices)
    .filter(([name, values]) => {
      const value = parameters[name];
      return value !== undefined && !(values as readonly string[]).includes(value);
    })
    .map(([name]) => name);
  const lists = [rowsParameter, chartsParameter].filter((name) => {
    const text = parameters[name];
    return text !== undefined && factsOfText(text) === null;
  });
  const zoom = parameters[zoomParameter];
  const periods = zoom !== undefined && periodOfText(zoom) === null ? [zoomParameter] : [];
  const models = [
    { name: covariatesParameter, read: modelOfText },
    { name: profileParameter, read: profileOfText },
  ].flatMap(({ name, read }) => {
    const text = parameters[name];
    return text !== undefined && read(text) === null ? [name] : [];
  });
  return [...closed, ...lists, ...periods, ...models];
}

/** The covariates of a model, `covariates=age:spline,sex:M,age*sex`, and the profile it predicts for, `profile=age:60`. */
export const covariatesParameter = 'covariates';
export const profileParameter = 'profile';

/** The facts that Table 1 has as rows, when they are not the usual ones: `rows=sex,age`; `-` is none. */
export const rowsParameter = 'rows';
/** The facts that the explorer shows, likewise. */
export const chartsParameter = 'charts';
const noneToken = '-';

/** Facts of an address, each once; `null` when one of them is not a fact. */
export function factsOfText(text: string): readonly FactId[] | null {
  if (text === noneToken) return [];
  const names = text.split(',');
  return names.every(isFactId) ? [...new Set(names)] : null;
}

export const textOfFacts = (facts: readonly FactId[]): string =>
  facts.length === 0 ? noneToken : facts.join(',');

/** The months that a response curve is enlarged to: `zoom=6..36`. */
export const zoomParameter = 'zoom';

export interface Period {
  readonly fromMonth: number;
  readonly toMonth: number;
}

/** Shortest period that a curve is enlarged to, and the months it may lie in. */
export const shortestPeriod = 3;
export const lastMonth = 120;

/** A period as the address writes it; `null` when it is none. */
export function periodOfText(text: string): Period | null {
  const [, from, to] = /^(\d{1,3})\.\.(\d{1,3})$/.exec(text) ?? [];
  if (from === undefined || to === undefined) return null;
  const period = { fromMonth: Number(from), toMonth: Number(to) };
  const isOne = period.toMonth - period.fromMonth >= shortestPeriod && period.toMonth <= lastMonth;
  return isOne ? period : null;
}

export const textOfPeriod = ({ fromMonth, toMonth }: Period): string => `${fromMonth}..${toMonth}`;
