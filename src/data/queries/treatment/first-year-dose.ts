import { type DoseRow, doseStates } from '@core/analyses/first-year-dose';
import { indicatorLimits } from '@core/domain/indicator';
import { tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import { countsOf } from '../cohort/kept-counts';
import type { Question } from '../question';
import { literal } from '../sql-text';
import { tkiLinesOf } from '../tki-lines';
import type { TreatmentQuestion } from './first-line-drugs';
import firstYearDoseSql from './first-year-dose.sql?raw';

/** Doses of the first TKI at its start and a year later. */
export const doseRows: Question<TreatmentQuestion, readonly DoseRow[]> = {
  id: 'dose-rows',
  ...countsOf({
    question: 'dose-rows',
    sql: firstYearDoseSql,
    fill: (_, _others, { keys }) => ({
      slots: { tki: tkiLinesOf(keys), year_days: literal(indicatorLimits.switchDays) },
    }),
    counted: ['patients'],
    read: (row) => ({
      drug: row.code('drug', tkiDrugs) ?? 'imatinib',
      startDoseMg: row.number('start_dose_mg'),
      state: row.code('state', doseStates) ?? 'not_followed',
      yearDoseMg: row.number('year_dose_mg'),
      patients: row.count('patients'),
    }),
  }),
};
