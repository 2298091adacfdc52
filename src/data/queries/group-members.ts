import type { CurveGroup } from '@core/analyses/group-variable';
import type { GroupMember } from '@core/analyses/patient-turnover';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { type PatientLevel, patientLevel } from '@core/disclosure/patient-level';
import { askCohort } from './ask-cohort';
import { groupLevelSql } from './group-level';
import groupMembersSql from './group-members.sql?raw';
import type { Question } from './question';

/** What the patients of an export may be split by. */
export type MemberGroup = CurveGroup | 'first_tki';

export interface MembersQuestion {
  readonly cohort: CohortDefinition;
  /** `null`: one group, `all`. */
  readonly groupBy: MemberGroup | null;
}

/** The patients of a cohort and their groups: to compare sets of patients in memory, never to be shown. */
export const groupMembers: Question<MembersQuestion, PatientLevel<readonly GroupMember[]>> = {
  id: 'group-members',
  async ask(engine, { cohort, groupBy }, options) {
    const level = groupBy === 'first_tki' ? 'first_tki' : groupLevelSql(groupBy);
    const members = await askCohort(
      engine,
      { question: 'group-members', sql: groupMembersSql, cohort, slots: { level } },
      options,
      (row): GroupMember => ({
        key: row.count('patient_key'),
        pseudonym: row.text('patient_id') ?? '',
        level: row.text('level'),
      }),
    );
    return patientLevel(members);
  },
};
