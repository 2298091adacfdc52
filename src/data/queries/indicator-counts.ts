import type { IndicatorGroup, IndicatorRow, IndicatorTable } from '@core/analyses/indicator-trend';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { type IndicatorId, indicators } from '@core/domain/indicator';
import { answerOf, countsOf } from './cohort/kept-counts';
import { groupLevelSql } from './group-level';
import indicatorCountsSql from './indicator-counts.sql?raw';
import { indicatorSql } from './indicator-sql';
import { readyWaits } from './monitoring/ready-waits';
import type { Question } from './question';
import { fillSlots } from './sql-text';
import { tkiLinesOf } from './tki-lines';

export interface IndicatorQuestion {
  readonly cohort: CohortDefinition;
  readonly indicator: IndicatorId;
  /** `null`: all together. */
  readonly groupBy: IndicatorGroup | 'centre' | null;
  /** A second split, for the case mix of a group; `null`: none. */
  readonly stratum: 'elts' | null;
}

/** Units of an indicator by year and group: how many there are, how many meet it, and how many cannot be assessed. */
export const indicatorCounts: Question<IndicatorQuestion, IndicatorTable> = {
  id: 'indicator-counts',
  ...answerOf(
    countsOf<IndicatorQuestion, IndicatorRow>({
      question: 'indicator-counts',
      sql: indicatorCountsSql,
      throughSamples: ({ indicator }) =>
        indicators[indicator].unit === 'sample' || looksAt('intervals', indicator),
      async fill(engine, { indicator, groupBy, stratum }, { keys, ...options }) {
        const units = fillSlots(indicatorSql[indicator], {
          ...(looksAt('tki', indicator) ? { tki: tkiLinesOf(keys) } : {}),
          ...(looksAt('intervals', indicator) ? { intervals: await readyWaits(engine, options) } : {}),
        });
        return {
          slots: {
            units,
            level: levelOf(groupBy),
            stratum: stratum === null ? "'all'" : stratum,
          },
        };
      },
      split: {
        by: ({ groupBy, stratum }) => ({ level: groupBy, stratum }),
        none: { groupBy: null, stratum: null },
      },
      constant: ['level', 'stratum'],
      counted: ['units', 'met', 'unknown', 'patients'],
      read: (row) => ({
        year: row.number('year'),
        level: row.text('level'),
        stratum: row.text('stratum'),
        units: row.count('units'),
        met: row.count('met'),
        unknown: row.count('unknown'),
        patients: row.count('patients'),
      }),
    }),
    (rows, { indicator }) => ({ indicator, rows }),
  ),
};

const looksAt = (slot: 'tki' | 'intervals', indicator: IndicatorId): boolean =>
  indicatorSql[indicator].includes(`{{${slot}}}`);

function levelOf(groupBy: IndicatorQuestion['groupBy']): string {
  return groupBy === 'centre' || groupBy === 'centre_type' ? groupBy : groupLevelSql(groupBy);
}
