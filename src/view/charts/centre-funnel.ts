import type { CentreFunnel, CentreOfFunnel, FunnelBand } from '@core/analyses/centre-funnel';
import * as Plot from '@observablehq/plot';
import { shareAxis } from './axis-marks';
import type { FigureWords } from './figure-words';

export interface CentreFunnelWords extends FigureWords {
  readonly x: string;
  readonly target: string;
  readonly inner: string;
  readonly outer: string;
  readonly own: string;
  readonly tip: (centre: CentreOfFunnel) => string;
}

/**
 * A funnel plot: one point per centre, the overall share as a line, exact limits of 95 % (dashed) and 99.8 % (solid).
 * Points outside are squares, so that they are told without colour; the own centre is named, the others are not.
 */
export function centreFunnelChart(
  funnel: CentreFunnel,
  words: CentreFunnelWords,
  { width, height, own }: { width: number; height: number; own: string | null },
): Plot.PlotOptions {
  const { band, centres, target } = funnel;
  const end = band.at(-1)?.n ?? 1;
  const isOwn = (centre: CentreOfFunnel) => own !== null && centre.centre === own;
  const others = centres.filter((centre) => !isOwn(centre));
  const mine = centres.filter(isOwn);
  const limit = (column: keyof FunnelBand, dash: string) =>
    Plot.line(band, { x: 'n', y: column, stroke: 'var(--line-strong)', strokeDasharray: dash });
  const dot = (data: readonly CentreOfFunnel[], fill: string, r: number) =>
    Plot.dot(data, {
      x: 'assessed',
      y: 'share',
      r,
      symbol: (centre: CentreOfFunnel) => (centre.position === 'within' ? 'circle' : 'square'),
      fill,
      stroke: 'var(--surface)',
    });
  return {
    width,
    height,
    marginLeft: 48,
    marginRight: width < 520 ? 16 : 92,
    marginTop: 14,
    marginBottom: 44,
    x: { domain: [0, end], label: null },
    y: { domain: [0, 1], label: null },
    symbol: { type: 'identity' },
    marks: [
      ...shareAxis(words),
      Plot.axisX({ ticks: Math.max(3, Math.floor(width / 110)), tickSize: 4, label: null }),
      Plot.text([words.x], { frameAnchor: 'bottom', dy: 34, fontWeight: 600 }),
      limit('lower95', '5 4'),
      limit('upper95', '5 4'),
      limit('lower998', 'none'),
      limit('upper998', 'none'),
      ...(target === null ? [] : [Plot.ruleY([target], { stroke: 'var(--ink-soft)', strokeWidth: 1.5 })]),
      ...(width < 520 || target === null ? [] : lineNames(band, target, words)),
      dot(others, 'var(--series-1)', 4.5),
      dot(mine, 'var(--series-2)', 6.5),
      Plot.text(mine, {
        x: 'assessed',
        y: 'share',
        text: () => words.own,
        dy: -14,
        fontWeight: 700,
        fill: 'var(--series-2)',
        stroke: 'var(--surface)',
        strokeWidth: 4,
      }),
      Plot.tip(
        centres,
        Plot.pointer({
          x: 'assessed',
          y: 'share',
          title: words.tip,
          fill: 'var(--surface)',
          stroke: 'var(--line-strong)',
        }),
      ),
    ],
  };
}

/** What the lines are, beside their ends. */
function lineNames(band: readonly FunnelBand[], target: number, words: CentreFunnelWords): Plot.Markish[] {
  const end = band.at(-1);
  if (end === undefined) return [];
  const apart = 0.055;
  const inner = Math.max(end.upper95, target + apart);
  const names = [
    { y: target, text: words.target },
    { y: inner, text: words.inner },
    { y: Math.max(end.upper998, inner + apart), text: words.outer },
  ];
  return [
    Plot.text(names, {
      x: () => end.n,
      y: 'y',
      text: 'text',
      textAnchor: 'start',
      dx: 6,
      fill: 'var(--ink-soft)',
      clip: false,
    }),
  ];
}
