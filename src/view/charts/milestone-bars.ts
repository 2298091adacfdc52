import { type MilestoneBand, type MilestoneBar, milestoneBands } from '@core/analyses/milestones';
import * as Plot from '@observablehq/plot';
import type { FigureWords } from './figure-words';
import { bandStyle } from './milestone-style';

/** One bar with its name and the count under it. */
export interface NamedBar {
  readonly id: string;
  readonly name: string;
  readonly count: string;
  readonly bar: MilestoneBar;
}

export interface MilestoneBarsWords extends FigureWords {
  readonly x: string;
  readonly band: (band: MilestoneBand) => string;
  readonly tip: (name: string, bar: MilestoneBar, band: MilestoneBand) => string;
}

interface Segment {
  readonly id: string;
  readonly name: string;
  readonly bar: MilestoneBar;
  readonly band: MilestoneBand;
  readonly from: number;
  readonly to: number;
}

const rowHeight = 44;
const axisHeight = 48;

export const milestoneBarsHeight = (bars: number): number => Math.max(1, bars) * rowHeight + axisHeight + 8;

/** Horizontal stacked bars, each the whole of its patients: the words of a band stand in it where they fit. */
export function milestoneBars(
  bars: readonly NamedBar[],
  words: MilestoneBarsWords,
  width: number,
): Plot.PlotOptions {
  const marginLeft = 116;
  const marginRight = 18;
  const plotWidth = width - marginLeft - marginRight;
  const segments = bars.flatMap(segmentsOf);
  const named = new Map(bars.map((one) => [one.id, one]));
  return {
    width,
    height: milestoneBarsHeight(bars.length),
    marginLeft,
    marginRight,
    marginTop: 8,
    marginBottom: axisHeight,
    x: { domain: [0, 1], label: null },
    y: { domain: bars.map(({ id }) => id), padding: 0.22, label: null },
    marks: [
      Plot.axisX([0, 0.25, 0.5, 0.75, 1], {
        tickFormat: (share: number) => words.number(share * 100),
        tickSize: 4,
        label: null,
      }),
      Plot.text([words.x], { frameAnchor: 'bottom', dy: 36, fontWeight: 600 }),
      Plot.text(bars, {
        y: 'id',
        frameAnchor: 'left',
        textAnchor: 'end',
        dx: -8,
        dy: -8,
        text: 'name',
        fontWeight: 600,
      }),
      Plot.text(bars, {
        y: 'id',
        frameAnchor: 'left',
        textAnchor: 'end',
        dx: -8,
        dy: 9,
        text: 'count',
        fill: 'var(--ink-faint)',
      }),
      Plot.barX(segments, {
        x1: 'from',
        x2: 'to',
        y: 'id',
        fill: (segment: Segment) => bandStyle[segment.band].fill,
        stroke: (segment: Segment) =>
          segment.band === 'not_assessed' ? 'var(--line-strong)' : 'var(--surface)',
        strokeWidth: 1,
        insetLeft: 0.5,
        insetRight: 0.5,
      }),
      ...milestoneBands.map((band) =>
        Plot.text(
          segments.filter(
            (segment) => segment.band === band && (segment.to - segment.from) * plotWidth >= 30,
          ),
          {
            x: (segment: Segment) => (segment.from + segment.to) / 2,
            y: 'id',
            text: (segment: Segment) => labelOf(segment, plotWidth, words),
            fill: bandStyle[band].ink,
            fontWeight: 600,
          },
        ),
      ),
      Plot.tip(
        segments,
        Plot.pointer({
          x: (segment: Segment) => (segment.from + segment.to) / 2,
          y: 'id',
          title: (segment: Segment) =>
            words.tip(named.get(segment.id)?.name ?? '', segment.bar, segment.band),
          fill: 'var(--surface)',
          stroke: 'var(--line-strong)',
        }),
      ),
    ],
  };
}

function segmentsOf({ id, name, bar }: NamedBar): readonly Segment[] {
  let before = 0;
  return milestoneBands.flatMap((band) => {
    const patients = bar.bands[band];
    if (patients === 0) return [];
    const from = before / bar.patients;
    before += patients;
    return { id, name, bar, band, from, to: before / bar.patients };
  });
}

function labelOf(segment: Segment, plotWidth: number, words: MilestoneBarsWords): string {
  const share = words.percent(segment.to - segment.from);
  const long = `${words.band(segment.band)} ${share}`;
  return (segment.to - segment.from) * plotWidth > long.length * 6.6 + 10 ? long : share;
}
