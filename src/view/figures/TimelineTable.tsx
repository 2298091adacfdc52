import type { TimelineEvent } from '@core/cohort/patient-timeline';
import { eventDetails, eventHeadline, eventKind } from '@language/patient-event-text';
import type { Words } from '@language/use-words';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { useMemo } from 'react';
import { monthText } from './timeline-words';

interface Props {
  readonly events: readonly TimelineEvent[];
  readonly originDay: number;
  readonly words: Words;
}

/** Every event of the picture as a row, in the order of time. */
export function TimelineTable({ events, originDay, words }: Props) {
  const columns = useMemo((): readonly DataColumn<TimelineEvent>[] => {
    const say = words.say;
    return [
      {
        id: 'month',
        header: say('patients.table.month'),
        cell: ({ day }) => monthText(words, day, originDay),
        numeric: true,
      },
      { id: 'day', header: say('patients.table.day'), cell: ({ day }) => words.number(day), numeric: true },
      {
        id: 'end',
        header: say('patients.table.end'),
        cell: ({ endDay }) => (endDay === null ? '' : words.number(endDay)),
        numeric: true,
      },
      { id: 'kind', header: say('patients.table.kind'), cell: (event) => eventKind(words, event) },
      { id: 'what', header: say('patients.table.what'), cell: (event) => eventHeadline(words, event) },
      { id: 'details', header: say('patients.table.details'), cell: (event) => eventDetails(words, event) },
    ];
  }, [words, originDay]);
  return (
    <DataTable
      caption={words.say('figure.tableOf', { title: words.say('patients.timeline') })}
      captionHidden
      columns={columns}
      rows={events}
    />
  );
}
