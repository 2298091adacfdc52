import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { fillSlots } from '../sql-text';
import attritionSql from './attrition-statement.sql?raw';
import { inline, standAlone } from './lone-cohort';

/** The attrition of a cohort as one statement: what the page counts in its memory, to be read and run by hand. */
export function attritionStatement(cohort: CohortDefinition): string {
  const { verdicts, facts, index, rules } = standAlone(cohort);
  const steps = [{ met: index, keeps: false }].concat(
    rules.map((met, at) => ({ met, keeps: cohort.rules[at]?.unknown === 'include' })),
  );
  return fillSlots(attritionSql, {
    verdicts,
    steps: steps
      .map(({ met, keeps }, step) => `\n    {step: ${step}, met: ${inline(met)}, keeps_unknown: ${keeps}}`)
      .join(','),
    facts,
  }).trim();
}
