import type { QualityCounts } from '@core/domain/rule-count';
import type { Question } from '../question';
import { foundByRules } from './found-by-rules';

/** What every rule of the contract finds in the open extract; the rules that refuse an extract were checked at its opening. */
export const ruleCounts: Question<null, QualityCounts> = {
  id: 'rule-counts',
  ofAllSamples: true,
  ask: (engine) => foundByRules(engine),
};
