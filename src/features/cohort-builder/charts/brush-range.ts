import type { NumberRange } from '@core/cohort/number-range';

/** The numbers that a histogram shows: from the start of its first bin to the end of its last. */
export interface Scale {
  readonly start: number;
  readonly end: number;
  readonly decimals: number;
}

/** Which numbers a brush may choose: the last whole number of the last bin, else its end. */
export function bounds({ start, end, decimals }: Scale): {
  readonly lowest: number;
  readonly highest: number;
} {
  return { lowest: rounded(start, decimals), highest: rounded(decimals === 0 ? end - 1 : end, decimals) };
}

/**
 * The numbers between two places of a histogram, both in [0, 1] from the left, in any order. Whole numbers that the
 * brush touches are in; at least one number always is.
 */
export function brushedNumbers(scale: Scale, one: number, other: number): readonly [number, number] {
  const { lowest, highest } = bounds(scale);
  const at = (place: number) => scale.start + clamp(place, 0, 1) * (scale.end - scale.start);
  const [left, right] = [at(Math.min(one, other)), at(Math.max(one, other))];
  const whole = scale.decimals === 0;
  const from = clamp(whole ? Math.floor(left) : rounded(left, scale.decimals), lowest, highest);
  const to = clamp(whole ? Math.ceil(right) - 1 : rounded(right, scale.decimals), from, highest);
  return [from, to];
}

/** The places of a range in a histogram: the inverse of `brushedNumbers`. A whole number is as wide as its bar. */
export function placesOf(scale: Scale, from: number, to: number): readonly [number, number] {
  const place = (value: number) => clamp((value - scale.start) / (scale.end - scale.start || 1), 0, 1);
  return [place(from), place(scale.decimals === 0 ? to + 1 : to)];
}

/** The range of two numbers: a bound at the end of the histogram is none. `null` when both are. */
export function rangeOf(scale: Scale, from: number, to: number): NumberRange | null {
  const { lowest, highest } = bounds(scale);
  const min = from <= lowest ? null : from;
  const max = to >= highest ? null : to;
  return min === null && max === null ? null : { min, max };
}

const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals));
const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** What a press at a place of a histogram does to the part that is chosen there. */
export type Grip = 'new' | 'move' | 'start' | 'end';

/**
 * @param chosen  places of the part that is chosen, `null` when none is
 * @param reach   how near to an edge a press takes hold of it
 */
export function gripAt(place: number, chosen: readonly [number, number] | null, reach: number): Grip {
  if (chosen === null) return 'new';
  const [start, end] = chosen;
  if (Math.abs(place - start) <= reach) return 'start';
  if (Math.abs(place - end) <= reach) return 'end';
  return place > start && place < end ? 'move' : 'new';
}

/** The part chosen once a press has been drawn from one place to another. */
export function drawnTo(
  grip: Grip,
  pressed: number,
  place: number,
  chosen: readonly [number, number] | null,
): readonly [number, number] {
  if (grip === 'new' || chosen === null) return [pressed, place];
  const [start, end] = chosen;
  if (grip === 'start') return [place, end];
  if (grip === 'end') return [start, place];
  const shift = clamp(place - pressed, -start, 1 - end);
  return [start + shift, end + shift];
}

/** The outline of bars of equal width, in a box of `bars` by 100: one path is cheaper to draw than many boxes. */
export function barsPath(counts: readonly number[], most: number): string {
  if (counts.length === 0) return '';
  const height = (count: number) => (100 - (100 * count) / Math.max(1, most)).toFixed(2);
  return `M0 100${counts.map((count, at) => `V${height(count)}H${at + 0.92}V100H${at + 1}`).join('')}Z`;
}
