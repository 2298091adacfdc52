import type { FirstLineBand } from '@core/analyses/first-line-drugs';
import type { DoseBand } from '@core/analyses/first-year-dose';
import type { PathwayNode } from '@core/analyses/treatment-pathways';
import type { BandLook } from './stacked-bars';

const plain = (series: number): BandLook => ({ fill: `var(--series-${series})`, ink: 'var(--surface)' });
/** The paler companion of a colour: the same drug with something beside it. */
const pale = (series: number): BandLook => ({
  fill: `color-mix(in srgb, var(--series-${series}) 40%, var(--surface))`,
  ink: 'var(--ink)',
});
const empty: BandLook = { fill: 'var(--sunken)', ink: 'var(--ink)', outline: true };

/** Fill of a drug, and of an end of a pathway; the names stand beside or in it. */
export const drugLook: Readonly<Record<PathwayNode, BandLook>> = {
  imatinib: plain(1),
  dasatinib: plain(2),
  nilotinib: plain(3),
  bosutinib: plain(4),
  ponatinib: plain(5),
  asciminib: plain(6),
  'imatinib+interferon': pale(1),
  'second_generation+interferon': pale(2),
  on_line: empty,
  treatment_free: pale(3),
  stopped: pale(6),
  dead: { fill: 'var(--ink-soft)', ink: 'var(--surface)' },
};

export const firstLineLook: Readonly<Record<FirstLineBand, BandLook>> = {
  imatinib: plain(1),
  imatinib_generic: pale(1),
  dasatinib: plain(2),
  nilotinib: plain(3),
  bosutinib: plain(4),
  other: empty,
};

export const doseLook: Readonly<Record<DoseBand, BandLook>> = {
  lower: plain(2),
  same: plain(1),
  higher: plain(3),
  interrupted: plain(4),
  unknown: pale(6),
  stopped: empty,
};
