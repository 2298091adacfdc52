import { type ForestLine, type ForestMark, forestHeight, forestPlot } from '@view/charts/forest-plot';
import { describe, expect, it } from 'vitest';

const words = {
  number: (value: number) => String(value),
  percent: (share: number) => `${share * 100} %`,
  axis: 'ratio',
  less: 'less',
  more: 'more',
  alone: 'alone',
  together: 'together',
  counts: 'events / patients',
};
const line = (alone: ForestMark | null, together: ForestMark | null = alone): ForestLine => ({
  label: 'Age, 10 years more',
  isHead: false,
  counts: '3 / 20',
  alone,
  together,
  remark: alone === null ? 'not estimable' : '',
});
const mark = (ratio: number, lower: number | null, upper: number | null): ForestMark => ({
  ratio,
  lower,
  upper,
  text: `${ratio}`,
});

/** The axis of a picture, as high as it says. */
const domainOf = (lines: readonly ForestLine[], width: number) => {
  const { x, height, marks } = forestPlot(lines, words, width);
  expect(height).toBe(forestHeight(lines, width));
  expect(marks?.length).toBeGreaterThan(10);
  return (x?.domain ?? []) as readonly number[];
};

describe('a forest plot', () => {
  it.each([
    ['no line', []],
    ['a ratio that cannot be estimated', [line(null)]],
    ['a ratio without limits', [line(mark(2, null, null))]],
    ['limits of nothing and of everything', [line(mark(1, 0, Number.POSITIVE_INFINITY))]],
    ['a ratio beyond what can be drawn', [line(mark(1e9, 1e-9, 1e12), mark(0, 0, 1))]],
    ['twelve levels', Array.from({ length: 12 }, (_, k) => line(mark(0.5 + k / 4, 0.2, 9)))],
  ] as const)('has an axis with 1 on it, at 1200 and at 390 pixels: %s', (_what, lines) => {
    for (const width of [1200, 390]) {
      const [least = 0, most = Number.POSITIVE_INFINITY] = domainOf(lines, width);
      expect([least < 1, least >= 1 / 64, most > 1, most <= 64]).toEqual([true, true, true, true]);
    }
  });

  it('gives each line more room where its ratios stand under its name', () => {
    const lines = [line(mark(2, 1, 3)), { ...line(null), isHead: true }];
    expect(forestHeight(lines, 390) - forestHeight(lines, 1200)).toBe(18);
  });
});
