import { type PathwayRow, pathwayEnds, pathwayLines } from '@core/analyses/treatment-pathways';
import { lineStopReasons } from '@core/domain/extract-tables';
import { tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import { countsOf } from '../cohort/kept-counts';
import type { Question } from '../question';
import { literal } from '../sql-text';
import { tkiLinesOf } from '../tki-lines';
import type { TreatmentQuestion } from './first-line-drugs';
import treatmentPathwaysSql from './treatment-pathways.sql?raw';

/** Steps from one line of TKI to the next, or to an end, by reason. */
export const treatmentPathwayRows: Question<TreatmentQuestion, readonly PathwayRow[]> = {
  id: 'treatment-pathway-rows',
  ...countsOf({
    question: 'treatment-pathway-rows',
    sql: treatmentPathwaysSql,
    fill: (_, _others, { keys }) => ({ slots: { tki: tkiLinesOf(keys), lines: literal(pathwayLines) } }),
    counted: ['patients'],
    read: (row) => ({
      line: row.count('line'),
      from: row.code('drug_from', tkiDrugs) ?? 'imatinib',
      reason: row.code('reason', lineStopReasons),
      to: row.code('drug_to', [...tkiDrugs, ...pathwayEnds]) ?? 'stopped',
      patients: row.count('patients'),
    }),
  }),
};
