import { type RefObject, useEffect, useRef } from 'react';

/**
 * A row that scrolls sideways shows what is chosen in it, where one arrives by a link too. Only the row moves: the page
 * stays where it is.
 *
 * @param selector what is chosen
 * @param chosen changes when another one is
 */
export function useChosenInRow<Row extends HTMLElement>(
  selector: string,
  chosen: unknown,
): RefObject<Row | null> {
  const row = useRef<Row>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen is read from the page, after it changed.
  useEffect(() => {
    const element = row.current;
    const item = element?.querySelector(selector);
    if (!element || !item || element.scrollWidth <= element.clientWidth) return;
    const [outer, inner] = [element.getBoundingClientRect(), item.getBoundingClientRect()];
    if (inner.left >= outer.left && inner.right <= outer.right) return;
    // In the middle: half of its neighbours says that there is more on both sides.
    element.scrollLeft += (inner.left + inner.right - outer.left - outer.right) / 2;
  }, [selector, chosen]);
  return row;
}
