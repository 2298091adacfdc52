import * as Plot from '@observablehq/plot';
import type { FigureWords } from './figure-words';

/** One bar with its name, the count under it, and the patients of each band. */
export interface StackedBar<Band extends string> {
  readonly id: string;
  readonly name: string;
  readonly count: string;
  readonly patients: number;
  readonly bands: Readonly<Record<Band, number>>;
}

/** A band: its fill, the ink that is read on it, and whether it needs an outline to be seen. */
export interface BandLook {
  readonly fill: string;
  readonly ink: string;
  readonly outline?: boolean;
}

export interface StackedBarsWords<Band extends string> extends FigureWords {
  readonly x: string;
  readonly band: (band: Band) => string;
  readonly tip: (bar: StackedBar<Band>, band: Band) => string;
}

interface Segment<Band extends string> {
  readonly id: string;
  readonly bar: StackedBar<Band>;
  readonly band: Band;
  readonly from: number;
  readonly to: number;
}

const rowHeight = 44;
const axisHeight = 48;

export const stackedBarsHeight = (bars: number): number => Math.max(1, bars) * rowHeight + axisHeight + 8;

/** Horizontal stacked bars, each the whole of its patients: the words of a band stand in it where they fit. */
export function stackedBars<Band extends string>(
  bars: readonly StackedBar<Band>[],
  looks: Readonly<Record<Band, BandLook>>,
  words: StackedBarsWords<Band>,
  width: number,
): Plot.PlotOptions {
  const longest = Math.max(0, ...bars.map(({ name }) => name.length));
  const marginLeft = Math.min(Math.max(116, longest * 7 + 16), width < 520 ? 116 : 240);
  const marginRight = 18;
  const plotWidth = width - marginLeft - marginRight;
  const bands = Object.keys(looks) as readonly string[] as readonly Band[];
  const segments = bars.flatMap((bar) => segmentsOf(bar, bands));
  return {
    width,
    height: stackedBarsHeight(bars.length),
    marginLeft,
    marginRight,
    marginTop: 8,
    marginBottom: axisHeight,
    x: { domain: [0, 1], label: null },
    y: { domain: bars.map(({ id }) => id), padding: 0.22, axis: null },
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
        lineWidth: (marginLeft - 16) / 12,
        textOverflow: 'ellipsis',
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
        fill: (segment: Segment<Band>) => looks[segment.band].fill,
        stroke: (segment: Segment<Band>) =>
          looks[segment.band].outline === true ? 'var(--line-strong)' : 'var(--surface)',
        strokeWidth: 1,
        insetLeft: 0.5,
        insetRight: 0.5,
      }),
      ...bands.map((band) =>
        Plot.text(
          segments.filter(
            (segment) => segment.band === band && (segment.to - segment.from) * plotWidth >= 30,
          ),
          {
            x: (segment: Segment<Band>) => (segment.from + segment.to) / 2,
            y: 'id',
            text: (segment: Segment<Band>) => labelOf(segment, plotWidth, words),
            fill: looks[band].ink,
            fontWeight: 600,
          },
        ),
      ),
      Plot.tip(
        segments,
        Plot.pointer({
          x: (segment: Segment<Band>) => (segment.from + segment.to) / 2,
          y: 'id',
          title: ({ bar, band }: Segment<Band>) => words.tip(bar, band),
          fill: 'var(--surface)',
          stroke: 'var(--line-strong)',
        }),
      ),
    ],
  };
}

function segmentsOf<Band extends string>(
  bar: StackedBar<Band>,
  bands: readonly Band[],
): readonly Segment<Band>[] {
  let before = 0;
  return bands.flatMap((band) => {
    const patients = bar.bands[band];
    if (patients === 0) return [];
    const from = before / bar.patients;
    before += patients;
    return { id: bar.id, bar, band, from, to: before / bar.patients };
  });
}

function labelOf<Band extends string>(
  segment: Segment<Band>,
  plotWidth: number,
  words: StackedBarsWords<Band>,
): string {
  const share = words.percent(segment.to - segment.from);
  const long = `${words.band(segment.band)} ${share}`;
  return (segment.to - segment.from) * plotWidth > long.length * 6.6 + 10 ? long : share;
}
