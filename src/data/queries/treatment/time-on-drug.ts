import type { DrugTimeRow } from '@core/analyses/time-on-drug';
import { reasonsOfEnd, type TreatmentEnd, treatmentEnds } from '@core/domain/treatment-end';
import type { Question } from '../question';
import { literal } from '../sql-text';
import type { TreatmentQuestion } from './first-line-drugs';
import { firstTkiCourses } from './first-tki-course';

const causeOf = (end: TreatmentEnd) => literal(treatmentEnds.indexOf(end) + 1);

const noEventSql = 'select null::integer as patient_key, null::integer as event_day where false';

/** The place of the group of a reason in `treatmentEnds`, from 1; 0: still on the drug at the last contact. */
const causeSql = `case
      when end_day is null and vital_status <> 'dead' then 0
      when end_day is null then ${causeOf('death')}
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
  ...firstTkiCourses<TreatmentQuestion>('drug-time-rows', () => ({
    firstEvent: noEventSql,
    cause: causeSql,
  })),
};
