import type { MappedVariant } from '@core/analyses/mutation-map';
import { type KinaseRegion, kinaseDomain, kinaseRegions } from '@core/domain/kinase-mutation';
import * as Plot from '@observablehq/plot';
import { axisTitles } from './axis-marks';
import type { FigureWords } from './figure-words';

export interface MutationMapWords extends FigureWords {
  readonly x: string;
  readonly y: string;
  readonly region: (region: KinaseRegion['id']) => string;
  readonly tip: (variant: MappedVariant) => string;
}

/** A variant at its residue, and where its head stands so that no two touch. */
interface Placed extends MappedVariant {
  readonly residue: number;
  readonly head: number;
}

const margins = { left: 48, right: 16, top: 84, bottom: 80 } as const;
export const mutationMapHeight = 360;
const apartPixels = 19;

/** One lollipop per variant along the kinase domain: how many patients, and in which part of the domain. */
export function mutationMapChart(
  variants: readonly MappedVariant[],
  words: MutationMapWords,
  { width, cursor }: { readonly width: number; readonly cursor: string | null },
): Plot.PlotOptions {
  const onMap = variants.flatMap((one) => (one.residue === null ? [] : [{ ...one, residue: one.residue }]));
  const from = Math.min(kinaseDomain.from - 10, ...onMap.map(({ residue }) => residue - 5));
  const to = Math.max(kinaseDomain.to + 10, ...onMap.map(({ residue }) => residue + 5));
  const pixelsPerResidue = (width - margins.left - margins.right) / (to - from);
  const heads = spread(
    onMap.map(({ residue }) => residue),
    apartPixels / pixelsPerResidue,
    { from: from + 8 / pixelsPerResidue, to: to - 24 / pixelsPerResidue },
  );
  const placed = onMap.map((one, at): Placed => ({ ...one, head: heads[at] ?? one.residue }));
  const most = Math.max(1, ...placed.map(({ patients }) => patients));
  const isRead = ({ variant }: Placed) => variant === cursor;
  return {
    width,
    height: mutationMapHeight,
    marginLeft: margins.left,
    marginRight: margins.right,
    marginTop: margins.top,
    marginBottom: margins.bottom,
    x: { domain: [from, to], label: null },
    y: { domain: [0, most], nice: true, label: null },
    marks: [
      Plot.gridY({ stroke: 'var(--line)', strokeOpacity: 1, ticks: 5 }),
      Plot.axisY({
        tickFormat: (patients: number) => (Number.isInteger(patients) ? words.number(patients) : ''),
        tickSize: 0,
        label: null,
        ticks: 5,
      }),
      ...domainMarks(most, words),
      Plot.link(placed, {
        x1: 'residue',
        x2: 'head',
        y1: 0,
        y2: 'patients',
        stroke: 'var(--line-strong)',
        strokeWidth: 1.2,
      }),
      Plot.dot(placed, {
        x: 'head',
        y: 'patients',
        r: 5.5,
        fill: (one: Placed) => (isRead(one) ? 'var(--accent)' : 'var(--series-2)'),
        stroke: 'var(--surface)',
      }),
      Plot.text(placed, {
        x: 'head',
        y: 'patients',
        text: ({ variant, patients }: Placed) => `${variant}  ${words.number(patients)}`,
        rotate: -62,
        textAnchor: 'start',
        dx: 3,
        dy: -10,
        fontWeight: 600,
      }),
      Plot.axisX({
        anchor: 'bottom',
        ticks: ticksBetween(from, to, width < 520 ? 50 : 25),
        tickFormat: (residue: number) => String(residue),
        tickSize: 4,
        label: null,
      }),
      ...axisTitles(words, { left: margins.left - 4, below: 64 }),
      Plot.tip(
        placed,
        Plot.pointer({
          x: 'head',
          y: 'patients',
          title: words.tip,
          fill: 'var(--surface)',
          stroke: 'var(--line-strong)',
        }),
      ),
    ],
  };
}

/** The parts of the domain behind the lollipops, each named under the axis, and the domain itself on it. */
function domainMarks(most: number, words: MutationMapWords): Plot.Markish[] {
  return [
    Plot.rect(kinaseRegions, {
      x1: ({ from }: KinaseRegion) => from - 0.5,
      x2: ({ to }: KinaseRegion) => to + 0.5,
      y1: 0,
      y2: most,
      fill: 'var(--accent)',
      fillOpacity: 0.12,
    }),
    Plot.ruleY([0], {
      x1: kinaseDomain.from,
      x2: kinaseDomain.to,
      stroke: 'var(--ink-soft)',
      strokeWidth: 4,
    }),
    Plot.text(kinaseRegions, {
      x: ({ from, to }: KinaseRegion) => (from + to) / 2,
      frameAnchor: 'bottom',
      dy: 42,
      text: ({ id }: KinaseRegion) => words.region(id),
      fill: 'var(--ink-soft)',
    }),
  ];
}

const ticksBetween = (from: number, to: number, step: number): readonly number[] =>
  Array.from(
    { length: Math.floor(to / step) - Math.ceil(from / step) + 1 },
    (_, at) => (Math.ceil(from / step) + at) * step,
  );

/**
 * Places at least `apart` from each other, in order, inside the limits, as near to the wished ones as possible (by least
 * squares: pooled neighbours).
 */
export function spread(
  wished: readonly number[],
  apart: number,
  { from, to }: { readonly from: number; readonly to: number },
): readonly number[] {
  const blocks: { sum: number; size: number }[] = [];
  wished.forEach((place, at) => {
    blocks.push({ sum: place - at * apart, size: 1 });
    for (let last = blocks.length - 1; last > 0; last--) {
      const [before, block] = [blocks[last - 1], blocks[last]];
      if (before === undefined || block === undefined || before.sum / before.size <= block.sum / block.size)
        break;
      blocks.splice(last - 1, 2, { sum: before.sum + block.sum, size: before.size + block.size });
    }
  });
  const most = to - (wished.length - 1) * apart;
  return blocks
    .flatMap(({ sum, size }) => Array<number>(size).fill(sum / size))
    .map((place, at) => Math.max(from, Math.min(most, place)) + at * apart);
}
