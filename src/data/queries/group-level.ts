import type { CurveGroup, GroupVariable } from '@core/analyses/group-variable';
import { identifier } from './sql-text';

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

/**
 * The level of one patient as SQL over `patient_fact` (and `molecular_recurrence` for `tki_duration`): `null` when it is
 * not known, `'all'` without groups.
 */
export function groupLevelSql(groupBy: CurveGroup | null): string {
  if (groupBy === null) return "'all'";
  // The milestones are facts of the same name, with the same levels.
  return groupBy in levelSql ? levelSql[groupBy as GroupVariable] : identifier(groupBy);
}
