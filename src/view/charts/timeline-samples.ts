import {
  type EventOf,
  eventsOfKind,
  joinedRuns,
  sampleMark,
  type TimelineEvent,
} from '@core/cohort/patient-timeline';
import { responseDepths } from '@core/domain/response-depth';
import * as Plot from '@observablehq/plot';
import { heightOf, type PlacedEvent } from './timeline-lanes';
import { type PlacedOf, placedOf, type Scene } from './timeline-scene';

/** The log axis of BCR::ABL1 and the lines at 10, 1 and 0.1 % (MMR), 0.01 % (MR4) and 0.0032 % (MR4.5), named on the right. */
export function axisMarks({ lanes, words, marginLeft, narrow }: Scene): Plot.Markish[] {
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
            y: narrow ? lanes.axis.bottom + 8 : lanes.inevaluableY,
            dx: -marginLeft + 4,
            textAnchor: 'start',
            fill: 'var(--ink-faint)',
            fontSize: 11,
          }),
        ]),
  ];
}

/** Quantified samples filled and joined, undetected ones open at their own limit, inevaluable ones as ticks below. */
export function sampleMarks(events: readonly TimelineEvent[], scene: Scene): Plot.Markish[] {
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
    Plot.ruleX(of('inevaluable'), {
      x,
      y1: (sample: PlacedEvent) => sample.y - 6,
      y2: (sample: PlacedEvent) => sample.y + 6,
      stroke: 'var(--ink-faint)',
      strokeWidth: 1.5,
    }),
  ];
}
