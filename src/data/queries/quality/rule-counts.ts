import type { ExtractTableName } from '@core/domain/extract-tables';
import type { QualityCounts } from '@core/domain/rule-count';
import type { Question } from '../question';
import { checkRules } from './check-rules';

/** What every rule of the contract finds in the open extract; the rules that refuse an extract were checked at its opening. */
export const ruleCounts: Question<{ readonly present: readonly ExtractTableName[] }, QualityCounts> = {
  id: 'rule-counts',
  ofAllSamples: true,
  ask: (engine, { present }, { signal }) => checkRules(engine, { present: new Set(present), signal }),
};
