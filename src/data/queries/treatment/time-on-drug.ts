import type { DrugTimeRow } from '@core/analyses/time-on-drug';
import { reasonsOfEnd, type TreatmentEnd, treatmentEnds } from '@core/domain/treatment-end';
import { tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import { askCohort } from '../ask-cohort';
import type { Question } from '../question';
import { literal } from '../sql-text';
import { tkiLinesSql } from '../tki-lines';
import type { TreatmentQuestion } from './first-line-drugs';
import timeOnDrugSql from './time-on-drug.sql?raw';

const causeOf = (end: TreatmentEnd) => literal(treatmentEnds.indexOf(end) + 1);

/** The place of the group of a reason in `treatmentEnds`, from 1. */
const causeSql = `case
      ${Object.entries(reasonsOfEnd)
        .map(
          ([end, reasons]) =>
            `when list_contains(${literal(reasons)}, stop_reason) then ${causeOf(end as TreatmentEnd)}`,
        )
        .join('\n      ')}
      else ${causeOf('other')}
    end`;

/** Times on the first TKI by drug and by why it ended. */
export const drugTimeRows: Question<TreatmentQuestion, readonly DrugTimeRow[]> = {
  id: 'drug-time-rows',
  ask: (engine, { cohort }, options) =>
    askCohort(
      engine,
      {
        question: 'drug-time-rows',
        sql: timeOnDrugSql,
        cohort,
        slots: { tki: tkiLinesSql, cause: causeSql, death: causeOf('death') },
      },
      options,
      (row) => ({
        drug: row.code('drug', tkiDrugs) ?? 'imatinib',
        entry: row.number('entry'),
        day: row.count('day'),
        cause: row.count('cause'),
        patients: row.count('patients'),
      }),
    ),
};
