import { visitWindows } from '@core/domain/visit-window';
import { describe, expect, it } from 'vitest';

describe('the visit windows', () => {
  it('hold their visit, do not overlap and leave no month out after the first visit', () => {
    visitWindows.forEach((window, index) => {
      expect(window.fromMonth).toBeLessThanOrEqual(window.month);
      expect(window.month).toBeLessThan(window.toMonth);
      const next = visitWindows[index + 1];
      if (next !== undefined && index > 0) expect(next.fromMonth).toBe(window.toMonth);
    });
  });

  it('are [1.5, 4.5) at 3 months, [10.5, 13.5) at 12 and [54, 66) at 60', () => {
    const at = (month: number) => visitWindows.find((window) => window.month === month);
    expect(at(3)).toEqual({ month: 3, fromMonth: 1.5, toMonth: 4.5 });
    expect(at(12)).toEqual({ month: 12, fromMonth: 10.5, toMonth: 13.5 });
    expect(at(60)).toEqual({ month: 60, fromMonth: 57, toMonth: 66 });
  });
});
