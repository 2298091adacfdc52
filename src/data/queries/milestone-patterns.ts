import {
  type MilestoneGroup,
  type MilestonePattern,
  type MilestoneState,
  type MilestoneTable,
  notAssessedReasons,
} from '@core/analyses/milestones';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { daysPerMonth } from '@core/domain/calendar';
import type { AssessedGuidelineId } from '@core/domain/guideline';
import { milestoneVerdicts, milestoneWindows } from '@core/domain/milestone';
import { atypicalTranscripts } from '@core/domain/transcript';
import { askCohort } from './ask-cohort';
import { milestoneFacts } from './derived/eligibility-sql';
import milestonePatternsSql from './milestone-patterns.sql?raw';
import type { Question } from './question';
import { identifier, literal, real } from './sql-text';

export interface MilestonePatternsQuestion {
  readonly cohort: CohortDefinition;
  readonly guideline: AssessedGuidelineId;
  readonly groupBy: MilestoneGroup;
}

/** Patients by their verdicts at the three milestones of one version of the guideline, by first TKI or by centre. */
export const milestonePatterns: Question<MilestonePatternsQuestion, MilestoneTable> = {
  id: 'milestone-patterns',
  async ask(engine, { cohort, guideline, groupBy }, options) {
    const judged = milestoneWindows.map(({ month, fromMonth }, place) => [
      `state_${month}m`,
      stateSql(milestoneFacts[guideline][place] ?? '', fromMonth),
    ]);
    const slots = {
      level: identifier(groupBy),
      days_per_month: real(daysPerMonth),
      atypical_transcripts: literal(atypicalTranscripts),
      ...Object.fromEntries(judged),
    };
    const rows = await askCohort(
      engine,
      { question: 'milestone-patterns', sql: milestonePatternsSql, cohort, slots },
      options,
      (row) => ({
        level: row.text('level'),
        at: milestoneWindows.map(({ month }) => row.code(`state_${month}m`, states)),
        patients: row.count('patients'),
      }),
    );
    const patterns: MilestonePattern[] = [];
    let withoutTki = 0;
    for (const { level, at, patients } of rows) {
      const [at3, at6, at12] = at;
      if (at3 == null || at6 == null || at12 == null) withoutTki += patients;
      else patterns.push({ level, states: { 3: at3, 6: at6, 12: at12 }, patients });
    }
    return { guideline, groupBy, patterns, withoutTki };
  },
};

/** The verdict of a patient with a TKI, or the first reason that there is none. */
function stateSql(fact: string, fromMonth: number): string {
  return `case
      when not treated then null
      when is_atypical then 'atypical_transcript'
      when ${identifier(fact)} is not null then ${identifier(fact)}
      when followed_months < ${real(fromMonth)} then 'not_followed'
      else 'no_sample'
    end`;
}

const states: readonly MilestoneState[] = [...milestoneVerdicts, ...notAssessedReasons];
