import type { ShownPatients } from '@core/analyses/shown-patients';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { qualityRules } from '@data/contracts/quality-rules';
import { askCohort } from '../ask-cohort';
import type { Question } from '../question';
import cohortWarningsSql from './cohort-warnings.sql?raw';
import { foundByRules } from './found-by-rules';
import { shownSql } from './shown-patients';

export interface WarningsQuestion {
  readonly cohort: CohortDefinition;
  /** `null`: all patients of the cohort. */
  readonly shown: ShownPatients | null;
}

/** Which warnings of the contract touch the patients of a figure. */
export interface CohortWarnings {
  /** Patients that the figure shows. */
  readonly patients: number;
  /** Of them, those with a row that breaks any of the rules. */
  readonly touched: number;
  /** In the order of the contract; rules that none of them breaks are left out. */
  readonly rules: readonly { readonly rule: string; readonly patients: number }[];
}

/** To be asked when the figure stands: the first one of an extract waits for all of its rules to be checked. */
export const cohortWarnings: Question<WarningsQuestion, CohortWarnings> = {
  id: 'cohort-warnings',
  async ask(engine, { cohort, shown }, options) {
    await foundByRules(engine);
    const { entered, known } = await shownSql(engine, shown, options);
    const asked = {
      question: 'cohort-warnings',
      sql: cohortWarningsSql,
      cohort,
      slots: { entered: entered.sql, known },
      before: entered.values,
    };
    const rows = await askCohort(engine, asked, options, (row) => ({
      rule: row.text('rule'),
      patients: row.count('patients'),
    }));
    const byRule = new Map(rows.map(({ rule, patients }) => [rule, patients]));
    return {
      patients: byRule.get('shown') ?? 0,
      touched: byRule.get(null) ?? 0,
      rules: qualityRules.flatMap(({ id }) => {
        const patients = byRule.get(id);
        return patients === undefined ? [] : [{ rule: id, patients }];
      }),
    };
  },
};
