import {
  type MilestoneBand,
  type MilestoneBar,
  type MilestoneFlow,
  milestoneBands,
} from '@core/analyses/milestones';
import type { MilestoneMonth } from '@core/domain/milestone';
import type { PlotOptions } from '@observablehq/plot';
import { type FlowBlock, type FlowRibbon, flowColumns } from './flow-columns';
import { bandStyle } from './milestone-style';

export interface MilestoneFlowWords {
  readonly number: (value: number) => string;
  readonly month: (month: MilestoneMonth) => string;
  readonly band: (band: MilestoneBand) => string;
  readonly tip: (flow: MilestoneFlow) => string;
}

interface BandBlock extends FlowBlock {
  readonly band: MilestoneBand;
}

export const milestoneFlowHeight = 420;

/**
 * Flows between milestones: a column per milestone with the bands in one order, the same patients in every column, and
 * ribbons as wide as the patients who go from one band to another. In a column the ribbons keep the order of the bands.
 */
export function milestoneFlow(
  bars: readonly MilestoneBar[],
  flows: readonly MilestoneFlow[],
  words: MilestoneFlowWords,
  width: number,
): PlotOptions {
  const columns = bars.map(({ bands }, place) => blocksOf(bands, place, words));
  return flowColumns(
    columns.flat(),
    flows.map((flow) => ribbonOf(flow, flows, bars, columns, words)),
    {
      width,
      height: milestoneFlowHeight,
      headings: bars.map(({ month }) => words.month(month)),
      patients: bars[0]?.patients ?? 0,
      number: words.number,
    },
  );
}

function blocksOf(
  bands: MilestoneBar['bands'],
  place: number,
  words: MilestoneFlowWords,
): readonly BandBlock[] {
  let top = 0;
  return milestoneBands.flatMap((band) => {
    const patients = bands[band];
    const from = top;
    top += patients;
    if (patients === 0) return [];
    const name = words.band(band);
    return {
      place,
      band,
      patients,
      top: from,
      name,
      shortName: `${name.slice(0, 4)}.`,
      ...bandStyle[band],
    };
  });
}

function ribbonOf(
  flow: MilestoneFlow,
  flows: readonly MilestoneFlow[],
  bars: readonly MilestoneBar[],
  columns: readonly (readonly BandBlock[])[],
  words: MilestoneFlowWords,
): FlowRibbon {
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
    place,
    patients: flow.patients,
    fromTop: left,
    toTop: right,
    fill: flow.from === 'not_assessed' ? 'var(--line-strong)' : bandStyle[flow.from].fill,
    title: words.tip(flow),
  };
}
