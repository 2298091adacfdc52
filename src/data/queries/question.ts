import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { Engine } from '@data/engine/engine';

/** The table of the workbench that a cohort is. */
export type TableOfCohort = (cohort: CohortDefinition) => string;

/** One question to the open extract: what it needs, what comes back. Its `id` names the cached answer. */
export interface Question<Parameters, Answer> {
  readonly id: string;
  /** Asks of all samples, whatever use of them is chosen: a question about the extract, not about patients. */
  readonly ofAllSamples?: true;
  /** What stands for its statements where the page counts by itself: the same counts, asked of the tables of its cohorts. */
  readonly statements?: (
    parameters: Parameters,
    tableOf: TableOfCohort,
  ) => readonly string[] | Promise<readonly string[]>;
  ask(engine: Engine, parameters: Parameters, options: { readonly signal: AbortSignal }): Promise<Answer>;
  /** The same answer when nothing but memory and a moment is needed for it, else `null`: it is drawn with the change. */
  atHand?(engine: Engine, parameters: Parameters): Answer | null;
  /** Reads into memory what the same question of another cohort can be answered from; to be asked once an answer stands. */
  keep?(engine: Engine, parameters: Parameters): Promise<void>;
}
