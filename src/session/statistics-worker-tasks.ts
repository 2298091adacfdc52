import { type EndpointModel, endpointModel, type ModelProgress } from '@core/analyses/endpoint-model';
import type { ModelDefinition } from '@core/analyses/model-definition';
import type { ModelTable } from '@core/analyses/model-table';
import { type VisitGaps, type VisitInterval, visitGaps } from '@core/analyses/visit-gaps';
import type { DisclosurePolicy } from '@core/disclosure/policy';
import type { AuditStep } from '@core/disclosure/released-counts';
import {
  type BesideEarlier,
  type KeyedTable,
  type LeftTable,
  releaseBesideEarlier,
} from '@core/disclosure/session-audit';
import type { DesignMatrix } from '@core/statistics/design-matrix/design-matrix';
import {
  type LinearMixedModel,
  linearMixedModel,
  type MixedModelOptions,
} from '@core/statistics/mixed-model/linear-mixed-model';
import { type CutOffOptions, type OptimalCutOff, optimalCutOff } from '@core/statistics/roc/optimal-cut-off';
import type { CompetingInput } from '@core/statistics/survival/aalen-johansen';
import type { Covariates } from '@core/statistics/survival/covariates';
import { type CoxFit, type CoxOptions, coxRegression } from '@core/statistics/survival/cox-regression';
import { type FineGrayFit, type FineGrayOptions, fineGray } from '@core/statistics/survival/fine-gray';
import type { SurvivalInput } from '@core/statistics/survival/survival-input';
import type { IntervalCensoredInput } from '@core/statistics/survival/turnbull';
import { type TurnbullInterval, turnbullBootstrap } from '@core/statistics/survival/turnbull-bootstrap';
import type { ReferenceProgress } from './statistics-worker-methods';
import { checkReferences, type LoadCases } from './statistics-worker-reference';

interface Task<Input, Step, Output> {
  readonly input: Input;
  readonly step: Step;
  readonly output: Output;
}

/** What the statistics worker can do: the input, the step reported while it works, and the answer. */
export interface StatisticsTasks {
  readonly 'reference-check': Task<null, ReferenceProgress, null>;
  readonly cox: Task<
    {
      readonly survival: SurvivalInput;
      readonly covariates: Covariates;
      readonly options?: Omit<CoxOptions, 'progress'>;
    },
    number,
    CoxFit
  >;
  readonly 'fine-gray': Task<
    {
      readonly competing: CompetingInput;
      readonly causes: number;
      readonly covariates: Covariates;
      readonly options?: Omit<FineGrayOptions, 'progress'>;
    },
    number,
    FineGrayFit
  >;
  readonly 'endpoint-model': Task<
    { readonly table: ModelTable; readonly definition: ModelDefinition; readonly level: number },
    ModelProgress,
    EndpointModel
  >;
  readonly 'mixed-model': Task<
    {
      readonly design: DesignMatrix;
      readonly outcome: ArrayLike<number>;
      readonly groups: ArrayLike<number>;
      readonly options?: Omit<MixedModelOptions, 'progress'>;
    },
    number,
    LinearMixedModel
  >;
  readonly 'visit-gaps': Task<readonly VisitInterval[], never, VisitGaps>;
  readonly 'turnbull-bootstrap': Task<
    {
      readonly censored: IntervalCensoredInput;
      readonly times: readonly number[];
      readonly seed: number;
      readonly level?: number;
      readonly replicates?: number;
    },
    number,
    readonly TurnbullInterval[]
  >;
  readonly 'session-audit': Task<
    { readonly table: KeyedTable; readonly earlier: readonly LeftTable[]; readonly policy: DisclosurePolicy },
    AuditStep,
    BesideEarlier
  >;
  readonly 'cut-off-bootstrap': Task<
    {
      readonly marker: ArrayLike<number>;
      readonly outcome: ArrayLike<number>;
      readonly seed: number;
      readonly options?: Omit<CutOffOptions, 'progress' | 'random'>;
    },
    number,
    OptimalCutOff
  >;
}

export type StatisticsTask = keyof StatisticsTasks;

type Runners = {
  readonly [Name in StatisticsTask]: (
    input: StatisticsTasks[Name]['input'],
    report: (step: StatisticsTasks[Name]['step']) => void,
  ) => StatisticsTasks[Name]['output'] | Promise<StatisticsTasks[Name]['output']>;
};

/** The tasks as functions; `load` gives the committed reference cases. Cancelling is ending the worker. */
export function statisticsRunners(load: LoadCases): Runners {
  return {
    'reference-check': async (_, report) => {
      await checkReferences(load, report);
      return null;
    },
    cox: ({ survival, covariates, options }, report) =>
      coxRegression(survival, covariates, { ...options, progress: going(report) }),
    'fine-gray': ({ competing, causes, covariates, options }, report) =>
      fineGray(competing, causes, covariates, { ...options, progress: going(report) }),
    'endpoint-model': ({ table, definition, level }, report) =>
      endpointModel(table, definition, { level, progress: report }),
    'mixed-model': ({ design, outcome, groups, options }, report) =>
      linearMixedModel(design, outcome, groups, { ...options, progress: going(report) }),
    'visit-gaps': (intervals) => visitGaps(intervals),
    'turnbull-bootstrap': ({ censored, times, seed, ...options }, report) =>
      turnbullBootstrap(censored, times, seeded(seed), { ...options, progress: going(report) }),
    'session-audit': ({ table, earlier, policy }, report) =>
      releaseBesideEarlier(table, earlier, policy, report),
    'cut-off-bootstrap': ({ marker, outcome, seed, options }, report) =>
      optimalCutOff(marker, outcome, { ...options, random: seeded(seed), progress: going(report) }),
  };
}

const going = (report: (step: number) => void) => (step: number) => {
  report(step);
  return true;
};

/** Uniform numbers in (0, 1): Numerical Recipes' linear congruential generator, the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}
