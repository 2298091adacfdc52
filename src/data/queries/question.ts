import type { Engine } from '@data/engine/engine';

/** One question to the open extract: what it needs, what comes back. Its `id` names the cached answer. */
export interface Question<Parameters, Answer> {
  readonly id: string;
  ask(engine: Engine, parameters: Parameters, options: { readonly signal: AbortSignal }): Promise<Answer>;
}
