/**
 * Turnbull's innermost intervals: where a left end is directly followed by a right end among all ends. Between them no
 * observation begins or ends, so nothing says where inside the probability lies; outside them it lies nowhere.
 *
 * An exact time t is the closed interval [t, t]; others are (lower, upper].
 *
 * @returns the intervals, ascending, and for each row the first and last of those inside it
 */
export function innermostIntervals(lower: Float64Array, upper: Float64Array) {
  // At one value an exact left end comes before right ends, and these before open left ends.
  const ends: { readonly value: number; readonly kind: 0 | 1 | 2 }[] = [];
  lower.forEach((value, i) => {
    ends.push({ value, kind: value === upper[i] ? 0 : 2 }, { value: upper[i] as number, kind: 1 });
  });
  ends.sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : a.kind - b.kind));
  const lowers: number[] = [];
  const uppers: number[] = [];
  const exact: boolean[] = [];
  for (let k = 0; k + 1 < ends.length; k++) {
    const left = ends[k];
    const right = ends[k + 1];
    if (left === undefined || right === undefined || left.kind === 1 || right.kind !== 1) continue;
    lowers.push(left.value);
    uppers.push(right.value);
    exact.push(left.kind === 0);
  }
  const first = Int32Array.from(lower, (value, i) => {
    const closed = value === upper[i];
    return search(lowers, (at, j) => at > value || (at === value && (closed || exact[j] !== true)));
  });
  const last = Int32Array.from(upper, (value) => search(uppers, (at) => at > value) - 1);
  return { lower: Float64Array.from(lowers), upper: Float64Array.from(uppers), first, last };
}

/** First index for which a condition holds that stays true once it is. */
function search(values: readonly number[], holds: (value: number, index: number) => boolean): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(values[middle] as number, middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
