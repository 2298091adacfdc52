import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { FieldReader } from '@core/cohort/json-field';
import type { Engine } from '@data/engine/engine';

/** An analysis as a file asks for it: how its choices are read, and how it is computed, by what the page computes with. */
export interface Analysis<Choices> {
  /** Reads the choices; `analysis` is read already. Throws a `JsonFaultError` on what it is not. */
  readonly read: (field: FieldReader) => Choices;
  /** The very object that the figure of the page is drawn from. */
  readonly run: (engine: Engine, cohort: CohortDefinition, choices: Choices) => Promise<object>;
}

/** An analysis with its choices, ready to be run on a cohort. */
export interface AskedAnalysis {
  readonly name: string;
  readonly choices: object;
  readonly run: (engine: Engine, cohort: CohortDefinition) => Promise<object>;
}

/** Binds the choices of one entry of a file; the name of each analysis and of each choice is in the answer again. */
export function askedAnalysis<Choices extends object>(
  name: string,
  analysis: Analysis<Choices>,
  field: FieldReader,
): AskedAnalysis {
  const choices = analysis.read(field);
  return { name, choices, run: (engine, cohort) => analysis.run(engine, cohort, choices) };
}
