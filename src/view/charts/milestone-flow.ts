import {
  type MilestoneBand,
  type MilestoneBar,
  type MilestoneFlow,
  milestoneBands,
} from '@core/analyses/milestones';
import type { MilestoneMonth } from '@core/domain/milestone';
import * as Plot from '@observablehq/plot';
import { bandStyle } from './milestone-style';

export interface MilestoneFlowWords {
  readonly number: (value: number) => string;
  readonly month: (month: MilestoneMonth) => string;
  readonly band: (band: MilestoneBand) => string;
  readonly tip: (flow: MilestoneFlow) => string;
}

/** A block of a column: the patients of one band at one milestone, in patients from the top. */
interface Block {
  readonly place: number;
  readonly band: MilestoneBand;
  readonly patients: number;
  readonly top: number;
  readonly bottom: number;
}

interface Ribbon {
  readonly flow: MilestoneFlow;
  readonly points: readonly { readonly x: number; readonly y1: number; readonly y2: number }[];
}

export const milestoneFlowHeight = 420;

/** Half the width of a column, as a share of the way between two. */
const half = 0.1;

/**
 * Flows between milestones: a column per milestone with the bands in one order, the same patients in every column, and
 * ribbons as wide as the patients who go from one band to another. In a column the ribbons keep the order of the bands.
 */
export function milestoneFlow(
  bars: readonly MilestoneBar[],
  flows: readonly MilestoneFlow[],
  words: MilestoneFlowWords,
  width: number,
): Plot.PlotOptions {
  const columns = bars.map(({ bands }, place) => blocksOf(bands, place));
  const blocks = columns.flat();
  const patients = bars[0]?.patients ?? 0;
  const ribbons = flows.map((flow) => ribbonOf(flow, flows, bars, columns));
  const columnWidth = ((width - 24) / 2.24) * 2 * half;
  const tall = (block: Block) => ((block.bottom - block.top) / Math.max(1, patients)) * 360;
  return {
    width,
    height: milestoneFlowHeight,
    marginLeft: 12,
    marginRight: 12,
    marginTop: 34,
    marginBottom: 12,
    x: { domain: [-half - 0.02, 2 + half + 0.02], axis: null },
    y: { domain: [0, patients], reverse: true, axis: null },
    marks: [
      ...ribbons.map(({ flow, points }) =>
        Plot.areaY(points, {
          x: 'x',
          y1: 'y1',
          y2: 'y2',
          curve: 'bump-x',
          fill: flow.from === 'not_assessed' ? 'var(--line-strong)' : bandStyle[flow.from].fill,
          fillOpacity: 0.32,
        }),
      ),
      Plot.rect(blocks, {
        x1: ({ place }: Block) => place - half,
        x2: ({ place }: Block) => place + half,
        y1: 'top',
        y2: 'bottom',
        fill: ({ band }: Block) => bandStyle[band].fill,
        stroke: ({ band }: Block) => (band === 'not_assessed' ? 'var(--line-strong)' : 'var(--surface)'),
        insetTop: 0.75,
        insetBottom: 0.75,
      }),
      Plot.text(bars, {
        x: (_: MilestoneBar, place: number) => place,
        frameAnchor: 'top',
        dy: -20,
        text: ({ month }: MilestoneBar) => words.month(month),
        fontWeight: 600,
      }),
      ...milestoneBands.map((band) =>
        Plot.text(
          blocks.filter((block) => block.band === band && tall(block) >= 15),
          {
            x: 'place',
            y: ({ top, bottom }: Block) => (top + bottom) / 2,
            text: (block: Block) => {
              const long = `${words.band(block.band)} ${words.number(block.patients)}`;
              if (columnWidth > long.length * 6.6 + 6) return long;
              const number = words.number(block.patients);
              return tall(block) >= 32 ? `${words.band(block.band).slice(0, 4)}.\n${number}` : number;
            },
            fill: bandStyle[band].ink,
            fontWeight: 600,
          },
        ),
      ),
      Plot.tip(
        ribbons,
        Plot.pointer({
          x: ({ points }: Ribbon) => middle(points.map(({ x }) => x)),
          y: ({ points }: Ribbon) => middle(points.flatMap(({ y1, y2 }) => [y1, y2])),
          title: ({ flow }: Ribbon) => words.tip(flow),
          fill: 'var(--surface)',
          stroke: 'var(--line-strong)',
        }),
      ),
    ],
  };
}

const middle = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function blocksOf(bands: MilestoneBar['bands'], place: number): readonly Block[] {
  let top = 0;
  return milestoneBands.flatMap((band) => {
    const patients = bands[band];
    const from = top;
    top += patients;
    return patients === 0 ? [] : { place, band, patients, top: from, bottom: top };
  });
}

function ribbonOf(
  flow: MilestoneFlow,
  flows: readonly MilestoneFlow[],
  bars: readonly MilestoneBar[],
  columns: readonly (readonly Block[])[],
): Ribbon {
  const place = bars.findIndex(({ month }) => month === flow.fromMonth);
  const rank = (band: MilestoneBand) => milestoneBands.indexOf(band);
  const beside = flows.filter(({ fromMonth }) => fromMonth === flow.fromMonth);
  const start = (column: number, band: MilestoneBand) =>
    columns[column]?.find((block) => block.band === band)?.top ?? 0;
  const sum = (some: readonly MilestoneFlow[]) => some.reduce((total, { patients }) => total + patients, 0);
  const left =
    start(place, flow.from) +
    sum(beside.filter(({ from, to }) => from === flow.from && rank(to) < rank(flow.to)));
  const right =
    start(place + 1, flow.to) +
    sum(beside.filter(({ from, to }) => to === flow.to && rank(from) < rank(flow.from)));
  return {
    flow,
    points: [
      { x: place + half, y1: left, y2: left + flow.patients },
      { x: place + 1 - half, y1: right, y2: right + flow.patients },
    ],
  };
}
