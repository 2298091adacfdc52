import type { LateEntryRow } from '@core/analyses/late-entry-incidence';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { type TkiDrug, tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import { countsOf } from '../cohort/kept-counts';
import { observedLinesOf } from '../safety/observed-line';
import firstTkiCourseSql from './first-tki-course.sql?raw';

interface Course {
  /** `patient_key` and `event_day` of what ends the time on the drug before its own end, as SQL. */
  readonly firstEvent: string;
  /** Why it ended, as SQL: 0 is the last contact. */
  readonly cause: string;
}

type CourseRow = LateEntryRow & { readonly drug: TkiDrug };

/** Times on the first TKI by drug, entry and cause of the end. */
export const firstTkiCourses = <Parameters extends { readonly cohort: CohortDefinition }>(
  question: string,
  courseOf: (parameters: Omit<Parameters, 'cohort'>) => Course,
) =>
  countsOf<Parameters, CourseRow>({
    question,
    sql: firstTkiCourseSql,
    fill(_, parameters, { keys }) {
      const { firstEvent, cause } = courseOf(parameters);
      return { slots: { observed: observedLinesOf(keys), first_event: firstEvent, cause } };
    },
    counted: ['patients'],
    read: (row) => ({
      drug: row.code('drug', tkiDrugs) ?? 'imatinib',
      entry: row.number('entry'),
      day: row.count('day'),
      cause: row.count('cause'),
      patients: row.count('patients'),
    }),
  });
