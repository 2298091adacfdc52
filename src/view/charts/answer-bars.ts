import * as Plot from '@observablehq/plot';
import type { FigureWords } from './figure-words';

export const answerKinds = ['met', 'notMet', 'unknown'] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** A question with how many answer it in each of three ways. */
export interface AnswerBar extends Readonly<Record<AnswerKind, number>> {
  readonly name: string;
}

export interface AnswerBarsWords extends FigureWords {
  readonly x: string;
  readonly kind: (kind: AnswerKind) => string;
}

const rowHeight = 46;
const colours: Readonly<Record<AnswerKind, { readonly fill: string; readonly ink: string }>> = {
  met: { fill: 'var(--series-1)', ink: 'var(--surface)' },
  notMet: { fill: 'var(--line)', ink: 'var(--ink)' },
  unknown: { fill: 'var(--surface)', ink: 'var(--ink-faint)' },
};

export const answerBarsHeight = (bars: number): number => bars * rowHeight + 44;

/** One horizontal bar per question, its name above it: met, not met, not known, each with its count where it fits. */
export function answerBars(
  bars: readonly AnswerBar[],
  words: AnswerBarsWords,
  width: number,
): Plot.PlotOptions {
  const segments = bars.flatMap((bar, row) => {
    let from = 0;
    return answerKinds.map((kind) => {
      const segment = { row, kind, from, to: from + bar[kind], count: bar[kind], name: bar.name };
      from = segment.to;
      return segment;
    });
  });
  const end = Math.max(1, ...segments.map(({ to }) => to));
  const margin = 16;
  const fits = (segment: (typeof segments)[number]) => (segment.count / end) * (width - 2 * margin) > 96;
  return {
    width,
    height: answerBarsHeight(bars.length),
    marginLeft: margin,
    marginRight: margin,
    marginTop: 6,
    marginBottom: 38,
    x: { domain: [0, end], label: null },
    y: { domain: [0, bars.length], reverse: true, axis: null },
    marks: [
      Plot.axisX({ ticks: 5, tickSize: 4, label: null, tickFormat: (count: number) => words.number(count) }),
      Plot.text([words.x], { frameAnchor: 'bottom', dy: 34, fontWeight: 600 }),
      Plot.text(bars, {
        x: 0,
        y: (_: AnswerBar, row: number) => row + 0.2,
        text: 'name',
        textAnchor: 'start',
        fontWeight: 600,
      }),
      Plot.rect(segments, {
        x1: 'from',
        x2: 'to',
        y1: ({ row }: (typeof segments)[number]) => row + 0.4,
        y2: ({ row }: (typeof segments)[number]) => row + 0.92,
        fill: ({ kind }: (typeof segments)[number]) => colours[kind].fill,
        stroke: 'var(--line-strong)',
        title: ({ name, kind, count }: (typeof segments)[number]) =>
          `${name}\n${words.kind(kind)} ${words.number(count)}`,
      }),
      Plot.text(segments.filter(fits), {
        x: ({ from, to }: (typeof segments)[number]) => (from + to) / 2,
        y: ({ row }: (typeof segments)[number]) => row + 0.66,
        text: ({ kind, count }: (typeof segments)[number]) => `${words.kind(kind)} ${words.number(count)}`,
        fill: ({ kind }: (typeof segments)[number]) => colours[kind].ink,
        fontWeight: 600,
      }),
    ],
  };
}
