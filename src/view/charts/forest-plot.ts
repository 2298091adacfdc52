import * as Plot from '@observablehq/plot';
import type { FigureWords } from './figure-words';
import { seriesStyle } from './series-style';

/** A ratio with its interval; `null` bounds are not drawn. */
export interface ForestMark {
  readonly ratio: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** In words, for the margin. */
  readonly text: string;
}

/** One line: the head of a category, its reference, or ratios. */
export interface ForestLine {
  readonly label: string;
  readonly isHead: boolean;
  readonly counts: string;
  /** Alone and together; `null` where there is no ratio to draw. */
  readonly alone: ForestMark | null;
  readonly together: ForestMark | null;
  /** Instead of ratios: «reference», «not estimable». */
  readonly remark: string;
}

export interface ForestWords extends FigureWords {
  readonly axis: string;
  readonly less: string;
  readonly more: string;
  readonly alone: string;
  readonly together: string;
  readonly counts: string;
}

const wideFrom = 720;
const top = 46;
const bottom = 58;
/** Ratios beyond are cut, with an arrow. */
const widest = [1 / 64, 64] as const;

const lineHeight = (line: ForestLine, narrow: boolean): number =>
  line.isHead || (line.alone === null && line.together === null) ? 26 : narrow ? 58 : 40;

/** Height of the picture at a width. */
export const forestHeight = (lines: readonly ForestLine[], width: number): number =>
  top + bottom + lines.reduce((sum, line) => sum + lineHeight(line, width < wideFrom), 0);

interface Placed {
  readonly line: ForestLine;
  readonly y: number;
}

interface PlacedMark extends ForestMark {
  readonly y: number;
}

/**
 * A forest plot on a logarithmic scale: hollow dots for each covariate alone, filled ones for all together, with their
 * intervals; beside it counts and ratios in words, or, where it is narrow, above.
 */
export function forestPlot(
  lines: readonly ForestLine[],
  words: ForestWords,
  width: number,
): Plot.PlotOptions {
  const narrow = width < wideFrom;
  const height = forestHeight(lines, width);
  const marginLeft = narrow ? 10 : Math.min(380, Math.round(width * 0.36));
  const marginRight = narrow ? 10 : 172;
  let y = 0;
  const placed = lines.map((line): Placed => {
    const own = lineHeight(line, narrow);
    const middle = y + own / 2;
    y += own;
    return { line, y: middle };
  });
  const domain = domainOf(lines);
  const drawn = placed.filter(({ line }) => line.alone !== null || line.together !== null);
  // Above the two marks, where labels stand over them.
  const drop = narrow ? 9 : 0;
  const marks = (of: 'alone' | 'together', offset: number) =>
    drawn.flatMap(({ line, y: at }): PlacedMark[] => {
      const mark = line[of];
      return mark === null ? [] : [{ ...mark, y: at + drop + offset }];
    });
  const series = [
    { marks: marks('alone', -7), colour: seriesStyle(1).colour, fill: 'var(--surface)', name: words.alone },
    {
      marks: marks('together', 7),
      colour: seriesStyle(0).colour,
      fill: seriesStyle(0).colour,
      name: words.together,
    },
  ];
  const labels = placed.map(({ line, y: at }) => ({
    ...line,
    y: narrow && lineHeight(line, true) > 30 ? at - 18 : at,
  }));
  const side = {
    frameAnchor: 'left',
    textAnchor: 'start',
    dx: -marginLeft + 2,
    lineAnchor: 'middle',
  } as const;
  return {
    width,
    height,
    marginLeft,
    marginRight,
    marginTop: top,
    marginBottom: bottom,
    x: { type: 'log', domain: [...domain], axis: null, clamp: true },
    y: { domain: [0, y], range: [top, height - bottom], axis: null },
    marks: [
      Plot.gridX(ticksOf(domain), { stroke: 'var(--line)', strokeOpacity: 1 }),
      Plot.text(ticksOf(domain), {
        x: (tick: number) => tick,
        frameAnchor: 'bottom',
        dy: 14,
        text: (tick: number) => words.number(tick, { maximumSignificantDigits: 2 }),
      }),
      Plot.ruleX([1], { stroke: 'var(--ink-soft)', strokeWidth: 1.5 }),
      Plot.text([words.axis], { frameAnchor: 'bottom', dy: 44, fontWeight: 600 }),
      Plot.text([words.less], {
        x: 1,
        frameAnchor: 'bottom',
        textAnchor: 'end',
        dx: -8,
        dy: 28,
        fill: 'var(--ink-faint)',
      }),
      Plot.text([words.more], {
        x: 1,
        frameAnchor: 'bottom',
        textAnchor: 'start',
        dx: 8,
        dy: 28,
        fill: 'var(--ink-faint)',
      }),
      ...legend(series, narrow, marginLeft),
      ...series.flatMap(({ marks: own, colour, fill }) => intervalMarks(own, { colour, fill, domain })),
      Plot.text(
        labels.filter(({ isHead }) => isHead),
        { ...side, y: 'y', text: 'label', fontWeight: 650 },
      ),
      Plot.text(
        labels.filter(({ isHead }) => !isHead),
        {
          ...side,
          y: 'y',
          text: 'label',
          dx: -marginLeft + (narrow ? 2 : 12),
          ...clipped(narrow ? width - 90 : marginLeft - 90),
        },
      ),
      Plot.text(labels, {
        y: 'y',
        text: 'counts',
        frameAnchor: narrow ? 'right' : 'left',
        textAnchor: 'end',
        dx: narrow ? 0 : -14,
        fill: 'var(--ink-soft)',
      }),
      ...(narrow
        ? []
        : [
            Plot.text([words.counts], {
              frameAnchor: 'top-left',
              textAnchor: 'end',
              dx: -14,
              dy: -14,
              fill: 'var(--ink-faint)',
            }),
            ...series.map(({ marks: own, colour }) =>
              Plot.text(own, {
                y: 'y',
                text: 'text',
                frameAnchor: 'right',
                textAnchor: 'start',
                dx: 12,
                fill: colour,
              }),
            ),
          ]),
      Plot.text(
        labels.filter(({ remark }) => remark !== ''),
        {
          y: 'y',
          text: 'remark',
          frameAnchor: 'right',
          textAnchor: narrow ? 'end' : 'start',
          dx: narrow ? -64 : 12,
          fill: 'var(--ink-faint)',
        },
      ),
    ],
  };
}

/** Names of one line: what does not fit ends in an ellipsis; its whole name stands in the table. */
const clipped = (pixels: number) => ({
  lineWidth: Math.max(8, pixels / 13),
  textOverflow: 'ellipsis' as const,
});

/** From the lowest to the highest limit, 1 always inside, within `widest`. */
function domainOf(lines: readonly ForestLine[]): readonly [number, number] {
  const all = lines
    .flatMap(({ alone, together }) => [alone, together])
    .flatMap((mark) =>
      mark === null ? [] : [mark.ratio, mark.lower ?? mark.ratio, mark.upper ?? mark.ratio],
    )
    .filter((value) => value > 0 && Number.isFinite(value));
  const least = Math.max(widest[0], Math.min(0.5, ...all) / 1.1);
  const most = Math.min(widest[1], Math.max(2, ...all) * 1.1);
  return [least, most];
}

const everyTick = [1 / 64, 1 / 32, 1 / 16, 0.125, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64];

function ticksOf([least, most]: readonly [number, number]): number[] {
  const inside = everyTick.filter((tick) => tick >= least && tick <= most);
  // Few enough to be read on a narrow picture: every second, 1 always among them.
  return inside.length <= 7 ? inside : inside.filter((tick) => Math.log2(tick) % 2 === 0);
}

interface MarkStyle {
  readonly colour: string;
  readonly fill: string;
  readonly domain: readonly [number, number];
}

function intervalMarks(marks: readonly PlacedMark[], { colour, fill, domain }: MarkStyle): Plot.Markish[] {
  const [least, most] = domain;
  const within = (value: number) => Math.min(most, Math.max(least, value));
  const bounded = marks.filter(({ lower, upper }) => lower !== null && upper !== null);
  const cut = bounded.flatMap(({ lower, upper, y }) => [
    ...((lower ?? 0) < least ? [{ x: least, y, text: '◂' }] : []),
    ...((upper ?? 0) > most ? [{ x: most, y, text: '▸' }] : []),
  ]);
  const inside = marks.filter(({ ratio }) => ratio >= least && ratio <= most);
  return [
    Plot.link(bounded, {
      x1: (mark: PlacedMark) => within(mark.lower ?? mark.ratio),
      x2: (mark: PlacedMark) => within(mark.upper ?? mark.ratio),
      y1: 'y',
      y2: 'y',
      stroke: colour,
      strokeWidth: 1.75,
    }),
    Plot.text(cut, { x: 'x', y: 'y', text: 'text', fill: colour }),
    Plot.dot(inside, { x: 'ratio', y: 'y', r: 4.5, fill, stroke: colour, strokeWidth: 1.75 }),
  ];
}

function legend(
  series: readonly { readonly colour: string; readonly fill: string; readonly name: string }[],
  narrow: boolean,
  marginLeft: number,
): Plot.Markish[] {
  return series.flatMap(({ colour, fill, name }, at) => {
    const dx = (narrow ? 8 : -marginLeft + 8) + at * 130;
    return [
      Plot.dot([0], {
        frameAnchor: 'top-left',
        dx,
        dy: -30,
        r: 4.5,
        fill,
        stroke: colour,
        strokeWidth: 1.75,
      }),
      Plot.text([name], {
        frameAnchor: 'top-left',
        textAnchor: 'start',
        dx: dx + 10,
        dy: -30,
        fill: colour,
        fontWeight: 600,
        lineAnchor: 'middle',
      }),
    ];
  });
}
