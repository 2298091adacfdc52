import type { MilestoneBand } from '@core/analyses/milestones';
import type { BandLook } from './stacked-bars';

/** Fill of a band and the ink that is read on it; the words beside or in it tell the bands apart without colour. */
export const bandStyle: Readonly<Record<MilestoneBand, BandLook>> = {
  optimal: { fill: 'var(--series-1)', ink: 'var(--surface)' },
  warning: { fill: 'var(--series-5)', ink: 'var(--surface)' },
  failure: { fill: 'var(--series-2)', ink: 'var(--surface)' },
  not_assessed: { fill: 'var(--sunken)', ink: 'var(--ink)', outline: true },
};
