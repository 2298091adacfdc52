import type { DepthMoves } from '@core/analyses/depth-occupation';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { type CurrentMonths, currentDays, depthExclusions, depthStates } from '@core/cohort/depth-course';
import { responseRank } from '@core/domain/response-class';
import { atypicalTranscripts } from '@core/domain/transcript';
import { askCohort } from './ask-cohort';
import depthMovesSql from './depth-moves.sql?raw';
import { tkiLines } from './derived/derive-tables';
import { responseRankSql } from './derived/response-sql';
import type { Question } from './question';
import { literal } from './sql-text';

export interface DepthQuestion {
  readonly cohort: CohortDefinition;
  /** How long a test stands for its patient. */
  readonly currentMonths: CurrentMonths;
}

const state = (name: (typeof depthStates)[number]) => literal(depthStates.indexOf(name));

/** Moves between the depths of response since the first TKI, counted per day. */
export const depthMoves: Question<DepthQuestion, DepthMoves> = {
  id: 'depth-moves',
  async ask(engine, { cohort, currentMonths }, options) {
    const slots = {
      atypical_transcripts: literal(atypicalTranscripts),
      class_rank: responseRankSql,
      mmr_rank: literal(responseRank('MMR')),
      tki_line: tkiLines,
      current_days: literal(currentDays(currentMonths)),
      dead: state('dead'),
      off_tki: state('off_tki'),
      not_assessed: state('not_assessed'),
    };
    const rows = await askCohort(
      engine,
      { question: 'depth-moves', sql: depthMovesSql, cohort, slots },
      options,
      (row) => ({
        reason: row.code('reason', depthExclusions),
        day: row.number('day') ?? 0,
        from: row.number('from_state') ?? -1,
        to: row.number('to_state') ?? -1,
        patients: row.count('patients'),
      }),
    );
    return {
      currentMonths,
      moves: rows.flatMap(({ reason, ...move }) => (reason === null ? [move] : [])),
      excluded: rows.flatMap(({ reason, patients }) => (reason === null ? [] : [{ reason, patients }])),
    };
  },
};
