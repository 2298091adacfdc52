import type { LateEntryRow } from '@core/analyses/late-entry-incidence';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { type TkiDrug, tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import type { Engine } from '@data/engine/engine';
import { askCohort } from '../ask-cohort';
import { observedLinesSql } from '../safety/observed-line';
import firstTkiCourseSql from './first-tki-course.sql?raw';

interface Course {
  /** The name of the question. */
  readonly question: string;
  readonly cohort: CohortDefinition;
  /** `patient_key` and `event_day` of what ends the time on the drug before its own end, as SQL. */
  readonly firstEvent: string;
  /** Why it ended, as SQL: 0 is the last contact. */
  readonly cause: string;
}

/** Times on the first TKI by drug, entry and cause of the end. */
export function askFirstTkiCourse(
  engine: Engine,
  { question, cohort, firstEvent, cause }: Course,
  options: { readonly signal: AbortSignal },
): Promise<readonly (LateEntryRow & { readonly drug: TkiDrug })[]> {
  const slots = { observed: observedLinesSql, first_event: firstEvent, cause };
  return askCohort(engine, { question, sql: firstTkiCourseSql, cohort, slots }, options, (row) => ({
    drug: row.code('drug', tkiDrugs) ?? 'imatinib',
    entry: row.number('entry'),
    day: row.count('day'),
    cause: row.count('cause'),
    patients: row.count('patients'),
  }));
}
