/**
 * Where the rows of a long list stand in an element that browsers can still scroll: they lose track beyond some 17
 * million pixels. The element has at most `mostSlots` slots of one row each; with more rows than slots, a slot further
 * down is more than one row further, evenly from the first row to the last.
 */
export interface RowSlots {
  readonly rows: number;
  /** Rows that fit into the frame, the one that is cut off included. */
  readonly inFrame: number;
}

export const mostSlots = 400_000;

export const slotCount = ({ rows }: Pick<RowSlots, 'rows'>): number => Math.min(rows, mostSlots);

/** Rows per slot beyond the frame; 1 for a list that fits. */
function stride({ rows, inFrame }: RowSlots): number {
  const slots = slotCount({ rows });
  return slots > inFrame ? (rows - inFrame) / (slots - inFrame) : 1;
}

/** The row that stands in a slot when `topSlot` is the first in the frame. */
export const rowInSlot = (slots: RowSlots, topSlot: number, slot: number): number =>
  Math.round(topSlot * stride(slots)) + slot - topSlot;

/** The slot in which a row stands then; outside of the element for rows that are far away. */
export const slotOfRow = (slots: RowSlots, topSlot: number, row: number): number =>
  row - Math.round(topSlot * stride(slots)) + topSlot;

/** The slot that must be first for a row to be in the frame, nearest to where the frame is now. */
export function topSlotToSee(slots: RowSlots, topSlot: number, row: number, whole: number): number {
  const first = rowInSlot(slots, topSlot, topSlot);
  if (row < first) return Math.floor(row / stride(slots));
  if (row > first + whole - 1) return Math.ceil((row - whole + 1) / stride(slots));
  return topSlot;
}
