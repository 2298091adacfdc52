import { type AnswerCells, AnswerWindows } from '@session/answer-windows';
import { describe, expect, it } from 'vitest';

/** An answer of many rows, of which each cell is its place; questions wait until they are let through. */
function answer(rows: number) {
  const asked: { readonly from: number; readonly count: number }[] = [];
  const waiting: ((fail?: boolean) => void)[] = [];
  let arrivals = 0;
  const windows = new AnswerWindows({
    rows,
    windowRows: 100,
    read: (range) => {
      asked.push(range);
      const cells = Array.from(
        { length: Math.min(range.count, rows - range.from) },
        (_, at): AnswerCells => [String(range.from + at)],
      );
      return new Promise((resolve, reject) =>
        waiting.push((fail = false) => (fail ? reject(new Error('no')) : resolve(cells))),
      );
    },
    arrived: () => {
      arrivals += 1;
    },
  });
  const next = async (fail?: boolean) => {
    waiting.shift()?.(fail);
    await new Promise((resolve) => setTimeout(resolve));
  };
  const settle = async () => {
    while (waiting.length > 0) await next();
  };
  return { windows, asked, waiting, next, settle, arrivals: () => arrivals };
}

describe('the rows of an answer in sight', () => {
  it('are those of a million that the page holds, with a window to each side', async () => {
    const { windows, asked, settle } = answer(1_000_000);
    for (let first = 0; first < 1_000_000; first += 7_919) {
      const last = Math.min(999_999, first + 30);
      windows.see({ first, last });
      await settle();
      expect(windows.rowAt(first)).toEqual([String(first)]);
      expect(windows.rowAt(last)).toEqual([String(last)]);
      expect(windows.rowsHeld).toBeLessThanOrEqual(400);
    }
    expect(Math.max(...asked.map(({ count }) => count))).toBe(100);
    const read = asked.reduce((sum, { count }) => sum + count, 0);
    expect(read).toBeLessThan(60_000);
  });

  it('are asked one window at a time, first what is in sight, and nothing that was passed', async () => {
    const { windows, asked, waiting, next, settle, arrivals } = answer(1_000_000);
    windows.see({ first: 0, last: 30 });
    for (let first = 1_000; first <= 900_000; first += 1_000) windows.see({ first, last: first + 30 });
    expect(waiting).toHaveLength(1);
    await next();
    expect(arrivals()).toBe(0);
    expect(windows.rowsHeld).toBe(0);
    await settle();
    expect(asked.map(({ from }) => from)).toEqual([0, 900_000, 900_100, 899_900]);
    expect(arrivals()).toBe(3);
  });

  it('are read again after a failure when they come in sight again, and never after the end', async () => {
    const { windows, asked, next, settle, arrivals } = answer(50);
    windows.see({ first: 0, last: 30 });
    await next(true);
    expect(windows.rowAt(0)).toBeUndefined();
    windows.see({ first: 1, last: 31 });
    await settle();
    expect(windows.rowAt(49)).toEqual(['49']);
    windows.see({ first: 10, last: 40 });
    expect(asked).toHaveLength(2);
    const other = answer(500);
    other.windows.see({ first: 0, last: 30 });
    other.windows.stop();
    await other.settle();
    expect(other.asked).toHaveLength(1);
    expect([arrivals(), other.arrivals()]).toEqual([1, 0]);
  });
});
