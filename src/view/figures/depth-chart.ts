import type { DepthReading } from '@core/analyses/depth-occupation';
import type { Words } from '@language/words';
import { depthAreas, depthAreasHeight } from '@view/charts/depth-areas';
import { depthStateName } from './depth-words';

export interface DepthChartPlace {
  /** In pixels. */
  readonly width: number;
  /** A month that is marked. */
  readonly cursorMonth?: number | null;
}

/**
 * The current depth of response by month as options of Plot, in the words of the dashboard: the share of the patients in each
 * state, one on the other. An empty frame without a reading.
 *
 * @param words  of the language to be read
 * @returns options with their `height` in pixels
 */
export function depthChart(
  { readings }: { readonly readings: readonly DepthReading[] },
  words: Words,
  { width, cursorMonth = null }: DepthChartPlace,
): ReturnType<typeof depthAreas> & { readonly height: number } {
  const { say, number, percent } = words;
  const texts = {
    number,
    percent,
    x: say('depth.x'),
    y: say('depth.y'),
    followed: say('depth.followed'),
    state: (state: Parameters<typeof depthStateName>[0]) => depthStateName(state, words),
  };
  return { ...depthAreas(readings, texts, { width, cursorMonth }), height: depthAreasHeight };
}
