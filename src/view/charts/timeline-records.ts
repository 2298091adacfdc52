import type { TimelineEvent } from '@core/cohort/patient-timeline';
import * as Plot from '@observablehq/plot';
import type { PlacedEvent } from './timeline-lanes';
import { isLate, type Scene } from './timeline-scene';

/** Phases, mutations, karyotypes, adverse events and questionnaires: a mark, and words where there is room. */
export function recordedMarks(scene: Scene): Plot.Markish[] {
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
      (one) => one.labelled && one.event.kind !== 'prom' && isLate(x(one), first, last) === late,
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
