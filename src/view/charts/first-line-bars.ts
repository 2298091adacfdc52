import {
  type DrugArrival,
  type FirstLineBand,
  type FirstLineDrugs,
  type FirstLineYear,
  firstLineBands,
} from '@core/analyses/first-line-drugs';
import * as Plot from '@observablehq/plot';
import { shareAxis } from './axis-marks';
import { firstLineLook } from './drug-look';
import type { FigureWords } from './figure-words';

export interface FirstLineWords extends FigureWords {
  readonly band: (band: FirstLineBand) => string;
  readonly arrival: (arrival: DrugArrival) => string;
  readonly tip: (year: FirstLineYear, band: FirstLineBand) => string;
}

interface Segment {
  readonly of: FirstLineYear;
  readonly band: FirstLineBand;
  readonly from: number;
  readonly to: number;
}

export const firstLineHeight = 380;

const rows = 5;
const rowHeight = 15;
const marginTop = rows * rowHeight + 18;
const marginBottom = 28;

/** Where the name of an arrival stands, on the axis of the shares. */
const above = ({ row }: Label): number =>
  1 + ((rows - row) * rowHeight) / (firstLineHeight - marginTop - marginBottom);

/**
 * Shares of the first TKI as one stacked bar per year, and above them where each drug, and each generic, is first seen. Bars
 * of an unfinished year are faint.
 */
export function firstLineBars(
  { years, arrivals }: FirstLineDrugs,
  words: FirstLineWords,
  width: number,
): Plot.PlotOptions {
  const marginLeft = 44;
  const marginRight = 12;
  const barWidth = (width - marginLeft - marginRight) / Math.max(1, years.length);
  const first = years[0]?.year ?? 0;
  const x = (year: number) => marginLeft + (year - first + 0.5) * barWidth;
  const every = [1, 2, 3, 5, 10].find((step) => barWidth * step >= 34) ?? 10;
  const last = years.at(-1)?.year ?? 0;
  const segments = years.flatMap(segmentsOf);
  const labels = labelRows(arrivals, words, x, width);
  return {
    width,
    height: firstLineHeight,
    marginLeft,
    marginRight,
    marginTop,
    marginBottom,
    x: {
      type: 'band',
      domain: years.map(({ year }) => year),
      padding: 0.12,
      paddingOuter: 0.06,
      label: null,
    },
    y: { domain: [0, 1], label: null },
    marks: [
      ...shareAxis(words),
      Plot.axisX(
        years.map(({ year }) => year).filter((year) => (last - year) % every === 0),
        { tickFormat: (year: number) => String(year), tickSize: 4, label: null },
      ),
      Plot.barY(segments, {
        x: ({ of }: Segment) => of.year,
        y1: 'from',
        y2: 'to',
        fill: ({ band }: Segment) => firstLineLook[band].fill,
        fillOpacity: ({ of }: Segment) => (of.unfinished ? 0.5 : 1),
        stroke: 'var(--surface)',
        strokeWidth: 0.75,
      }),
      Plot.ruleX(labels, {
        x: ({ arrival }: Label) => arrival.year,
        y1: 1,
        y2: above,
        stroke: 'var(--line-strong)',
        strokeWidth: 1,
      }),
      ...[false, true].map((left) =>
        Plot.text(
          labels.filter(({ isLeft }) => isLeft === left),
          {
            x: ({ arrival }: Label) => arrival.year,
            y: above,
            dx: left ? -4 : 4,
            textAnchor: left ? 'end' : 'start',
            text: ({ arrival }: Label) => words.arrival(arrival),
            fontWeight: 600,
          },
        ),
      ),
      Plot.tip(
        segments,
        Plot.pointer({
          x: ({ of }: Segment) => of.year,
          y: ({ from, to }: Segment) => (from + to) / 2,
          title: ({ of, band }: Segment) => words.tip(of, band),
          fill: 'var(--surface)',
          stroke: 'var(--line-strong)',
        }),
      ),
    ],
  };
}

function segmentsOf(of: FirstLineYear): readonly Segment[] {
  let before = 0;
  return firstLineBands.flatMap((band) => {
    const patients = of.bands[band];
    if (patients === 0) return [];
    const from = before / of.patients;
    before += patients;
    return { of, band, from, to: before / of.patients };
  });
}

interface Label {
  readonly arrival: DrugArrival;
  readonly row: number;
  /** The words end at the year: they would leave the picture on its other side. */
  readonly isLeft: boolean;
}

/** Rows in which the names of the arrivals do not run into each other; those that find no place are in the table alone. */
function labelRows(
  arrivals: readonly DrugArrival[],
  words: FirstLineWords,
  x: (year: number) => number,
  width: number,
): readonly Label[] {
  const taken: { row: number; from: number; to: number }[] = [];
  return arrivals.flatMap((arrival) => {
    const long = words.arrival(arrival).length * 6.4 + 10;
    const at = x(arrival.year);
    const isLeft = at + long > width;
    const [from, to] = isLeft ? [at - long, at + 2] : [at - 2, at + long];
    const row = Array.from({ length: rows }, (_, k) => k).find((place) =>
      taken.every((one) => one.row !== place || one.to < from || one.from > to),
    );
    if (row === undefined || from < 0) return [];
    taken.push({ row, from, to });
    return { arrival, row, isLeft };
  });
}
