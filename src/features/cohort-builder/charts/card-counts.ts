import { createContext, useContext } from 'react';

/** One line of a chart: a category or a bin, with its counts. */
export interface CardRow {
  /** The code of a category, the start of a bin. */
  readonly id: string;
  readonly name: string;
  readonly patients: number;
  readonly inCohort: number;
}

export interface CardCounts {
  readonly rows: readonly CardRow[];
  /** Those in whom the fact is not known. */
  readonly unknown: CardRow;
  /** The greatest count of a row. */
  readonly most: number;
}

/** Given by context, so that new counts redraw numbers and bars, not the boxes and buttons around them. */
export const CardCountsContext = createContext<CardCounts | null>(null);

export function useCardCounts(): CardCounts {
  const counts = useContext(CardCountsContext);
  if (counts === null) throw new Error('useCardCounts needs a card above it');
  return counts;
}

export const cardCounts = (rows: readonly CardRow[], unknown: CardRow): CardCounts => ({
  rows,
  unknown,
  most: Math.max(1, ...rows.map(({ patients }) => patients)),
});
