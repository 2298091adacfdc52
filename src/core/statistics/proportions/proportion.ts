import type { Interval } from '@core/base/interval';

/** A proportion in [0, 1] of n subjects, with its interval. */
export interface Proportion {
  readonly estimate: number | null;
  readonly interval: Interval | null;
  readonly events: number;
  readonly n: number;
  readonly method: 'clopper-pearson' | 'wilson';
  readonly reason: 'no-subjects' | null;
}

export function checkEvents(events: number, n: number, level: number): void {
  if (!Number.isInteger(events) || !Number.isInteger(n) || events < 0 || events > n) {
    throw new RangeError('proportion: events must be a whole number in 0 … n');
  }
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level; not in (0, 1): ${level}`);
}
