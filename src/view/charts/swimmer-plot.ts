import type { SwimmerLane, SwimmerStretch } from '@core/analyses/swimmer-lanes';
import { monthsFromDays } from '@core/domain/calendar';
import * as Plot from '@observablehq/plot';
import type { FigureWords } from './figure-words';

export interface SwimmerWords extends FigureWords {
  readonly x: string;
  readonly state: (state: SwimmerStretch['state']) => string;
  readonly loss: string;
  readonly restart: string;
  readonly regained: string;
  readonly goesOn: string;
}

const laneHeight = 13;
const bottom = 46;

/** Colour and thickness of each state: the less of a response, the thicker, so that they are told apart without colour. */
const stateStyle = {
  deep: { colour: 'var(--series-3)', thick: 3 },
  mmr: { colour: 'var(--series-1)', thick: 6 },
  lost: { colour: 'var(--series-2)', thick: 10 },
  unknown: { colour: 'var(--line-strong)', thick: 1.5 },
} as const satisfies Readonly<Record<SwimmerStretch['state'], { colour: string; thick: number }>>;

const states = ['deep', 'mmr', 'lost', 'unknown'] as const;

const legendTop = (width: number): number => (width < 720 ? 76 : 44);

export const swimmerHeight = (lanes: readonly SwimmerLane[], width: number): number =>
  legendTop(width) + bottom + lanes.length * laneHeight;

/** One lane per patient after the stop: response over time, loss, restart, regained response, and who is still followed. */
export function swimmerPlot(
  lanes: readonly SwimmerLane[],
  words: SwimmerWords,
  width: number,
): Plot.PlotOptions {
  const top = legendTop(width);
  const end = Math.max(12, ...lanes.map(({ endDay }) => Math.ceil(monthsFromDays(endDay) / 12) * 12));
  const placed = lanes.map((lane, at) => ({ ...lane, y: at + 0.5 }));
  const stretches = placed.flatMap(({ stretches: own, y }) =>
    own.map(({ fromDay, toDay, state }) => ({
      x1: monthsFromDays(fromDay),
      x2: monthsFromDays(toDay),
      y,
      state,
    })),
  );
  const marks = (of: 'lossDay' | 'restartDay' | 'regainedDay') =>
    placed.flatMap((lane) => {
      const day = lane[of];
      return day === null ? [] : [{ x: monthsFromDays(day), y: lane.y }];
    });
  const symbols = [
    { data: marks('lossDay'), symbol: 'times', name: words.loss },
    { data: marks('restartDay'), symbol: 'triangle', name: words.restart },
    { data: marks('regainedDay'), symbol: 'circle', name: words.regained },
  ] as const;
  return {
    width,
    height: swimmerHeight(lanes, width),
    marginLeft: 16,
    marginRight: 20,
    marginTop: top,
    marginBottom: bottom,
    x: { domain: [0, end], label: null },
    y: { domain: [0, Math.max(1, lanes.length)], range: [top, top + lanes.length * laneHeight], axis: null },
    marks: [
      Plot.gridX({ interval: 12, stroke: 'var(--line)', strokeOpacity: 1 }),
      Plot.axisX({
        ticks: Array.from({ length: end / 12 + 1 }, (_, year) => year * 12).filter(
          (month) => end <= 120 || month % 24 === 0,
        ),
        tickFormat: (month: number) => words.number(month),
        label: null,
      }),
      Plot.text([words.x], { frameAnchor: 'bottom', dy: 36, fontWeight: 600 }),
      ...states.map((state) =>
        Plot.link(
          stretches.filter((stretch) => stretch.state === state),
          {
            x1: 'x1',
            x2: 'x2',
            y1: 'y',
            y2: 'y',
            stroke: stateStyle[state].colour,
            strokeWidth: stateStyle[state].thick,
            strokeLinecap: 'butt',
          },
        ),
      ),
      ...symbols.map(({ data, symbol }) =>
        Plot.dot(data, {
          x: 'x',
          y: 'y',
          symbol,
          r: 4,
          stroke: 'var(--ink)',
          strokeWidth: 1.5,
          fill: 'var(--surface)',
        }),
      ),
      Plot.text(
        placed.filter(({ remains }) => remains),
        {
          x: (lane: SwimmerLane) => monthsFromDays(lane.endDay),
          y: 'y',
          text: () => '▸',
          dx: 6,
          fill: 'var(--ink-soft)',
        },
      ),
      ...legend(words, symbols, width),
    ],
  };
}

function legend(
  words: SwimmerWords,
  symbols: readonly { readonly symbol: Plot.SymbolType; readonly name: string }[],
  width: number,
): Plot.Markish[] {
  const perLine = width < 720 ? 2 : 4;
  const wide = width < 720 ? (width - 40) / perLine : 190;
  const top = -legendTop(width) + 8;
  const place = (at: number) => ({
    dx: (at % perLine) * wide,
    dy: top + Math.floor(at / perLine) * 16,
  });
  const name = (text: string, at: number) =>
    Plot.text([text], {
      frameAnchor: 'top-left',
      textAnchor: 'start',
      lineAnchor: 'middle',
      dx: place(at).dx + 22,
      dy: place(at).dy,
      fill: 'var(--ink-soft)',
    });
  return [
    ...states.flatMap((state, at) => [
      Plot.text(['▬'], {
        frameAnchor: 'top-left',
        textAnchor: 'start',
        lineAnchor: 'middle',
        ...place(at),
        fontSize: 6 + stateStyle[state].thick,
        fill: stateStyle[state].colour,
      }),
      name(words.state(state), at),
    ]),
    ...symbols.flatMap(({ symbol, name: text }, at) => [
      Plot.dot([0], {
        frameAnchor: 'top-left',
        dx: place(4 + at).dx + 8,
        dy: place(4 + at).dy,
        symbol,
        r: 4,
        stroke: 'var(--ink)',
        strokeWidth: 1.5,
      }),
      name(text, 4 + at),
    ]),
    name(`▸ ${words.goesOn}`, 7),
  ];
}
