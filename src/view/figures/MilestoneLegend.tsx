import { milestoneBands } from '@core/analyses/milestones';
import type { Words } from '@language/use-words';
import { bandStyle } from '@view/charts/milestone-style';
import { SwatchLegend } from './SwatchLegend';

/** The bands in the order in which they stand in a bar. */
export function MilestoneLegend({ words }: { readonly words: Words }) {
  return (
    <SwatchLegend
      items={milestoneBands.map((band) => ({
        id: band,
        name: words.say(`milestones.band.${band}`),
        fill: bandStyle[band].fill,
      }))}
    />
  );
}
