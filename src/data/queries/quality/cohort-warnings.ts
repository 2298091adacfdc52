import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { qualityRules } from '@data/contracts/quality-rules';
import { askCohort } from '../ask-cohort';
import type { Question } from '../question';
import cohortWarningsSql from './cohort-warnings.sql?raw';
import { foundByRules } from './found-by-rules';

/** Which warnings of the contract touch the patients of a cohort. */
export interface CohortWarnings {
  /** Patients with a row that breaks any of the rules. */
  readonly touched: number;
  /** In the order of the contract; rules that nobody of the cohort breaks are left out. */
  readonly rules: readonly { readonly rule: string; readonly patients: number }[];
}

/** To be asked when the figure stands: the first one of an extract waits for all of its rules to be checked. */
export const cohortWarnings: Question<CohortDefinition, CohortWarnings> = {
  id: 'cohort-warnings',
  async ask(engine, cohort, options) {
    await foundByRules(engine);
    const asked = { question: 'cohort-warnings', sql: cohortWarningsSql, cohort, slots: {} };
    const rows = await askCohort(engine, asked, options, (row) => ({
      rule: row.text('rule'),
      patients: row.count('patients'),
    }));
    const byRule = new Map(rows.map(({ rule, patients }) => [rule, patients]));
    return {
      touched: byRule.get(null) ?? 0,
      rules: qualityRules.flatMap(({ id }) => {
        const patients = byRule.get(id);
        return patients === undefined ? [] : [{ rule: id, patients }];
      }),
    };
  },
};
