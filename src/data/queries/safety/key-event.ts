import type { KeyEventRow } from '@core/analyses/key-adverse-event';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { type KeyAdverseEvent, keyAdverseEvents } from '@core/domain/adverse-event';
import type { Question } from '../question';
import { fillSlots, literal } from '../sql-text';
import { firstTkiCourses } from '../treatment/first-tki-course';
import firstEventSql from './first-event.sql?raw';

interface KeyEventQuestion {
  readonly cohort: CohortDefinition;
  readonly event: KeyAdverseEvent;
}

const causeSql = `case
      when event_day is not null then 1
      when end_day is not null or vital_status = 'dead' then 2
      else 0
    end`;

/** Times to the first event of a kind on the first TKI. */
export const keyEventRows: Question<KeyEventQuestion, readonly KeyEventRow[]> = {
  id: 'key-event-rows',
  ...firstTkiCourses<KeyEventQuestion>('key-event-rows', ({ event }) => ({
    firstEvent: fillSlots(firstEventSql, { terms: literal(keyAdverseEvents[event]) }),
    cause: causeSql,
  })),
};
