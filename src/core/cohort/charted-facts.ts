import type { FactId } from './fact-vocabulary';

/** Facts that the explorer shows from the start, in its order; a reader may add any other. */
export const chartedFacts: readonly FactId[] = [
  'phase',
  'sex',
  'age',
  'transcript',
  'elts',
  'diagnosis_year',
  'first_line_drug',
  'tki_lines',
  'response_3m',
  'response_6m',
  'response_12m',
  'follow_up_years',
  'centre',
];
