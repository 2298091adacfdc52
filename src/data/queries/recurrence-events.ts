import type { GroupVariable } from '@core/analyses/group-variable';
import type { EventTable } from '@core/analyses/treatment-free-remission';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { readyCohort } from './cohort/ready-cohort';
import type { Question } from './question';
import recurrenceEventsSql from './recurrence-events.sql?raw';
import { fillSlots } from './sql-text';

const levelSql: Readonly<Record<GroupVariable, string>> = {
  sex: 'sex',
  age_at_diagnosis: "case when age < 50 then '<50' when age < 65 then '50-64' when age >= 65 then '>=65' end",
  transcript: `case
    when transcript in ('e13a2', 'e14a2', 'e13a2+e14a2') then transcript
    when transcript is not null then 'atypical'
  end`,
  elts: 'elts',
  first_line: `case
    when first_line_drug = 'imatinib' then 'imatinib'
    when first_line_drug in ('dasatinib', 'nilotinib', 'bosutinib', 'ponatinib', 'asciminib') then 'second_generation'
    when first_line_drug in ('imatinib+interferon', 'second_generation+interferon') then 'interferon_combination'
    when first_line_drug is not null then 'other'
  end`,
  tki_duration: `case
    when tki_years_before_stop < 5 then '<5'
    when tki_years_before_stop < 8 then '5-8'
    when tki_years_before_stop >= 8 then '>=8'
  end`,
  diagnosis_period: `case
    when diagnosis_year < 2010 then '<2010'
    when diagnosis_year < 2015 then '2010-2014'
    when diagnosis_year >= 2015 then '>=2015'
  end`,
};

export interface RecurrenceQuestion {
  readonly cohort: CohortDefinition;
  /** `null`: one curve for everybody. */
  readonly groupBy: GroupVariable | null;
}

/** Events and censorings of molecular-recurrence-free survival per group and day since the first stop. */
export const recurrenceEvents: Question<RecurrenceQuestion, EventTable> = {
  id: 'recurrence-events',
  async ask(engine, { cohort: definition, groupBy }, options) {
    const { facts, member } = await readyCohort(engine, definition, options);
    const sql = fillSlots(recurrenceEventsSql, {
      facts,
      cohort: member.sql,
      level: groupBy === null ? "'all'" : levelSql[groupBy],
    });
    const { rowCount, columns } = await engine.query(sql, {
      values: member.values,
      question: 'recurrence-events',
      ...options,
    });
    const rows = Array.from({ length: rowCount }, (_, row) => {
      const level = columns.level?.[row] ?? null;
      const day = columns.day?.[row] ?? null;
      return {
        level: level === null ? null : String(level),
        day: day === null ? null : Number(day),
        events: Number(columns.events?.[row]),
        censored: Number(columns.censored?.[row]),
        beforeInclusion: Number(columns.before_inclusion?.[row]),
      };
    });
    return { groupBy, rows };
  },
};
