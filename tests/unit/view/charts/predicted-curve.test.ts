import { predictedCurve, predictedCurveHeight } from '@view/charts/predicted-curve';
import { expect, it } from 'vitest';

const words = {
  number: (value: number) => String(value),
  percent: (share: number) => `${share * 100} %`,
  x: 'months',
  y: 'free',
  tip: () => 'tip',
};
const point = (month: number, limit: number | null) => ({
  month,
  probability: 0.5,
  lower: limit,
  upper: limit,
});

it.each([
  ['no event', [], 12],
  ['one event without limits', [point(3, null)], 12],
  ['thirty years', [point(3, 0.4), point(360, null)], 360],
] as const)('a predicted curve keeps its frame from 0 to 1: %s', (_what, points, months) => {
  for (const width of [1200, 390]) {
    const { x, y, height } = predictedCurve(points, words, width);
    expect([x?.domain, y?.domain, height]).toEqual([[0, months], [0, 1], predictedCurveHeight]);
  }
});
