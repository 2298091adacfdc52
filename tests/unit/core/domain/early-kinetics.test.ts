import { halvingTimeDays, logReduction, reductionRatio } from '@core/domain/early-kinetics';
import { describe, expect, it } from 'vitest';

describe('early kinetics', () => {
  it.each([
    [80, 10, 90, 30, 0.125],
    [60, 0.5, 90, 13.03, 0.00833],
    [100, 50, 76, 76, 0.5],
    [80, 20, 92, 46, 0.25],
  ] as const)(
    'from %d %% to %d %% in %d days: halving time %d days, ratio %d',
    (from, to, days, time, ratio) => {
      expect(halvingTimeDays(from, to, days)).toBeCloseTo(time, 3);
      expect(reductionRatio(from, to)).toBeCloseTo(ratio, 5);
    },
  );

  it.each([
    [80, 80, 90, Number.POSITIVE_INFINITY],
    [80, 81, 90, Number.POSITIVE_INFINITY],
    [80, 0, 90, 0],
    [0, 10, 90, null],
    [0, 0, 90, null],
    [null, 10, 90, null],
    [80, null, 90, null],
    [80, 10, 0, null],
    [80, 10, -1, null],
  ] as const)('from %s %% to %s %% in %d days: %s', (from, to, days, time) => {
    expect(halvingTimeDays(from, to, days)).toBe(time);
  });

  it('has a halving time, however little lower the later value is', () => {
    expect(halvingTimeDays(80, 79.99, 90)).toBeGreaterThan(400_000);
  });

  it.each([
    [80, 0, 0],
    [80, 160, 2],
    [0, 10, null],
    [null, 10, null],
    [80, null, null],
  ] as const)('from %s %% to %s %% the ratio is %s', (from, to, ratio) => {
    expect(reductionRatio(from, to)).toBe(ratio);
  });

  it.each([
    [100, 0],
    [10, 1],
    [1, 2],
    [0.1, 3],
    [0.01, 4],
    [0.0032, 4.494850021680094],
    [0.001, 5],
  ] as const)('%d %% is a reduction by %d powers of ten', (percent, log) => {
    expect(logReduction(percent)).toBeCloseTo(log, 12);
  });

  it('gives no logarithm of an undetected transcript', () => {
    expect(logReduction(0)).toBeNull();
    expect(logReduction(null)).toBeNull();
  });
});
