import {
  type PathwayFlow,
  type PathwayNode,
  pathwayLines,
  type TreatmentPathways,
} from '@core/analyses/treatment-pathways';
import type { PlotOptions } from '@observablehq/plot';
import { drugLook } from './drug-look';
import { flowColumns } from './flow-columns';

export interface TreatmentFlowWords {
  readonly number: (value: number) => string;
  readonly line: (line: number) => string;
  readonly node: (node: PathwayNode) => string;
  readonly tip: (flow: PathwayFlow) => string;
}

export const treatmentFlowHeight = 520;

/** Pathways over the lines of TKI: a column per line, and ribbons as wide as those who go from one drug to what followed. */
export function treatmentFlow(
  { patients, blocks, flows }: TreatmentPathways,
  words: TreatmentFlowWords,
  width: number,
): PlotOptions {
  return flowColumns(
    blocks.map(({ line, node, patients: size, top }) => {
      const name = words.node(node);
      const shortName = `${name.slice(0, 4)}.`;
      return { place: line - 1, top, patients: size, name, shortName, ...drugLook[node] };
    }),
    flows.map((flow) => ({
      place: flow.line - 1,
      patients: flow.patients,
      fromTop: flow.fromTop,
      toTop: flow.toTop,
      fill: drugLook[flow.from].fill,
      title: words.tip(flow),
    })),
    {
      width,
      height: treatmentFlowHeight,
      headings: Array.from({ length: pathwayLines }, (_, k) => words.line(k + 1)),
      patients,
      number: words.number,
    },
  );
}
