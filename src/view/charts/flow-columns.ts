import * as Plot from '@observablehq/plot';

/** A block of a column: those who are at one place, in patients from the top. */
export interface FlowBlock {
  /** The column, from 0. */
  readonly place: number;
  readonly top: number;
  readonly patients: number;
  readonly name: string;
  /** Stands above the number where the name does not fit into the column. */
  readonly shortName: string;
  readonly fill: string;
  readonly ink: string;
  /** Drawn around the block; told apart from its neighbours by a gap otherwise. */
  readonly outline?: boolean;
}

/** Those who go from a block to one of the next column. */
export interface FlowRibbon {
  readonly place: number;
  readonly patients: number;
  readonly fromTop: number;
  readonly toTop: number;
  readonly fill: string;
  readonly title: string;
}

export interface FlowColumnsPlace {
  readonly width: number;
  readonly height: number;
  /** One heading per column. */
  readonly headings: readonly string[];
  /** The height of the columns, in patients. */
  readonly patients: number;
  readonly number: (value: number) => string;
}

interface Placed {
  readonly ribbon: FlowRibbon;
  readonly points: readonly { readonly x: number; readonly y1: number; readonly y2: number }[];
}

/** Half the width of a column, as a share of the way between two. */
const half = 0.13;

/**
 * Flows between columns (a Sankey diagram whose places are given): a block per place, as tall as its patients, and ribbons as
 * wide as those who go from one to the other.
 */
export function flowColumns(
  blocks: readonly FlowBlock[],
  ribbons: readonly FlowRibbon[],
  { width, height, headings, patients, number }: FlowColumnsPlace,
): Plot.PlotOptions {
  const last = headings.length - 1;
  const columnWidth = ((width - 24) / (last + 2 * (half + 0.02))) * 2 * half;
  const tall = (block: FlowBlock) => (block.patients / Math.max(1, patients)) * (height - 60);
  const placed = ribbons.map(placedRibbon);
  return {
    width,
    height,
    marginLeft: 12,
    marginRight: 12,
    marginTop: 34,
    marginBottom: 12,
    x: { domain: [-half - 0.02, last + half + 0.02], axis: null },
    y: { domain: [0, patients], reverse: true, axis: null },
    marks: [
      ...placed.map(({ ribbon, points }) =>
        Plot.areaY(points, {
          x: 'x',
          y1: 'y1',
          y2: 'y2',
          curve: 'bump-x',
          fill: ribbon.fill,
          fillOpacity: 0.32,
        }),
      ),
      Plot.rect(blocks, {
        x1: ({ place }: FlowBlock) => place - half,
        x2: ({ place }: FlowBlock) => place + half,
        y1: 'top',
        y2: (block: FlowBlock) => block.top + block.patients,
        fill: 'fill',
        stroke: ({ outline }: FlowBlock) => (outline === true ? 'var(--line-strong)' : 'var(--surface)'),
        insetTop: 0.75,
        insetBottom: 0.75,
      }),
      Plot.text(headings, {
        x: (_: string, place: number) => place,
        frameAnchor: 'top',
        dy: -20,
        text: (heading: string) => heading,
        fontWeight: 600,
      }),
      Plot.text(
        blocks.filter((block) => tall(block) >= 15),
        {
          x: 'place',
          y: (block: FlowBlock) => block.top + block.patients / 2,
          text: (block: FlowBlock) => {
            const size = number(block.patients);
            const long = `${block.name} ${size}`;
            if (columnWidth > long.length * 6.6 + 6) return long;
            if (tall(block) < 32) return size;
            return `${columnWidth > block.name.length * 6.6 + 6 ? block.name : block.shortName}\n${size}`;
          },
          fill: 'ink',
          fontWeight: 600,
        },
      ),
      Plot.tip(
        placed,
        Plot.pointer({
          x: ({ points }: Placed) => middle(points.map(({ x }) => x)),
          y: ({ points }: Placed) => middle(points.flatMap(({ y1, y2 }) => [y1, y2])),
          title: ({ ribbon }: Placed) => ribbon.title,
          fill: 'var(--surface)',
          stroke: 'var(--line-strong)',
        }),
      ),
    ],
  };
}

const middle = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function placedRibbon(ribbon: FlowRibbon): Placed {
  const { place, patients, fromTop, toTop } = ribbon;
  return {
    ribbon,
    points: [
      { x: place + half, y1: fromTop, y2: fromTop + patients },
      { x: place + 1 - half, y1: toTop, y2: toTop + patients },
    ],
  };
}
