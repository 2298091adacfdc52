import {
  accrualCounted,
  type CountedFigure,
  depthCounted,
  firstLineCounted,
  firstYearDoseCounted,
  followUpCounted,
  milestoneBarsCounted,
  milestoneFlowsCounted,
  milestoneGroupsCounted,
  mutationsCounted,
  outcomePeriodsCounted,
  pathwaysCounted,
} from '@core/analyses/counted-figure';
import {
  comparedGuidelines,
  courseCounted,
  eligibilityCounted,
  guidelineChangesCounted,
  indicatorCounted,
} from '@core/analyses/counted-practice';
import { curveOrigins } from '@core/analyses/curve-origin';
import {
  choiceOf,
  type ExportedFigure,
  exportedFacts,
  exportedIndicators,
  figureChoices,
} from '@core/analyses/exported-figure';
import { type FigureRelease, figureMargins, releasedAlone } from '@core/analyses/figure-margins';
import { baselineVariables } from '@core/analyses/group-variable';
import { indicatorGroups } from '@core/analyses/indicator-trend';
import { keyEventMonths } from '@core/analyses/key-adverse-event';
import {
  type MeasuredFigure,
  ratesMeasured,
  scoresMeasured,
  waitsMeasured,
} from '@core/analyses/measured-figure';
import { type MolecularResponse, molecularResponse } from '@core/analyses/molecular-response';
import { periodOutcomeIds } from '@core/analyses/outcome-periods';
import { questionnaireGroups } from '@core/analyses/questionnaire-scores';
import { type ReleasedFigure, releasedBars, releasedVisits } from '@core/analyses/released-figure';
import { releasedMeasures } from '@core/analyses/released-measures';
import { drugTimeMonths } from '@core/analyses/time-on-drug';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { currentMonths } from '@core/cohort/depth-course';
import type { DisclosurePolicy } from '@core/disclosure/policy';
import type { Released } from '@core/disclosure/released';
import { toldBins } from '@core/disclosure/released-histogram';
import { treatmentEnds } from '@core/domain/treatment-end';
import type { Engine } from '@data/engine/engine';
import { accrualRows } from './accrual';
import { cohortCharts, type FactChart } from './cohort-charts';
import { depthMoves } from './depth-moves';
import { eligibilityPatterns } from './eligibility-patterns';
import { guidelineChanges } from './guideline-changes';
import { indicatorCounts } from './indicator-counts';
import { lastStartYear } from './last-start-year';
import { milestonePatterns } from './milestone-patterns';
import { sampleWaitRows, waitingPatients } from './monitoring/waits-for-sample';
import { mutationVariants } from './mutation-variants';
import { outcomePeriodRows } from './outcome-periods';
import { questionnaireRows } from './questionnaire-rows';
import { adverseEvents } from './safety/adverse-events';
import { affectedPatients } from './safety/affected-patients';
import { keyEventRows } from './safety/key-event';
import { firstLineDrugRows } from './treatment/first-line-drugs';
import { doseRows } from './treatment/first-year-dose';
import { drugTimeRows } from './treatment/time-on-drug';
import { treatmentPathwayRows } from './treatment/treatment-pathways';
import { visitDistribution } from './visit-distribution';

export interface FigureQuestion {
  readonly cohort: CohortDefinition;
  readonly figure: ExportedFigure;
  readonly policy: DisclosurePolicy;
}

/** A figure in exact numbers: what its control file holds. */
export type ExactFigure = CountedFigure | MolecularResponse | MeasuredFigure;

interface AskOptions {
  readonly signal: AbortSignal;
}

/** The exact numbers of a figure, asked of the open extract; bins of a histogram are already as wide as they may be told. */
export async function askExactFigure(
  engine: Engine,
  { cohort, figure, policy }: FigureQuestion,
  options: AskOptions,
): Promise<ExactFigure> {
  const milestoneTable = () => {
    const guideline = choiceOf(figure, 'guideline', figureChoices.milestones.guideline);
    return milestonePatterns.ask(engine, { cohort, guideline, groupBy: 'first_tki' }, options);
  };
  switch (figure.figure) {
    case 'milestones':
      return milestoneBarsCounted(await milestoneTable());
    case 'milestone-flows':
      return milestoneFlowsCounted(await milestoneTable());
    case 'milestone-groups': {
      const month = choiceOf(figure, 'month', figureChoices['milestone-groups'].month);
      return milestoneGroupsCounted(await milestoneTable(), month);
    }
    case 'depth': {
      const current = currentMonths.find((months) => String(months) === figure.choices.current);
      if (current === undefined) throw new RangeError(`not a choice of ${figure.figure}: current`);
      return depthCounted(await depthMoves.ask(engine, { cohort, currentMonths: current }, options), policy);
    }
    case 'mutations':
      return mutationsCounted(await mutationVariants.ask(engine, cohort, options));
    case 'accrual':
      return accrualCounted(await accrualRows.ask(engine, { cohort }, options));
    case 'follow-up':
      return followUpCounted(await accrualRows.ask(engine, { cohort }, options));
    case 'first-line':
      return firstLineCounted(await firstLineDrugRows.ask(engine, { cohort }, options));
    case 'first-year-dose':
      return firstYearDoseCounted(await doseRows.ask(engine, { cohort }, options));
    case 'pathways':
      return pathwaysCounted(await treatmentPathwayRows.ask(engine, { cohort }, options));
    case 'outcome-periods': {
      const outcome = choiceOf(figure, 'outcome', periodOutcomeIds);
      const table = await outcomePeriodRows.ask(engine, { cohort, outcome }, options);
      return outcomePeriodsCounted(table, await lastStartYear(engine, options), policy);
    }
    case 'fact': {
      const facts = [choiceOf(figure, 'fact', exportedFacts)];
      const { charts, inCohort } = await cohortCharts.ask(engine, { cohort, facts }, options);
      return factCounted(charts[0], inCohort, policy);
    }
    case 'guideline-changes':
      return guidelineChangesCounted(
        await guidelineChanges.ask(engine, { cohort, ...comparedGuidelines }, options),
      );
    case 'eligibility':
      return eligibilityCounted(await eligibilityPatterns.ask(engine, cohort, options));
    case 'indicator': {
      const indicator = choiceOf(figure, 'indicator', exportedIndicators);
      const groupBy = indicatorGroups.find((group) => group === figure.choices.by) ?? null;
      const asked = { cohort, indicator, groupBy, stratum: null };
      return indicatorCounted(await indicatorCounts.ask(engine, asked, options));
    }
    case 'key-event': {
      const event = choiceOf(figure, 'event', figureChoices['key-event'].event);
      const rows = await keyEventRows.ask(engine, { cohort, event }, options);
      return courseCounted(rows, ['event', 'left'], keyEventMonths);
    }
    case 'time-on-drug': {
      const drug = choiceOf(figure, 'drug', figureChoices['time-on-drug'].drug);
      const rows = await drugTimeRows.ask(engine, { cohort }, options);
      return courseCounted(
        rows.filter((row) => row.drug === drug),
        treatmentEnds,
        drugTimeMonths,
      );
    }
    case 'adverse-events': {
      const rated = choiceOf(figure, 'organ', figureChoices['adverse-events'].organ);
      return ratesMeasured(
        await adverseEvents.ask(engine, { cohort }, options),
        await affectedPatients.ask(engine, { cohort, rated }, options),
        rated,
      );
    }
    case 'questionnaire': {
      const scale = choiceOf(figure, 'scale', figureChoices.questionnaire.scale);
      const groupBy = questionnaireGroups.find((group) => group === figure.choices.by) ?? null;
      return scoresMeasured(
        await questionnaireRows.ask(engine, { cohort, scale, groupBy }, options),
        groupBy,
      );
    }
    case 'waits':
      return waitsMeasured(
        await sampleWaitRows.ask(engine, { cohort }, options),
        await waitingPatients.ask(engine, { cohort }, options),
      );
    case 'response': {
      const origin = choiceOf(figure, 'origin', curveOrigins);
      const groupBy = baselineVariables.find((variable) => variable === figure.choices.by) ?? null;
      return molecularResponse(await visitDistribution.ask(engine, { cohort, origin, groupBy }, options));
    }
  }
}

/** The released numbers of a figure, asked of the open extract. */
export async function askFigure(
  engine: Engine,
  question: FigureQuestion,
  options: AskOptions,
): Promise<Released<ReleasedFigure>> {
  return releasedFigure(await askExactFigure(engine, question, options), question);
}

/** Exact numbers of a figure through disclosure control, by themselves or as the counts of a session are released. */
export function releasedFigure(
  exact: ExactFigure,
  { figure, policy }: Pick<FigureQuestion, 'figure' | 'policy'>,
  release: FigureRelease['release'] = releasedAlone(policy).release,
): Released<ReleasedFigure> {
  const named = { ...figureMargins(figure), release };
  if ('panels' in exact) return releasedBars(exact, policy, named);
  return 'measured' in exact ? releasedMeasures(exact, policy, named) : releasedVisits(exact, policy, named);
}

/** A fact over a cohort without a rule on it: its levels, or its bins as they may be told, and who has it unknown. */
function factCounted(
  chart: FactChart | undefined,
  patients: number,
  policy: DisclosurePolicy,
): CountedFigure {
  const parts =
    chart === undefined
      ? []
      : chart.kind === 'category'
        ? chart.levels
            .filter(({ level, patients: everywhere }) => level === null || everywhere > 0)
            .map(({ level, inCohort }) => ({ level: level ?? 'unknown', patients: inCohort }))
        : [
            ...toldBins(
              chart.bins.map(({ from, to, inCohort }) => ({ from, to, patients: inCohort })),
              policy,
            ).map(({ from, to, patients: count }) => ({
              level: `${from ?? ''}..${to ?? ''}`,
              patients: count,
            })),
            { level: 'unknown', patients: chart.unknown.inCohort },
          ];
  return { patients, panels: [{ level: 'all', relation: 'same', bars: [{ level: 'all', parts }] }] };
}
