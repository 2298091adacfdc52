import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { type CohortVariable, cohortVariables } from '@core/cohort/patient-facts';
import type { ResultTable } from '@data/engine/engine';
import cohortCountsSql from './cohort-counts.sql?raw';
import { compileRule } from './compile-cohort';
import type { Question } from './question';
import { fillSlots } from './sql-text';

/** How one rule falls out over all patients of the extract, whatever the other rules say. */
export interface RuleCount {
  readonly variable: CohortVariable;
  readonly met: number;
  readonly notMet: number;
  readonly unknown: number;
}

/** Patients at one level of a variable; `level` is `null` for those in whom it is not known. */
export interface LevelCount {
  readonly level: string | null;
  readonly patients: number;
  readonly inCohort: number;
}

export interface CohortCounts {
  /** The cohort that was counted: on screen it may lag behind the one being edited. */
  readonly cohort: CohortDefinition;
  readonly patients: number;
  readonly inCohort: number;
  /** In the order of the cohort's rules. */
  readonly rules: readonly RuleCount[];
  readonly levels: Readonly<Record<CohortVariable, readonly LevelCount[]>>;
}

/** Counts of a cohort: total, per rule (met / not met / unknown) and per level of every variable. */
export const cohortCounts: Question<CohortDefinition, CohortCounts> = {
  id: 'cohort-counts',
  async ask(engine, cohort, options) {
    const compiled = cohort.rules.map(compileRule);
    const sql = fillSlots(cohortCountsSql, {
      rules: compiled.map(({ sql: rule }, index) => `, ${rule} as rule_${index}`).join(''),
      in_cohort:
        cohort.rules
          .map((rule, index) => `coalesce(rule_${index}, ${rule.unknown === 'include'})`)
          .join(' and ') || 'true',
      rule_counts: compiled
        .map(
          (_, index) => `,
  (count(*) filter (where rule_${index}))::integer as met_${index},
  (count(*) filter (where rule_${index} is null))::integer as unknown_${index}`,
        )
        .join(''),
    });
    const values = compiled.flatMap((rule) => rule.values);
    return readCounts(cohort, await engine.query(sql, { values, question: 'cohort-counts', ...options }));
  },
};

function readCounts(cohort: CohortDefinition, table: ResultTable): CohortCounts {
  const cell = (name: string, row: number) => table.columns[name]?.[row] ?? null;
  const count = (name: string, row: number) => Number(cell(name, row) ?? 0);
  const levels = Object.fromEntries(
    cohortVariables.map((variable) => [variable, [] as LevelCount[]]),
  ) as unknown as Record<CohortVariable, LevelCount[]>;
  let all = -1;
  for (let row = 0; row < table.rowCount; row++) {
    const variable = cell('variable', row);
    if (variable === 'all') {
      all = row;
      continue;
    }
    const level = cell('level', row);
    levels[variable as CohortVariable].push({
      level: level === null ? null : String(level),
      patients: count('patients', row),
      inCohort: count('in_cohort', row),
    });
  }
  const patients = count('patients', all);
  return {
    cohort,
    patients,
    inCohort: count('in_cohort', all),
    rules: cohort.rules.map((rule, index) => {
      const met = count(`met_${index}`, all);
      const unknown = count(`unknown_${index}`, all);
      return { variable: rule.variable, met, notMet: patients - met - unknown, unknown };
    }),
    levels,
  };
}
