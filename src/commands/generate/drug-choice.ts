import type { Drug } from '@core/domain/extract-tables';
import { drugProfiles } from './drug-profiles';
import type { RandomSource } from './random-source';

type Shares = Readonly<Partial<Record<Drug, number>>>;

/**
 * First-line drugs by calendar period. France 2011-14: imatinib 77.6, nilotinib 18.3, dasatinib 4.1 % (Pajiep 2021,
 * doi:10.3389/fonc.2021.675609); combinations with interferon belong to the trial years; the rest is an assumption.
 */
const firstLinePeriods: readonly { readonly until: number; readonly shares: Shares }[] = [
  { until: 2003, shares: { imatinib: 97, interferon: 3 } },
  { until: 2007.9, shares: { imatinib: 87, 'imatinib+interferon': 13 } },
  { until: 2010.9, shares: { imatinib: 84, 'imatinib+interferon': 13, nilotinib: 3 } },
  {
    until: 2015,
    shares: {
      imatinib: 69,
      nilotinib: 19.5,
      dasatinib: 2.5,
      'second_generation+interferon': 9.5,
      'imatinib+interferon': 1.5,
    },
  },
  { until: 2017, shares: { imatinib: 69, nilotinib: 19, dasatinib: 4, 'second_generation+interferon': 8 } },
  { until: 2020, shares: { imatinib: 74, nilotinib: 18, dasatinib: 5, bosutinib: 3 } },
  { until: 2024.5, shares: { imatinib: 75, nilotinib: 16, dasatinib: 5, bosutinib: 4 } },
  { until: 3000, shares: { imatinib: 72, nilotinib: 14, dasatinib: 5, bosutinib: 4, asciminib: 5 } },
];

export function chooseFirstLine(time: number, random: RandomSource): Drug {
  const period = firstLinePeriods.find(({ until }) => time < until);
  return random.key(period?.shares ?? { imatinib: 1 });
}

const laterWeights: Shares = {
  imatinib: 2,
  dasatinib: 10,
  nilotinib: 8,
  bosutinib: 4,
  ponatinib: 0.6,
  asciminib: 1,
};

export interface SwitchCircumstances {
  readonly time: number;
  readonly reason: 'resistance' | 'intolerance' | 'progression' | 'other';
  readonly previous: readonly Drug[];
  readonly lineNumber: number;
  readonly hasT315I: boolean;
}

/** The next drug: one on the market, not taken before, stronger for resistance; older drugs when nothing is left. */
export function chooseNextDrug(switching: SwitchCircumstances, random: RandomSource): Drug {
  const { time, reason, previous, lineNumber, hasT315I } = switching;
  const weights: Partial<Record<Drug, number>> = {};
  for (const [drug, weight] of Object.entries(laterWeights) as [Drug, number][]) {
    if (drugProfiles[drug].available > time || previous.includes(drug)) continue;
    if (drug === 'imatinib' && reason !== 'intolerance' && reason !== 'other') continue;
    const late = drug === 'ponatinib' || drug === 'asciminib';
    if (hasT315I && !late) continue;
    if (drug === 'asciminib' && lineNumber < 2 && !hasT315I) continue;
    weights[drug] = late && (lineNumber >= 2 || hasT315I || reason === 'progression') ? 4 : weight;
  }
  if (Object.keys(weights).length > 0) return random.key(weights);
  if (time < 2006.9) return previous.includes('interferon') ? 'hydroxycarbamide' : 'interferon';
  return previous.includes('other') ? 'hydroxycarbamide' : 'other';
}
