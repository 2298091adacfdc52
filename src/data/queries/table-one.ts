import {
  categoryRow,
  numberRowSteps,
  type TableOne,
  type TableOneRow,
  tableOneOf,
} from '@core/analyses/table-one';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { FactId } from '@core/cohort/fact-vocabulary';
import type { OverlapGroup } from '@core/cohort/overlap';
import { Breath } from './cohort/breath';
import { cohortIndex } from './cohort/cohort-index';
import { overlay } from './cohort-overlap';
import { factStatements } from './fact-statements';
import type { Question } from './question';

export interface TableOneQuestion {
  readonly cohorts: readonly CohortDefinition[];
  /** A last group of those who are in none of the cohorts. */
  readonly withRest: boolean;
  readonly facts: readonly FactId[];
  readonly tests: boolean;
}

/** The table and what disclosure control needs to know of its groups. */
export interface TableOneAnswer {
  readonly question: TableOneQuestion;
  readonly table: TableOne;
  readonly groups: readonly OverlapGroup[];
  /** Patients per set of cohorts, as `OverlapCounts` has them. */
  readonly counts: readonly number[];
}

/** Baseline characteristics of some cohorts beside each other. The page draws and takes input in between. */
export const tableOne: Question<TableOneQuestion, TableOneAnswer> = {
  id: 'table-one',
  statements: ({ cohorts, facts, withRest }, tableOf) =>
    factStatements(facts, { tables: cohorts.map(tableOf), withRest }),
  async ask(engine, question, { signal }) {
    const { cohorts, withRest, facts, tests } = question;
    const { overlap } = await overlay(engine, cohorts, { signal });
    const groups: OverlapGroup[] = [...cohorts.keys(), ...(withRest ? ['rest' as const] : [])];
    const compared = { overlap, groups, tests };
    const rows: TableOneRow[] = [];
    const breath = new Breath({ signal });
    for (const fact of facts) {
      const column = await cohortIndex(engine).column(fact);
      await breath.pause();
      if (column.kind === 'category') {
        rows.push(categoryRow(column.fact, column.levels, column.coded.codes, compared));
        continue;
      }
      rows.push(await breath.through(numberRowSteps(column.fact, column.values, compared)));
    }
    return { question, table: { ...tableOneOf(compared), rows }, groups, counts: overlap.counts };
  },
};
