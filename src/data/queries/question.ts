import type { Engine } from '@data/engine/engine';

/** One question to the open extract: what it needs, what comes back. Its `id` names the cached answer. */
export interface Question<Parameters, Answer> {
  readonly id: string;
  /** Asks of all samples, whatever use of them is chosen: a question about the extract, not about patients. */
  readonly ofAllSamples?: true;
  /** What stands for its statements where the page counts by itself: the same counts, asked of the table `cohort`. */
  readonly statements?: (parameters: Parameters) => readonly string[];
  ask(engine: Engine, parameters: Parameters, options: { readonly signal: AbortSignal }): Promise<Answer>;
  /** The same answer when nothing but memory and a moment is needed for it, else `null`: it is drawn with the change. */
  atHand?(engine: Engine, parameters: Parameters): Answer | null;
}
