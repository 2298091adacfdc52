import { eventsOfKind, type TimelineEvent } from '@core/cohort/patient-timeline';
import { monthsFromDays } from '@core/domain/calendar';
import * as Plot from '@observablehq/plot';
import { type Lane, type TimelineLanes, timelineLanes } from './timeline-lanes';
import { recordedMarks } from './timeline-records';
import { axisMarks, sampleMarks } from './timeline-samples';
import {
  isLate,
  letterWidth,
  type PatientTimelineWords,
  type PlacedOf,
  placedOf,
  type Scene,
} from './timeline-scene';
import { attemptMarks, treatmentMarks } from './timeline-treatment';

export interface PatientTimelineFrame {
  readonly width: number;
  /** Day, counted from diagnosis, at which the axis has its 0. */
  readonly originDay: number;
  /** The event that the keyboard is on. */
  readonly cursor: TimelineEvent | null;
}

const marginBottom = 44;
/** First and last day of the axis: everything that happened, and a little room. */
export function timelineDays(events: readonly TimelineEvent[]): readonly [number, number] {
  const days = events.flatMap(({ day, endDay }) => [day, endDay ?? day]);
  const [first, last] = [Math.min(0, ...days), Math.max(180, ...days)];
  const room = (last - first) * 0.015;
  return [first - room, last + room];
}

/** Months between two labels of the axis, so many that they do not touch. */
export function timelineStep(months: number, plotWidth: number): number {
  return [1, 3, 6, 12, 24, 36, 60, 120].find((step) => (step / months) * plotWidth >= 40) ?? 240;
}

const marginsAt = (width: number) =>
  width < 640
    ? { marginLeft: 46, marginRight: 44, narrow: true }
    : { marginLeft: 132, marginRight: 56, narrow: false };

/** Where the lanes stand at a width; the height of the figure follows from it. */
export function placedTimeline(
  events: readonly TimelineEvent[],
  words: Pick<PatientTimelineWords, 'label'>,
  width: number,
): TimelineLanes {
  const { marginLeft, marginRight, narrow } = marginsAt(width);
  const [first, last] = timelineDays(events);
  const daysPerPixel = (last - first) / Math.max(100, width - marginLeft - marginRight);
  const reach = (event: TimelineEvent): readonly [number, number] => {
    const labelDays = (14 + words.label(event).length * letterWidth) * daysPerPixel;
    const end = event.endDay ?? event.day;
    return isLate(event.day, first, last)
      ? [event.day - labelDays, Math.max(end, event.day + 8 * daysPerPixel)]
      : [event.day, Math.max(end, event.day + labelDays)];
  };
  return timelineLanes(events, { reach, narrow });
}

/**
 * One patient on one axis of time, lane under lane: treatment lines by drug with their changes of dose and reasons of
 * stop, treatment-free attempts, BCR::ABL1 IS on a log axis, phases, mutations, karyotypes, adverse events,
 * questionnaires; across all of them inclusion, last contact or death. Heights are pixels, so that one plot has them all.
 */
export function patientTimeline(
  events: readonly TimelineEvent[],
  words: PatientTimelineWords,
  { width, originDay, cursor }: PatientTimelineFrame,
): Plot.PlotOptions {
  const { marginLeft, marginRight, narrow } = marginsAt(width);
  const lanes = placedTimeline(events, words, width);
  const month = (day: number) => monthsFromDays(day - originDay);
  const [first, last] = timelineDays(events).map(month) as [number, number];
  const lastDay = Math.max(0, ...eventsOfKind(events, 'landmark').map(({ day }) => day));
  const step = timelineStep(last - first, width - marginLeft - marginRight);
  const ticks = Array.from(
    { length: Math.floor(last / step) - Math.ceil(first / step) + 1 },
    (_, k) => (Math.ceil(first / step) + k) * step,
  );
  const bottom = lanes.height;
  const pixels = (width - marginLeft - marginRight) / (last - first);
  const scene: Scene = { lanes, words, month, first, last, lastDay, pixels, marginLeft, narrow };
  return {
    width,
    height: bottom + marginBottom,
    marginLeft,
    marginRight,
    marginTop: 0,
    marginBottom,
    x: { domain: [first, last], label: null },
    y: { type: 'identity', axis: null },
    marks: [
      ...landmarkMarks(scene, bottom),
      Plot.ruleX(ticks, { y1: lanes.lanes[0]?.top ?? 0, y2: bottom, stroke: 'var(--line)' }),
      ...lanes.lanes.flatMap((lane) => laneName(lane, scene)),
      ...treatmentMarks(events, scene),
      ...attemptMarks(scene),
      ...axisMarks(scene),
      ...sampleMarks(events, scene),
      ...recordedMarks(scene),
      ...cursorMarks(cursor, scene, bottom),
      Plot.axisX(ticks, {
        anchor: 'bottom',
        tickSize: 4,
        tickFormat: (tick: number) => words.number(tick),
        label: null,
      }),
      Plot.text([words.x], { frameAnchor: 'bottom', dy: 36, fontWeight: 600 }),
      readings(scene),
    ],
  };
}

/** Inclusion, last contact or death over all lanes; shaded before inclusion, where nobody could be seen to die. */
function landmarkMarks(scene: Scene, bottom: number): Plot.Markish[] {
  const { words, month, first, last } = scene;
  const placed = placedOf(scene, 'landmark');
  const x = ({ event }: PlacedOf<'landmark'>) => month(event.day);
  const inclusion = placed.find(({ event }) => event.landmark === 'inclusion' && event.day > 0);
  const side = (isEnd: boolean) => placed.filter((one) => isLate(x(one), first, last) === isEnd);
  const label = (isEnd: boolean) =>
    Plot.text(side(isEnd), {
      x,
      y: 'y',
      text: ({ event }: PlacedOf<'landmark'>) => words.label(event),
      textAnchor: isEnd ? 'end' : 'start',
      dx: isEnd ? -4 : 4,
      fill: 'var(--ink-soft)',
    });
  return [
    ...(inclusion === undefined
      ? []
      : [
          Plot.rect([inclusion], {
            x1: month(0),
            x2: x,
            y1: 32,
            y2: bottom,
            fill: 'var(--sunken)',
          }),
          ...(month(inclusion.event.day) - month(0) < (last - first) / 6
            ? []
            : [
                Plot.text([words.beforeInclusion], {
                  x: (month(inclusion.event.day) + month(0)) / 2,
                  y: bottom - 8,
                  fill: 'var(--ink-faint)',
                }),
              ]),
        ]),
    Plot.ruleX(placed, {
      x,
      y1: 'y',
      y2: bottom,
      stroke: 'var(--line-strong)',
      strokeDasharray: '4 3',
    }),
    label(false),
    label(true),
  ];
}

function laneName(lane: Lane, { words, lanes, marginLeft, narrow }: Scene): Plot.Markish[] {
  // Drugs name their own rows.
  if (lane.id === 'treatment' && lanes.drugs.length > 0) return [];
  const isOver = narrow || lane.id === 'molecular';
  return [
    Plot.text([lane.id === 'molecular' ? words.y : words.lane(lane.id)], {
      frameAnchor: 'left',
      y: isOver ? lane.top - 8 : lane.top + lane.height / 2,
      dx: -marginLeft + 4,
      textAnchor: 'start',
      fontWeight: 600,
      fill: 'var(--ink-soft)',
    }),
  ];
}

function cursorMarks(cursor: TimelineEvent | null, { lanes, month }: Scene, bottom: number): Plot.Markish[] {
  const at = lanes.placed.find(({ event }) => event === cursor);
  if (at === undefined) return [];
  const x = month(at.event.day);
  return [
    Plot.ruleX([x], { y1: 0, y2: bottom, stroke: 'var(--accent)', strokeWidth: 1.5 }),
    Plot.dot([at], { x: () => x, y: 'y', r: 8, fill: 'none', stroke: 'var(--accent)', strokeWidth: 2 }),
  ];
}

interface Handle {
  readonly event: TimelineEvent;
  readonly month: number;
  readonly y: number;
}

/** What a pointer can take hold of: each mark, and bars all along. */
export function timelineHandles(lanes: TimelineLanes, month: (day: number) => number): readonly Handle[] {
  return lanes.placed.flatMap(({ event, y }) => {
    const end = event.endDay ?? event.day;
    const parts = end > event.day ? 8 : 0;
    return Array.from({ length: parts + 1 }, (_, k) => ({
      event,
      y,
      month: month(event.day + ((end - event.day) * k) / Math.max(1, parts)),
    }));
  });
}

function readings({ lanes, words, month }: Scene): Plot.Markish {
  return Plot.tip(
    timelineHandles(lanes, month),
    Plot.pointer({
      x: 'month',
      y: 'y',
      maxRadius: 30,
      title: ({ event }: Handle) => words.tip(event),
      fill: 'var(--surface)',
      stroke: 'var(--line-strong)',
      lineWidth: 28,
    }),
  );
}
