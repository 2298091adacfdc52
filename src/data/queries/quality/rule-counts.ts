import type { ExtractTableName } from '@core/domain/extract-tables';
import type { QualityCounts } from '@core/domain/rule-count';
import { qualityRules } from '@data/contracts/quality-rules';
import type { Question } from '../question';
import { type RuleSplit, ruleStatements } from './check-rules';
import { foundByRules } from './found-by-rules';

/** What every rule of the contract finds in the open extract; the rules that refuse an extract were checked at its opening. */
export const ruleCounts: Question<null, QualityCounts> = {
  id: 'rule-counts',
  ofAllSamples: true,
  ask: (engine) => foundByRules(engine),
};

/** The same with its statements: of the rules that an extract of these tables can be judged by, by a part of the patients. */
export const ruleCountsBy = (
  split: RuleSplit,
  has: (table: ExtractTableName) => boolean,
): Question<null, QualityCounts> => ({
  ...ruleCounts,
  statements: () =>
    ruleStatements(
      qualityRules.filter(({ reads }) => reads.every(has)),
      split,
    ),
});
