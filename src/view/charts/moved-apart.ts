interface Placed {
  y: number;
}

/**
 * Labels from the lowest to the highest, each at least `apart` above the one below it and none above `top`: names at the
 * ends of lines.
 */
export function movedApart<Label extends Placed>(
  labels: readonly Label[],
  apart: number,
  top = Number.POSITIVE_INFINITY,
): readonly Label[] {
  const placed = labels.toSorted((a, b) => a.y - b.y);
  placed.forEach((one, k) => {
    const below = placed[k - 1];
    if (below !== undefined) one.y = Math.max(one.y, below.y + apart);
  });
  placed.toReversed().forEach((one, k, downwards) => {
    one.y = Math.min(one.y, (downwards[k - 1]?.y ?? top + apart) - apart);
  });
  return placed;
}
