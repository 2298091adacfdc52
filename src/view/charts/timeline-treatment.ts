import { type DoseStep, doseSteps, type TimelineEvent } from '@core/cohort/patient-timeline';
import * as Plot from '@observablehq/plot';
import { seriesStyle } from './series-style';
import type { PlacedEvent } from './timeline-lanes';
import { letterWidth, type PlacedOf, placedOf, type Scene } from './timeline-scene';

const symbolOfDose: Readonly<Record<DoseStep, string>> = {
  interrupted: 'Ⅱ',
  reduced: '▼',
  raised: '▲',
  unchanged: '◆',
};

/** Treatment lines as bars by drug, their changes of dose, and why they ended. */
export function treatmentMarks(events: readonly TimelineEvent[], scene: Scene): Plot.Markish[] {
  const { lanes, words, month, lastDay, marginLeft } = scene;
  const lines = placedOf(scene, 'treatment_line');
  const steps = doseSteps(events);
  const end = ({ event }: PlacedOf<'treatment_line'>) => month(event.endDay ?? Math.max(event.day, lastDay));
  const colour = ({ event }: PlacedOf<'treatment_line'>) =>
    seriesStyle(lanes.drugs.findIndex(({ drug }) => drug === event.row.drug)).colour;
  const reasons = stopReasons(scene, end);
  const reason = (inside: boolean) =>
    Plot.text(
      reasons.filter((one) => one.inside === inside),
      {
        x: 'x',
        y: 'y',
        text: 'text',
        textAnchor: inside ? 'end' : 'start',
        dx: inside ? -5 : 5,
        fill: 'var(--ink)',
      },
    );
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
      frameAnchor: 'left',
      y: 'nameY',
      dx: -marginLeft + 4,
      textAnchor: 'start',
      text: ({ drug }: { drug: string }) => words.drug(drug),
      fill: 'var(--ink)',
      fontWeight: 600,
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

interface StopReason {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly inside: boolean;
}

/** Why each line ended, after its bar or else within it; where neither has room the reading and the table say it. */
function stopReasons(scene: Scene, end: (line: PlacedOf<'treatment_line'>) => number): readonly StopReason[] {
  const { words, month, last, pixels } = scene;
  const lines = placedOf(scene, 'treatment_line');
  return lines.flatMap((line) => {
    const text = words.stopReason(line.event);
    const room = text.length * letterWidth + 8;
    const next = lines
      .filter(({ event, y }) => y === line.y && event.day > line.event.day)
      .map(({ event }) => month(event.day));
    const after = (Math.min(last, ...next) - end(line)) * pixels;
    const within = (end(line) - month(line.event.day)) * pixels;
    if (text === '' || (after < room && within < room)) return [];
    return [{ text, x: end(line), y: line.y, inside: after < room }];
  });
}

/** Treatment-free attempts as open bars, and why treatment was resumed. */
export function attemptMarks(scene: Scene): Plot.Markish[] {
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
