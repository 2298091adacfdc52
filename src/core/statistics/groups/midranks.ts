/** Ranks from 1, ties sharing their mean rank. */
export interface Midranks {
  readonly ranks: Float64Array;
  /** Σ (t³ - t) over the groups of t tied values; 0 without ties. */
  readonly tieTerm: number;
}

/** Midranks of values without missing ones, in the order of the values. */
export function midranks(values: ArrayLike<number>): Midranks {
  const n = values.length;
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  const at = (position: number): number => values[order[position] ?? 0] ?? Number.NaN;
  order.sort((a, b) => {
    const [x, y] = [values[a] ?? 0, values[b] ?? 0];
    return x < y ? -1 : x > y ? 1 : 0;
  });
  const ranks = new Float64Array(n);
  let tieTerm = 0;
  for (let from = 0; from < n; ) {
    let to = from + 1;
    while (to < n && at(to) === at(from)) to++;
    const size = to - from;
    tieTerm += size * size * size - size;
    for (let i = from; i < to; i++) ranks[order[i] ?? 0] = (from + 1 + to) / 2;
    from = to;
  }
  return { ranks, tieTerm };
}
