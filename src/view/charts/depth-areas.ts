import type { DepthReading } from '@core/analyses/depth-occupation';
import type { DepthState } from '@core/cohort/depth-course';
import * as Plot from '@observablehq/plot';
import { axisTitles, probabilityAxis } from './axis-marks';
import type { FigureWords } from './figure-words';
import { axisTicks } from './step-curves';

export interface DepthAreasWords extends FigureWords {
  readonly x: string;
  readonly y: string;
  readonly followed: string;
  readonly state: (state: DepthState) => string;
}

/** From the bottom up: the deeper, the lower; on treatment, then without it, then dead. */
export const stackedStates = [
  'MR5',
  'MR4.5',
  'MR4',
  'MMR',
  'above_mmr',
  'not_assessed',
  'off_tki',
  'dead',
] as const satisfies readonly DepthState[];

const style: Readonly<Record<DepthState, { readonly fill: string; readonly opacity: number }>> = {
  MR5: { fill: 'var(--series-1)', opacity: 1 },
  'MR4.5': { fill: 'var(--series-1)', opacity: 0.76 },
  MR4: { fill: 'var(--series-1)', opacity: 0.52 },
  MMR: { fill: 'var(--series-1)', opacity: 0.28 },
  above_mmr: { fill: 'var(--series-2)', opacity: 0.75 },
  not_assessed: { fill: 'var(--sunken)', opacity: 1 },
  off_tki: { fill: 'var(--series-3)', opacity: 0.6 },
  dead: { fill: 'var(--series-6)', opacity: 0.85 },
};

const plotHeight = 320;
const bottom = 84;
export const depthAreasHeight = plotHeight + bottom;

interface Band {
  readonly month: number;
  readonly from: number;
  readonly to: number;
}

/** The bands of the states, one on the other, over the months; each is named at its right end. */
export function depthAreas(
  readings: readonly DepthReading[],
  words: DepthAreasWords,
  { width, cursorMonth }: { readonly width: number; readonly cursorMonth: number | null },
): Plot.PlotOptions {
  const marginLeft = 56;
  const marginRight = width < 520 ? 104 : 150;
  const end = Math.max(12, readings.at(-1)?.month ?? 0);
  const ticks = axisTicks(end, width - marginLeft - marginRight);
  const counted = readings.filter(({ month }) => ticks.includes(month));
  const bands = bandsOf(readings);
  return {
    width,
    height: depthAreasHeight,
    marginLeft,
    marginRight,
    marginTop: 30,
    marginBottom: bottom,
    x: { domain: [0, end], label: null },
    y: { domain: [0, 1], label: null },
    marks: [
      ...bands.map(({ state, band }) =>
        Plot.areaY(band, {
          x: 'month',
          y1: 'from',
          y2: 'to',
          fill: style[state].fill,
          fillOpacity: style[state].opacity,
        }),
      ),
      ...bands.map(({ band }) =>
        Plot.lineY(band, { x: 'month', y: 'to', stroke: 'var(--ink)', strokeWidth: 0.6, strokeOpacity: 0.6 }),
      ),
      ...probabilityAxis(words),
      Plot.axisX([...ticks], {
        tickSize: 4,
        tickFormat: (month: number) => words.number(month),
        label: null,
      }),
      ...axisTitles(words, { left: marginLeft - 4, below: 36 }),
      names(bands, words),
      Plot.text([words.followed], {
        frameAnchor: 'bottom-left',
        textAnchor: 'start',
        dx: -marginLeft + 4,
        dy: 56,
        fill: 'var(--ink-faint)',
      }),
      Plot.text(counted, {
        x: 'month',
        frameAnchor: 'bottom',
        dy: 72,
        text: ({ followed }: DepthReading) => words.number(followed),
      }),
      ...(cursorMonth === null
        ? []
        : [Plot.ruleX([cursorMonth], { stroke: 'var(--ink)', strokeWidth: 1.5, strokeDasharray: '2 2' })]),
    ],
  };
}

function bandsOf(readings: readonly DepthReading[]) {
  const tops = readings.map(() => 0);
  return stackedStates.map((state) => ({
    state,
    band: readings.map(({ month, shares }, at): Band => {
      const from = tops[at] ?? 0;
      const to = from + shares[state];
      tops[at] = to;
      return { month, from, to };
    }),
  }));
}

/** Names beside the right ends of the bands, pushed apart until they do not touch. */
function names(bands: ReturnType<typeof bandsOf>, words: DepthAreasWords): Plot.Markish {
  const apart = 0.056;
  const labels = bands.flatMap(({ state, band }) => {
    const last = band.at(-1);
    return last === undefined ? [] : [{ state, y: (last.from + last.to) / 2 }];
  });
  labels.forEach((label, at) => {
    const below = labels[at - 1];
    if (below !== undefined) label.y = Math.max(label.y, below.y + apart);
  });
  const over = (labels.at(-1)?.y ?? 0) - 1;
  // What was pushed out at the top pushes the others back down.
  if (over > 0) {
    labels.toReversed().forEach((label, at) => {
      label.y = Math.min(label.y, 1 - at * apart);
    });
  }
  return Plot.text(labels, {
    y: 'y',
    frameAnchor: 'right',
    textAnchor: 'start',
    dx: 8,
    text: ({ state }: { state: DepthState }) => words.state(state),
    fontWeight: 600,
    fill: 'var(--ink)',
  });
}
