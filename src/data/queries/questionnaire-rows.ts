import { groupLevels } from '@core/analyses/group-variable';
import {
  type QuestionnaireGroup,
  type QuestionnaireRow,
  treatmentPhases,
} from '@core/analyses/questionnaire-scores';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { daysPerYear } from '@core/domain/calendar';
import {
  type QuestionnaireScaleId,
  questionnaireScales,
  questionnaireWindowDays,
  questionnaireYears,
} from '@core/domain/questionnaire';
import { countsOf } from './cohort/kept-counts';
import { groupLevelSql } from './group-level';
import type { Question } from './question';
import questionnaireRowsSql from './questionnaire-rows.sql?raw';
import { literal } from './sql-text';
import { tkiLinesOf } from './tki-lines';

export interface QuestionnaireQuestion {
  readonly cohort: CohortDefinition;
  readonly scale: QuestionnaireScaleId;
  readonly groupBy: QuestionnaireGroup | null;
}

const phaseSql = "case when takes_tki then 'on_tki' else 'off_tki' end";

/** The answer nearest to each year since the first TKI, at most half a year from it, and who gave none. */
export const questionnaireRows: Question<QuestionnaireQuestion, readonly QuestionnaireRow[]> = {
  id: 'questionnaire-rows',
  ...countsOf({
    question: 'questionnaire-rows',
    sql: questionnaireRowsSql,
    throughSamples: () => true,
    codes: { level: ['all', ...groupLevels.first_line, ...treatmentPhases] },
    fill: (_, { scale, groupBy }, { keys }) => {
      const { instrument, scale: name } = questionnaireScales[scale];
      return {
        slots: {
          instrument: literal(instrument),
          scale: literal(name),
          level: groupBy === 'phase' ? phaseSql : groupLevelSql(groupBy),
          tki: tkiLinesOf(keys),
          years: literal(questionnaireYears),
          year_days: literal(daysPerYear),
          window_days: literal(questionnaireWindowDays),
        },
      };
    },
    counted: ['patients'],
    read: (row) => ({
      level: row.text('level'),
      year: row.count('year'),
      score: row.number('score'),
      patients: row.count('patients'),
    }),
  }),
};
