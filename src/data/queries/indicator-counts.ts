import type { GroupVariable } from '@core/analyses/group-variable';
import type { IndicatorTable } from '@core/analyses/indicator-trend';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { IndicatorId } from '@core/domain/indicator';
import { readyCohort } from './cohort/ready-cohort';
import { groupLevelSql } from './group-level';
import indicatorCountsSql from './indicator-counts.sql?raw';
import { indicatorSql } from './indicator-sql';
import type { Question } from './question';
import { fillSlots } from './sql-text';

/** What the units of an indicator are split by beside the year: known at the start of treatment, or the centre. */
export type IndicatorGroup = Exclude<GroupVariable, 'tki_duration'> | 'centre' | 'centre_type';

export interface IndicatorQuestion {
  readonly cohort: CohortDefinition;
  readonly indicator: IndicatorId;
  /** `null`: all together. */
  readonly groupBy: IndicatorGroup | null;
  /** A second split, for the case mix of a group; `null`: none. */
  readonly stratum: 'elts' | null;
}

/** Units of an indicator by year and group: how many there are, how many meet it, and how many cannot be assessed. */
export const indicatorCounts: Question<IndicatorQuestion, IndicatorTable> = {
  id: 'indicator-counts',
  async ask(engine, { cohort: definition, indicator, groupBy, stratum }, options) {
    const { facts, member } = await readyCohort(engine, definition, options);
    const sql = fillSlots(indicatorCountsSql, {
      facts,
      cohort: member.sql,
      units: indicatorSql[indicator],
      level: levelOf(groupBy),
      stratum: stratum === null ? "'all'" : stratum,
    });
    const { rowCount, columns } = await engine.query(sql, {
      values: member.values,
      question: 'indicator-counts',
      ...options,
    });
    const text = (name: string, row: number) => {
      const cell = columns[name]?.[row] ?? null;
      return cell === null ? null : String(cell);
    };
    const count = (name: string, row: number) => Number(columns[name]?.[row]);
    return {
      indicator,
      rows: Array.from({ length: rowCount }, (_, row) => {
        const year = columns.year?.[row] ?? null;
        return {
          year: year === null ? null : Number(year),
          level: text('level', row),
          stratum: text('stratum', row),
          units: count('units', row),
          met: count('met', row),
          unknown: count('unknown', row),
          patients: count('patients', row),
        };
      }),
    };
  },
};

function levelOf(groupBy: IndicatorGroup | null): string {
  return groupBy === 'centre' || groupBy === 'centre_type' ? groupBy : groupLevelSql(groupBy);
}
