import type { PatientHistory } from '@core/cohort/patient-history';
import { linkedTables } from '@core/cohort/patient-record';
import { type TimelineEvent, timelineEvents } from '@core/cohort/patient-timeline';
import type { PatientLevel } from '@core/disclosure/patient-level';
import { monthsFromDays } from '@core/domain/calendar';
import type { ExtractTableName } from '@core/domain/extract-tables';
import { atypicalTranscripts } from '@core/domain/transcript';
import { quantity } from '@language/number-text';
import { useWords, type Words } from '@language/use-words';
import { PlotFigure } from '@view/charts/PlotFigure';
import { patientTimeline, placedTimeline } from '@view/charts/patient-timeline';
import { FigureFrame } from '@view/ui/FigureFrame';
import { Segments } from '@view/ui/Segments';
import { useCallback, useMemo, useState } from 'react';
import { EventCursor } from './EventCursor';
import { TimelineTable } from './TimelineTable';
import { eventReading, timelineWords } from './timeline-words';

interface Props {
  readonly course: PatientLevel<PatientHistory>;
  readonly has: (table: ExtractTableName) => boolean;
  readonly onDrawn?: () => void;
}

const origins = ['diagnosis', 'first_tki'] as const;

/** The course of one patient: the picture, a cursor that reads it event by event, its notes and its table. */
export function PatientTimelineFigure({ course, has, onDrawn }: Props) {
  const words = useWords();
  const events = useMemo(() => timelineEvents(course), [course]);
  const [origin, setOrigin] = useState<(typeof origins)[number]>('diagnosis');
  const [cursor, setCursor] = useState<number | null>(null);
  const { first_tki: firstTki } = course.anchors;
  const originDay = origin === 'first_tki' ? (firstTki ?? 0) : 0;
  const event = cursor === null ? null : (events[cursor] ?? null);
  const texts = useMemo(() => timelineWords(words, origin, originDay), [words, origin, originDay]);
  const options = useCallback(
    (width: number) => patientTimeline(events, texts, { width, originDay, cursor: event }),
    [events, texts, originDay, event],
  );
  const height = useMemo(() => placedTimeline(events, texts, 960).height + 44, [events, texts]);
  const summary = summaryOf(events, words);
  return (
    <FigureFrame
      title={words.say('patients.timeline')}
      summary={summary}
      controls={
        firstTki === null ? undefined : (
          <Segments
            label={words.say('patients.origin')}
            options={origins.map((id) => ({ id, label: words.say(`patients.origin.${id}`) }))}
            chosen={origin}
            onChoose={setOrigin}
          />
        )
      }
      tableLabel={words.say('figure.table')}
      notes={<Notes course={course} has={has} words={words} />}
      table={<TimelineTable events={events} originDay={originDay} words={words} />}
    >
      <EventCursor
        events={events.length}
        at={cursor}
        onMove={setCursor}
        label={words.say('patients.cursor')}
        valueText={words.say('patients.cursorAt', { at: (cursor ?? 0) + 1, events: events.length })}
        hint={words.say('patients.cursorHint')}
        reading={event === null ? null : eventReading(words, event, originDay)}
      >
        <PlotFigure
          options={options}
          label={`${words.say('patients.timeline')}. ${summary}`}
          height={height}
          {...(onDrawn === undefined ? {} : { onDrawn })}
        />
      </EventCursor>
    </FigureFrame>
  );
}

function summaryOf(events: readonly TimelineEvent[], words: Words): string {
  const days = events.map(({ day, endDay }) => endDay ?? day);
  const months = Math.round(monthsFromDays(Math.max(0, ...days)));
  return words.say('patients.summary', {
    events: events.length,
    samples: events.filter(({ kind }) => kind === 'molecular').length,
    span: quantity(words, months, 'months'),
  });
}

function Notes({ course, has, words }: Pick<Props, 'course' | 'has'> & { readonly words: Words }) {
  const { facts, anchors } = course;
  const absent = linkedTables.filter((table) => !has(table)).map((table) => words.say(`event.${table}`));
  const inclusion = anchors.inclusion ?? 0;
  const isAtypical = (atypicalTranscripts as readonly (string | null)[]).includes(facts.transcript);
  return (
    <>
      <p>{words.say('patients.legend')}</p>
      {inclusion > 0 ? (
        <p>
          {words.say('patients.truncation', {
            span: quantity(words, Math.round(monthsFromDays(inclusion) * 10) / 10, 'months'),
          })}
        </p>
      ) : null}
      {isAtypical ? <p>{words.say('patients.atypical')}</p> : null}
      {anchors.first_tki === null ? <p>{words.say('patients.noTki')}</p> : null}
      {absent.length === 0 ? null : <p>{words.say('patients.absent', { tables: words.list(absent) })}</p>}
      <p>{words.say('patients.method')}</p>
    </>
  );
}
