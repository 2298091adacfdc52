import { type EventOf, eventsOfKind, sampleMark, type TimelineEvent } from '@core/cohort/patient-timeline';

/** Lanes from top to bottom; all of them share the axis of time. */
export const laneIds = [
  'treatment',
  'free',
  'molecular',
  'phase',
  'mutation',
  'karyotype',
  'adverse',
  'prom',
] as const;
export type LaneId = (typeof laneIds)[number];

export interface Lane {
  readonly id: LaneId;
  readonly top: number;
  readonly height: number;
}

/** An event in the picture: its height in pixels, and whether its words have room beside it. */
export interface PlacedEvent {
  readonly event: TimelineEvent;
  readonly lane: LaneId | null;
  readonly y: number;
  readonly labelled: boolean;
}

/** One line of the lane of treatments. */
export interface DrugRow {
  readonly drug: string;
  readonly y: number;
  readonly nameY: number;
}

export interface TimelineLanes {
  readonly lanes: readonly Lane[];
  readonly drugs: readonly DrugRow[];
  readonly placed: readonly PlacedEvent[];
  /** The log axis of BCR::ABL1, in percent of the International Scale. */
  readonly axis: LogAxis;
  /** Pixels of the ticks of inevaluable samples, `null` without any. */
  readonly inevaluableY: number | null;
  /** Height of all lanes, that of the landmarks above them included. */
  readonly height: number;
}

export interface LogAxis {
  readonly top: number;
  readonly bottom: number;
  readonly highest: number;
  readonly lowest: number;
}

const rowHeight = 22;
/** A row with its name over it, where there is no margin for names. */
const namedRowHeight = 36;
const laneGap = 12;
const axisHeight = 210;
/** Two rows over the lanes, for the names of the landmarks. */
export const landmarkHeight = 40;
const mostRows: Readonly<Record<string, number>> = {
  phase: 2,
  mutation: 3,
  karyotype: 2,
  adverse: 6,
  prom: 1,
};

const tableOfLane = {
  phase: 'phase_event',
  mutation: 'mutation',
  karyotype: 'cytogenetics',
  adverse: 'adverse_event',
  prom: 'prom',
} as const;

/** Height of a percentage on the axis; what lies beyond is drawn at its end. */
export function heightOf({ top, bottom, highest, lowest }: LogAxis, percent: number): number {
  const share = Math.log10(highest / percent) / Math.log10(highest / lowest);
  return top + (bottom - top) * Math.min(1, Math.max(0, share));
}

/** What a picture has room for. */
export interface LaneRoom {
  /** First and last day that a mark and its words take up. */
  readonly reach: (event: TimelineEvent) => readonly [number, number];
  readonly narrow: boolean;
}

/** Where everything stands, from top to bottom. Lanes without an event are left out, but for drugs and BCR::ABL1. */
export function timelineLanes(events: readonly TimelineEvent[], { reach, narrow }: LaneRoom): TimelineLanes {
  const lanes: Lane[] = [];
  const placed: PlacedEvent[] = [];
  let y = landmarkHeight;
  // Names of lanes stand over them in a narrow picture, in the margin of a wide one.
  const nameRoom = narrow ? 12 : 0;
  const open = (id: LaneId, height: number): number => {
    const top = y + nameRoom;
    lanes.push({ id, top, height });
    y = top + height + laneGap;
    return top;
  };

  const lines = eventsOfKind(events, 'treatment_line');
  const names = [...new Set(lines.map(({ row }) => row.drug))];
  const drugHeight = narrow ? namedRowHeight : rowHeight;
  const treatmentTop = open('treatment', Math.max(1, names.length) * drugHeight);
  const drugs = names.map((drug, at) => {
    const bottom = treatmentTop + (at + 1) * drugHeight;
    return {
      drug,
      y: bottom - rowHeight / 2,
      nameY: narrow ? bottom - rowHeight - 4 : bottom - rowHeight / 2,
    };
  });
  const heightOfDrug = (drug: string | undefined) =>
    drugs.find((row) => row.drug === drug)?.y ?? treatmentTop + rowHeight / 2;
  const put = (event: TimelineEvent, lane: LaneId | null, at: number, labelled = true) =>
    placed.push({ event, lane, y: at, labelled });
  for (const line of lines) put(line, 'treatment', heightOfDrug(line.row.drug));
  for (const change of eventsOfKind(events, 'dose_change')) {
    const line = lines.find(({ row }) => row.line_number === change.row.line_number);
    put(change, 'treatment', heightOfDrug(line?.row.drug));
  }

  const attempts = eventsOfKind(events, 'treatment_free_attempt');
  if (attempts.length > 0) {
    const top = open('free', rowHeight);
    for (const attempt of attempts) put(attempt, 'free', top + rowHeight / 2);
  }

  const samples = eventsOfKind(events, 'molecular');
  const hasInevaluable = samples.some(({ row }) => sampleMark(row).kind === 'inevaluable');
  // Room for the name of the axis over it.
  y += laneGap;
  const inevaluableHeight = narrow ? namedRowHeight : rowHeight;
  const top = open('molecular', axisHeight + (hasInevaluable ? inevaluableHeight : 0));
  const axis = { top, bottom: top + axisHeight, ...axisEnds(samples) };
  const inevaluableY = hasInevaluable ? axis.bottom + inevaluableHeight - rowHeight / 2 : null;
  for (const sample of samples) {
    const mark = sampleMark(sample.row);
    const at = mark.kind === 'inevaluable' ? (inevaluableY ?? axis.bottom) : heightOf(axis, mark.percent);
    put(sample, 'molecular', at);
  }

  for (const [id, table] of Object.entries(tableOfLane) as [keyof typeof tableOfLane, LaneTable][]) {
    const those = eventsOfKind<LaneTable>(events, table);
    if (those.length === 0) continue;
    const rows = packed(those, reach, mostRows[id] ?? 1);
    const laneTop = open(id, (1 + Math.max(...rows.map(({ row }) => row))) * rowHeight);
    for (const { event, row, labelled } of rows) put(event, id, laneTop + (row + 0.5) * rowHeight, labelled);
  }

  for (const event of eventsOfKind(events, 'landmark')) {
    put(event, null, event.landmark === 'inclusion' ? 24 : 8);
  }
  return {
    lanes,
    drugs,
    placed: placed.toSorted((a, b) => a.event.day - b.event.day),
    axis,
    inevaluableY,
    height: y - laneGap,
  };
}

type LaneTable = (typeof tableOfLane)[keyof typeof tableOfLane];

/** The axis reaches from 100 % to 0.001 %, further where a sample does: a decade at a time. */
function axisEnds(samples: readonly EventOf<'molecular'>[]): { highest: number; lowest: number } {
  const percents = samples.flatMap(({ row }) => {
    const mark = sampleMark(row);
    return mark.kind === 'inevaluable' ? [] : [mark.percent];
  });
  const decade = (percent: number) => 10 ** Math.floor(Math.log10(percent));
  return {
    highest: Math.max(200, ...percents.map((percent) => percent * 1.5)),
    lowest: Math.max(1e-5, Math.min(0.001, ...percents.map(decade))) * 0.7,
  };
}

interface PackedEvent<Event> {
  readonly event: Event;
  readonly row: number;
  readonly labelled: boolean;
}

/** Each event in the first row where it and its words have room; where none has, in the last one, without words. */
function packed<Event extends TimelineEvent>(
  events: readonly Event[],
  reach: LaneRoom['reach'],
  most: number,
): readonly PackedEvent<Event>[] {
  const ends: number[] = [];
  return events.map((event) => {
    const [from, to] = reach(event);
    const free = ends.findIndex((end) => end <= from);
    const row = free === -1 && ends.length < most ? ends.length : free;
    if (row === -1) return { event, row: most - 1, labelled: false };
    ends[row] = to;
    return { event, row, labelled: true };
  });
}
