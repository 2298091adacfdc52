import type { EventOf, TimelineEvent } from '@core/cohort/patient-timeline';
import type { FigureWords } from './figure-words';
import type { LaneId, PlacedEvent, TimelineLanes } from './timeline-lanes';

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

/** Width of a letter on average; labels need not fit to the pixel. */
export const letterWidth = 6.2;

/** Near the right end words stand before their mark. */
export const isLate = (at: number, first: number, last: number) => (at - first) / (last - first) > 0.75;

/** What every mark of the picture needs to know. */
export interface Scene {
  readonly lanes: TimelineLanes;
  readonly words: PatientTimelineWords;
  readonly month: (day: number) => number;
  readonly first: number;
  readonly last: number;
  /** Last contact: what goes on ends there for the eye. */
  readonly lastDay: number;
  /** Per month. */
  readonly pixels: number;
  readonly marginLeft: number;
  readonly narrow: boolean;
}

export type PlacedOf<Kind extends TimelineEvent['kind']> = Omit<PlacedEvent, 'event'> & {
  readonly event: EventOf<Kind>;
};

/** The events of one kind, where they stand. */
export const placedOf = <Kind extends TimelineEvent['kind']>({ lanes }: Scene, kind: Kind) =>
  lanes.placed.filter((one): one is PlacedOf<Kind> => one.event.kind === kind);
