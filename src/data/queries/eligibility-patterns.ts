import { type EligibilityTable, eligibilityAnswers } from '@core/analyses/eligibility-funnel';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { responseClasses, responseRank } from '@core/domain/response-class';
import { askCohort } from './ask-cohort';
import eligibilityPatternsSql from './eligibility-patterns.sql?raw';
import type { Question } from './question';
import { literal } from './sql-text';

const deepClasses = responseClasses.filter((one) => responseRank(one) >= responseRank('MR4'));

/** How the steps towards a stop are answered, and by how many patients each combination of answers is given. */
export const eligibilityPatterns: Question<CohortDefinition, EligibilityTable> = {
  id: 'eligibility-patterns',
  ask: (engine, cohort, options) =>
    askCohort(
      engine,
      {
        question: 'eligibility-patterns',
        sql: eligibilityPatternsSql,
        cohort,
        slots: { deep_classes: `(${deepClasses.map((one) => literal(one)).join(', ')})` },
      },
      options,
      (row) => ({
        patients: row.count('patients'),
        answers: Object.fromEntries(
          eligibilityAnswers.map((name) => [name, row.flag(name)]),
        ) as EligibilityTable[number]['answers'],
      }),
    ),
};
