import type { FirstLineRow } from '@core/analyses/first-line-drugs';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import { countsOf } from '../cohort/kept-counts';
import type { Question } from '../question';
import { tkiLinesOf } from '../tki-lines';
import firstLineDrugsSql from './first-line-drugs.sql?raw';

export interface TreatmentQuestion {
  readonly cohort: CohortDefinition;
}

/** First TKIs by year, drug and whether a generic was dispensed. */
export const firstLineDrugRows: Question<TreatmentQuestion, readonly FirstLineRow[]> = {
  id: 'first-line-drug-rows',
  ...countsOf({
    question: 'first-line-drug-rows',
    sql: firstLineDrugsSql,
    fill: (_, _others, { keys }) => ({ slots: { tki: tkiLinesOf(keys) } }),
    counted: ['patients'],
    read: (row) => ({
      year: row.count('year'),
      drug: row.code('drug', tkiDrugs) ?? 'imatinib',
      generic: row.flag('generic'),
      patients: row.count('patients'),
    }),
  }),
};
