/** Colour-blind-safe colour and line pattern of the n-th curve: told apart without colour too. */
export interface SeriesStyle {
  readonly colour: string;
  readonly dash: string;
}

const dashes = ['none', '7 3', '2 3', '10 3 2 3', '5 2 1 2 1 2', '1 4'];

/** The style of the n-th curve, counted from 0: six colours, each with another pattern when it comes again. */
export function seriesStyle(index: number): SeriesStyle {
  const count = dashes.length;
  const turn = index % count;
  const shifted = (turn + Math.floor(index / count)) % count;
  return { colour: `var(--series-${turn + 1})`, dash: dashes[shifted] ?? 'none' };
}
