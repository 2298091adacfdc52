import {
  accrualCounted,
  type CountedFigure,
  depthCounted,
  firstLineCounted,
  firstYearDoseCounted,
  milestoneBarsCounted,
  milestoneFlowsCounted,
  milestoneGroupsCounted,
  mutationsCounted,
  pathwaysCounted,
} from '@core/analyses/counted-figure';
import { curveOrigins } from '@core/analyses/curve-origin';
import { choiceOf, type ExportedFigure, exportedFacts, figureChoices } from '@core/analyses/exported-figure';
import { baselineVariables } from '@core/analyses/group-variable';
import { type MolecularResponse, molecularResponse } from '@core/analyses/molecular-response';
import { type ReleasedFigure, releasedBars, releasedVisits } from '@core/analyses/released-figure';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { currentMonths } from '@core/cohort/depth-course';
import type { DisclosurePolicy } from '@core/disclosure/policy';
import type { Released } from '@core/disclosure/released';
import { mergeSmallBins } from '@core/disclosure/released-histogram';
import type { Engine } from '@data/engine/engine';
import { accrualRows } from './accrual';
import { cohortCharts, type FactChart } from './cohort-charts';
import { depthMoves } from './depth-moves';
import { milestonePatterns } from './milestone-patterns';
import { mutationVariants } from './mutation-variants';
import { firstLineDrugRows } from './treatment/first-line-drugs';
import { doseRows } from './treatment/first-year-dose';
import { treatmentPathwayRows } from './treatment/treatment-pathways';
import { visitDistribution } from './visit-distribution';

export interface FigureQuestion {
  readonly cohort: CohortDefinition;
  readonly figure: ExportedFigure;
  readonly policy: DisclosurePolicy;
}

/** A figure in exact numbers: what its control file holds. */
export type ExactFigure = CountedFigure | MolecularResponse;

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
      return depthCounted(await depthMoves.ask(engine, { cohort, currentMonths: current }, options));
    }
    case 'mutations':
      return mutationsCounted(await mutationVariants.ask(engine, cohort, options));
    case 'accrual':
      return accrualCounted(await accrualRows.ask(engine, { cohort }, options));
    case 'first-line':
      return firstLineCounted(await firstLineDrugRows.ask(engine, { cohort }, options));
    case 'first-year-dose':
      return firstYearDoseCounted(await doseRows.ask(engine, { cohort }, options));
    case 'pathways':
      return pathwaysCounted(await treatmentPathwayRows.ask(engine, { cohort }, options));
    case 'fact': {
      const facts = [choiceOf(figure, 'fact', exportedFacts)];
      const { charts, inCohort } = await cohortCharts.ask(engine, { cohort, facts }, options);
      return factCounted(charts[0], inCohort, policy);
    }
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
  return releasedFigure(await askExactFigure(engine, question, options), question.policy);
}

/** Exact numbers of a figure through disclosure control. */
export const releasedFigure = (figure: ExactFigure, policy: DisclosurePolicy): Released<ReleasedFigure> =>
  'panels' in figure ? releasedBars(figure, policy) : releasedVisits(figure, policy);

/** A fact over a cohort without a rule on it: its levels, or its bins taken together, and who has it unknown. */
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
            ...mergeSmallBins(
              chart.bins.map(({ from, to, inCohort }) => ({ from, to, patients: inCohort })),
              policy,
            ).map(({ from, to, patients: count }) => ({ level: `${from}..${to}`, patients: count })),
            { level: 'unknown', patients: chart.unknown.inCohort },
          ];
  return { patients, panels: [{ level: 'all', relation: 'same', bars: [{ level: 'all', parts }] }] };
}
