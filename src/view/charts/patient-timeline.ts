import {
  type DoseStep,
  doseSteps,
  type EventOf,
  eventsOfKind,
  joinedRuns,
  sampleMark,
  type TimelineEvent,
} from '@core/cohort/patient-timeline';
import { monthsFromDays } from '@core/domain/calendar';
import { responseDepths } from '@core/domain/response-depth';
import * as Plot from '@observablehq/plot';
import type { FigureWords } from './figure-words';
import { seriesStyle } from './series-style';
import {
  heightOf,
  type Lane,
  type LaneId,
  type PlacedEvent,
  type TimelineLanes,
  timelineLanes,
} from './timeline-lanes';

export interface PatientTimelineWords extends FigureWords {
  readonly x: string;
  readonly y: string;
  readonly inevaluable: string;
  readonly beforeInclusion: string;
  /** A depth of response: MMR, MR4, MR4.5. */
  readonly depth: (id: string) => string;
  readonly lane: (lane: Exclude<LaneId, 'molecular'>) => string;
  readonly drug: (drug: string) => string;
  readonly stopReason: (line: EventOf<'treatment_line'>) => string;
  /** Beside a mark, as short as can be. */
  readonly label: (event: TimelineEvent) => string;
  /** The exact reading, with its time. */
  readonly tip: (event: TimelineEvent) => string;
}

export interface PatientTimelineFrame {
  readonly width: number;
  /** Day, counted from diagnosis, at which the axis has its 0. */
  readonly originDay: number;
  /** The event that the keyboard is on. */
  readonly cursor: TimelineEvent | null;
}

const marginBottom = 44;
/** Width of a letter on average; labels need not fit to the pixel. */
const letterWidth = 6.2;

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
  const { marginLeft, marginRight } = marginsAt(width);
  const [first, last] = timelineDays(events);
  const daysPerPixel = (last - first) / Math.max(100, width - marginLeft - marginRight);
  return timelineLanes(events, (event) => (14 + words.label(event).length * letterWidth) * daysPerPixel);
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
  const scene: Scene = { lanes, words, month, first, last, lastDay, marginLeft, narrow };
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

interface Scene {
  readonly lanes: TimelineLanes;
  readonly words: PatientTimelineWords;
  readonly month: (day: number) => number;
  readonly first: number;
  readonly last: number;
  /** Last contact: what goes on ends there for the eye. */
  readonly lastDay: number;
  readonly marginLeft: number;
  readonly narrow: boolean;
}

type PlacedOf<Kind extends TimelineEvent['kind']> = Omit<PlacedEvent, 'event'> & {
  readonly event: EventOf<Kind>;
};

const placedOf = <Kind extends TimelineEvent['kind']>({ lanes }: Scene, kind: Kind) =>
  lanes.placed.filter((one): one is PlacedOf<Kind> => one.event.kind === kind);

/** Inclusion, last contact or death over all lanes; shaded before inclusion, where nobody could be seen to die. */
function landmarkMarks(scene: Scene, bottom: number): Plot.Markish[] {
  const { words, month, first, last } = scene;
  const placed = placedOf(scene, 'landmark');
  const x = ({ event }: PlacedOf<'landmark'>) => month(event.day);
  const inclusion = placed.find(({ event }) => event.landmark === 'inclusion' && event.day > 0);
  const side = (isEnd: boolean) => placed.filter((one) => (x(one) - first) / (last - first) > 0.7 === isEnd);
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
  const name = lane.id === 'molecular' ? words.y : words.lane(lane.id);
  const isTreatment = lane.id === 'treatment' && !narrow;
  return [
    // Drugs name their own rows where there is room for that.
    ...(isTreatment && lanes.drugs.length > 0
      ? []
      : [
          Plot.text([name], {
            frameAnchor: 'left',
            y: lane.top + (narrow || lane.id === 'molecular' ? -6 : lane.height / 2),
            dx: -marginLeft + 4,
            textAnchor: 'start',
            fontWeight: 600,
            fill: 'var(--ink-soft)',
          }),
        ]),
  ];
}

const symbolOfDose: Readonly<Record<DoseStep, string>> = {
  interrupted: 'Ⅱ',
  reduced: '▼',
  raised: '▲',
  unchanged: '◆',
};

function treatmentMarks(events: readonly TimelineEvent[], scene: Scene): Plot.Markish[] {
  const { lanes, words, month, first, last, lastDay, marginLeft, narrow } = scene;
  const lines = placedOf(scene, 'treatment_line');
  const steps = doseSteps(events);
  const end = ({ event }: PlacedOf<'treatment_line'>) => month(event.endDay ?? Math.max(event.day, lastDay));
  const colour = ({ event }: PlacedOf<'treatment_line'>) =>
    seriesStyle(lanes.drugs.findIndex(({ drug }) => drug === event.row.drug)).colour;
  const isLate = (line: PlacedOf<'treatment_line'>) => (end(line) - first) / (last - first) > 0.75;
  const stopped = (late: boolean) =>
    lines.filter((line) => line.event.row.stop_reason !== null && isLate(line) === late);
  const reason = (late: boolean) =>
    Plot.text(stopped(late), {
      x: end,
      y: 'y',
      text: ({ event }: PlacedOf<'treatment_line'>) => words.stopReason(event),
      textAnchor: late ? 'end' : 'start',
      dx: late ? -5 : 5,
      fill: 'var(--ink)',
      stroke: 'var(--surface)',
      strokeWidth: 3,
    });
  return [
    Plot.rect(lines, {
      x1: ({ event }: PlacedOf<'treatment_line'>) => month(event.day),
      x2: end,
      y1: (line: PlacedEvent) => line.y - 7,
      y2: (line: PlacedEvent) => line.y + 7,
      fill: colour,
      fillOpacity: 0.22,
      stroke: colour,
      strokeWidth: 1.25,
      rx: 2,
    }),
    Plot.text([...lanes.drugs], {
      ...(narrow ? { x: first, dx: 6, textAnchor: 'start' as const } : {}),
      ...(narrow ? {} : { frameAnchor: 'left' as const, dx: -marginLeft + 4, textAnchor: 'start' as const }),
      y: 'y',
      text: ({ drug }: { drug: string }) => words.drug(drug),
      fill: 'var(--ink)',
      fontWeight: 600,
      ...(narrow ? { stroke: 'var(--surface)', strokeWidth: 3 } : {}),
    }),
    Plot.text(placedOf(scene, 'dose_change'), {
      x: ({ event }: PlacedOf<'dose_change'>) => month(event.day),
      y: 'y',
      text: ({ event }: PlacedOf<'dose_change'>) => symbolOfDose[steps.get(event) ?? 'unchanged'],
      fill: 'var(--ink)',
      stroke: 'var(--surface)',
      strokeWidth: 2.5,
      fontSize: 11,
    }),
    reason(false),
    reason(true),
  ];
}

function attemptMarks(scene: Scene): Plot.Markish[] {
  const { words, month, lastDay } = scene;
  const attempts = placedOf(scene, 'treatment_free_attempt');
  return [
    Plot.rect(attempts, {
      x1: ({ event }: PlacedOf<'treatment_free_attempt'>) => month(event.day),
      x2: ({ event }: PlacedOf<'treatment_free_attempt'>) =>
        month(event.endDay ?? Math.max(event.day, lastDay)),
      y1: (one: PlacedEvent) => one.y - 7,
      y2: (one: PlacedEvent) => one.y + 7,
      fill: 'none',
      stroke: 'var(--series-3)',
      strokeWidth: 1.5,
      strokeDasharray: '4 2',
      rx: 2,
    }),
    Plot.text(attempts, {
      x: ({ event }: PlacedOf<'treatment_free_attempt'>) => month(event.day),
      y: 'y',
      dx: 6,
      textAnchor: 'start',
      text: ({ event }: PlacedOf<'treatment_free_attempt'>) => words.label(event),
      fill: 'var(--ink)',
      stroke: 'var(--surface)',
      strokeWidth: 3,
    }),
  ];
}

/** The log axis of BCR::ABL1 and the lines at 10, 1 and 0.1 % (MMR), 0.01 % (MR4) and 0.0032 % (MR4.5), named on the right. */
function axisMarks({ lanes, words, marginLeft }: Scene): Plot.Markish[] {
  const { axis } = lanes;
  const decades = [1000, 100, 10, 1, 0.1, 0.01, 0.001, 0.0001, 0.00001].filter(
    (percent) => percent <= axis.highest && percent >= axis.lowest,
  );
  const limits = [
    ...[10, 1].map((percent) => ({ name: `${words.number(percent)} %`, percent })),
    ...responseDepths.map(({ id, bcrAbl1IsPercent }) => ({
      name: words.depth(id),
      percent: bcrAbl1IsPercent,
    })),
  ];
  const y = (percent: number) => heightOf(axis, percent);
  return [
    Plot.ruleY(limits, {
      y: ({ percent }: { percent: number }) => y(percent),
      stroke: 'var(--line-strong)',
      strokeDasharray: '2 3',
    }),
    Plot.text(limits, {
      frameAnchor: 'right',
      y: ({ percent }: { percent: number }) => y(percent),
      text: 'name',
      textAnchor: 'start',
      dx: 6,
      fontWeight: 600,
      fill: 'var(--ink-soft)',
    }),
    Plot.text(decades, {
      frameAnchor: 'left',
      y,
      text: (percent: number) => words.number(percent, { maximumSignificantDigits: 1 }),
      textAnchor: 'end',
      dx: -6,
    }),
    ...(lanes.inevaluableY === null
      ? []
      : [
          Plot.text([words.inevaluable], {
            frameAnchor: 'left',
            y: lanes.inevaluableY,
            dx: marginLeft < 100 ? 4 : -marginLeft + 4,
            textAnchor: 'start',
            fill: 'var(--ink-faint)',
            fontSize: 11,
          }),
        ]),
  ];
}

function sampleMarks(events: readonly TimelineEvent[], scene: Scene): Plot.Markish[] {
  const { lanes, month } = scene;
  const samples = placedOf(scene, 'molecular');
  const of = (kind: string) => samples.filter(({ event }) => sampleMark(event.row).kind === kind);
  const x = ({ event }: PlacedOf<'molecular'>) => month(event.day);
  const heights = new Map(samples.map((sample) => [sample.event, sample.y]));
  const runs = joinedRuns(eventsOfKind(events, 'molecular'));
  return [
    ...runs.map((run) =>
      Plot.line(run, {
        x: (event: EventOf<'molecular'>) => month(event.day),
        y: (event: EventOf<'molecular'>) => heights.get(event) ?? lanes.axis.bottom,
        stroke: 'var(--series-1)',
        strokeWidth: 1,
      }),
    ),
    Plot.dot(of('quantified'), { x, y: 'y', r: 3.2, fill: 'var(--series-1)' }),
    Plot.dot(of('undetected'), {
      x,
      y: 'y',
      r: 4,
      symbol: 'triangle',
      rotate: 180,
      fill: 'var(--surface)',
      stroke: 'var(--series-1)',
      strokeWidth: 1.5,
    }),
    Plot.tickX(of('inevaluable'), {
      x,
      y: 'y',
      stroke: 'var(--ink-faint)',
      strokeWidth: 1.5,
    }),
  ];
}

/** Phases, mutations, karyotypes, adverse events and questionnaires: a mark, and words where there is room. */
function recordedMarks(scene: Scene): Plot.Markish[] {
  const { lanes, words, month, first, last } = scene;
  const recorded = lanes.placed.filter(
    ({ lane }) => lane !== null && !['treatment', 'free', 'molecular'].includes(lane),
  );
  const x = ({ event }: PlacedEvent) => month(event.day);
  const isGrave = ({ event }: PlacedEvent) =>
    event.kind === 'phase_event' || (event.kind === 'adverse_event' && event.row.grade >= 3);
  const colour = (one: PlacedEvent) => (isGrave(one) ? 'var(--series-2)' : 'var(--series-6)');
  const labelled = (late: boolean) =>
    recorded.filter(
      (one) => one.labelled && one.event.kind !== 'prom' && (x(one) - first) / (last - first) > 0.8 === late,
    );
  const label = (late: boolean) =>
    Plot.text(labelled(late), {
      x,
      y: 'y',
      dx: late ? -9 : 9,
      textAnchor: late ? 'end' : 'start',
      text: ({ event }: PlacedEvent) => words.label(event),
      fill: 'var(--ink)',
      stroke: 'var(--surface)',
      strokeWidth: 3,
    });
  return [
    Plot.link(
      recorded.filter(({ event }) => event.endDay !== null),
      {
        x1: x,
        x2: ({ event }: PlacedEvent) => month(event.endDay ?? event.day),
        y1: 'y',
        y2: 'y',
        stroke: colour,
        strokeWidth: 3,
        strokeOpacity: 0.4,
      },
    ),
    Plot.dot(recorded, {
      x,
      y: 'y',
      r: 4,
      symbol: (one: PlacedEvent) => symbolOf(one.event),
      fill: (one: PlacedEvent) => (isGrave(one) ? colour(one) : 'var(--surface)'),
      stroke: colour,
      strokeWidth: 1.5,
    }),
    label(false),
    label(true),
  ];
}

const symbols: Readonly<Record<string, string>> = {
  phase_event: 'star',
  mutation: 'diamond',
  cytogenetics: 'square',
  adverse_event: 'circle',
  prom: 'times',
};
const symbolOf = ({ kind }: TimelineEvent) => symbols[kind] ?? 'circle';

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
