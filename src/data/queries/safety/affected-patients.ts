import type { RatedClass } from '@core/analyses/adverse-event-rates';
import type { AffectedPatients } from '@core/analyses/measured-figure';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { adverseEventGrades, severeGrade, termsOf } from '@core/domain/adverse-event';
import { tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import { askCohort } from '../ask-cohort';
import type { Question } from '../question';
import { literal } from '../sql-text';
import affectedPatientsSql from './affected-patients.sql?raw';
import { observedLinesOf } from './observed-line';

interface AffectedQuestion {
  readonly cohort: CohortDefinition;
  readonly rated: RatedClass;
}

/** Patients with an adverse event of one class on each drug: rates rest on them, not on their events, which are the same ones. */
export const affectedPatients: Question<AffectedQuestion, readonly AffectedPatients[]> = {
  id: 'affected-patients',
  async ask(engine, { cohort, rated }, options) {
    const rows = await askCohort(
      engine,
      {
        question: 'affected-patients',
        sql: affectedPatientsSql,
        cohort,
        slots: {
          observed: observedLinesOf(),
          severe_grade: literal(severeGrade),
          grades: adverseEventGrades.join(', '),
          terms: termsSql(rated),
        },
      },
      options,
      (row) => ({
        drug: row.code('drug', tkiDrugs),
        affected: row.count('affected'),
        severe: row.count('severe'),
      }),
    );
    return rows.flatMap(({ drug, ...row }) => (drug === null ? [] : [{ ...row, drug }]));
  },
};

function termsSql(rated: RatedClass): string {
  if (rated === 'all') return 'true';
  const known = `coalesce(list_contains(${literal(termsOf(rated))}, term::varchar), false)`;
  return rated === 'unclassified' ? `not ${known}` : known;
}
