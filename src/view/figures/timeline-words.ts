import type { TimelineEvent } from '@core/cohort/patient-timeline';
import { monthsFromDays } from '@core/domain/calendar';
import { eventCode } from '@language/code-name';
import { eventDetails, eventHeadline, eventKind } from '@language/patient-event-text';
import type { Words } from '@language/use-words';
import type { PatientTimelineWords } from '@view/charts/timeline-scene';

/** Months with one decimal, as the axis counts them. */
export const monthText = (words: Words, day: number, originDay: number): string =>
  words.number(monthsFromDays(day - originDay), { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** An event as it is read aloud: when, what, and everything else that its row says. */
export function eventReading(words: Words, event: TimelineEvent, originDay: number): string {
  const month = monthText(words, event.day, originDay);
  const when =
    event.endDay === null
      ? words.say('patients.at', { month })
      : words.say('patients.fromTo', { month, end: monthText(words, event.endDay, originDay) });
  const what = [eventKind(words, event), eventHeadline(words, event), eventDetails(words, event)];
  return words.say('patients.reading', { when, what: what.filter((part) => part !== '').join(' · ') });
}

/** The words of the picture of one patient. */
export function timelineWords(
  words: Words,
  origin: 'diagnosis' | 'first_tki',
  originDay: number,
): PatientTimelineWords {
  return {
    number: words.number,
    percent: words.percent,
    x: words.say(`patients.x.${origin}`),
    y: words.say('patients.y'),
    inevaluable: words.say('patients.lane.inevaluable'),
    beforeInclusion: words.say('patients.beforeInclusion'),
    depth: (id) => words.name('response', id),
    lane: (lane) => words.say(`patients.lane.${lane}`),
    drug: (drug) => eventCode(words, 'treatment_line', 'drug', drug),
    stopReason: ({ row }) =>
      row.stop_reason === null ? '' : eventCode(words, 'treatment_line', 'stop_reason', row.stop_reason),
    label: (event) => labelOf(words, event),
    tip: (event) => eventReading(words, event, originDay),
  };
}

function labelOf(words: Words, event: TimelineEvent): string {
  switch (event.kind) {
    case 'landmark':
      return eventKind(words, event);
    case 'cytogenetics': {
      const { ph_positive_metaphases: positive, metaphases } = event.row;
      return positive === null || metaphases === null ? '' : `${positive}/${metaphases}`;
    }
    case 'adverse_event':
      return `${event.row.term} G${event.row.grade}`;
    case 'treatment_free_attempt': {
      const reason = event.row.restart_reason;
      return reason === null ? '' : eventCode(words, 'treatment_free_attempt', 'restart_reason', reason);
    }
    default:
      return eventHeadline(words, event);
  }
}
