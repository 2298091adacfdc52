import { type EligibilityTable, eligibilityAnswers } from '@core/analyses/eligibility-funnel';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { responseClasses, responseRank } from '@core/domain/response-class';
import { readyCohort } from './cohort/ready-cohort';
import eligibilityPatternsSql from './eligibility-patterns.sql?raw';
import type { Question } from './question';
import { fillSlots, literal } from './sql-text';

const deepClasses = responseClasses.filter((one) => responseRank(one) >= responseRank('MR4'));

/** How the steps towards a stop are answered, and by how many patients each combination of answers is given. */
export const eligibilityPatterns: Question<CohortDefinition, EligibilityTable> = {
  id: 'eligibility-patterns',
  async ask(engine, definition, options) {
    const { facts, member } = await readyCohort(engine, definition, options);
    const sql = fillSlots(eligibilityPatternsSql, {
      facts,
      cohort: member.sql,
      deep_classes: `(${deepClasses.map((one) => literal(one)).join(', ')})`,
    });
    const { rowCount, columns } = await engine.query(sql, {
      values: member.values,
      question: 'eligibility-patterns',
      ...options,
    });
    return Array.from({ length: rowCount }, (_, row) => ({
      patients: Number(columns.patients?.[row]),
      answers: Object.fromEntries(
        eligibilityAnswers.map((name) => {
          const cell = columns[name]?.[row] ?? null;
          return [name, cell === null ? null : Boolean(cell)];
        }),
      ) as EligibilityTable[number]['answers'],
    }));
  },
};
