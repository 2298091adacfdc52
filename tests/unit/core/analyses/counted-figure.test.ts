import { depthCounted, mutationsCounted, outcomePeriodsCounted } from '@core/analyses/counted-figure';
import { depthOccupation } from '@core/analyses/depth-occupation';
import type { OutcomePeriodRow } from '@core/analyses/outcome-periods';
import { depthStates } from '@core/cohort/depth-course';
import { defaultPolicy } from '@core/disclosure/policy';
import { describe, expect, it } from 'vitest';

const levelsOf = ({ panels }: ReturnType<typeof depthCounted>) =>
  panels.flatMap(({ bars }) => bars.map(({ level }) => level));

describe('the depth of response that leaves', () => {
  const at = (state: (typeof depthStates)[number]) => depthStates.indexOf(state);
  // Of 200 patients 10 are followed for a year, one of whom loses MMR: of all patients that would be a tenth.
  const moves = {
    currentMonths: 9,
    excluded: [],
    moves: [
      { day: 0, from: -1, to: at('MMR'), patients: 200 },
      { day: 250, from: at('MMR'), to: -1, patients: 190 },
      { day: 300, from: at('MMR'), to: at('above_mmr'), patients: 1 },
      { day: 400, from: at('MMR'), to: -1, patients: 9 },
      { day: 400, from: at('above_mmr'), to: -1, patients: 1 },
    ],
  } as const;

  it('ends where fewer patients than the threshold are followed, though the picture on the screen goes on', () => {
    expect(depthOccupation(moves).landmarks.map(({ month }) => month)).toEqual([0, 3, 6, 12]);
    expect(levelsOf(depthCounted(moves))).toEqual(['0', '3', '6']);
  });

  it('ends by the policy in force', () => {
    expect(levelsOf(depthCounted(moves, { ...defaultPolicy, threshold: 201 }))).toEqual([]);
  });
});

describe('outcomes by period that leave', () => {
  it('are of periods of which as many patients as the threshold are observed early', () => {
    const row = (period: number, patients: number, entry: number | null): OutcomePeriodRow => ({
      period,
      stratum: 'low',
      entry,
      day: 3000,
      kind: null,
      patients,
    });
    const rows = [row(2000, 10, null), row(2000, 90, 400), row(2005, 11, null), row(2005, 90, 400)];
    const of = (threshold: number) =>
      levelsOf(outcomePeriodsCounted({ outcome: 'survival', rows }, 2026, { threshold }));
    expect(of(11)).toEqual(['2005–2009']);
    expect(of(20)).toEqual([]);
  });
});

describe('the variants that leave', () => {
  it('are substitutions: what somebody wrote into the column instead stays inside', () => {
    const variant = (text: string) => ({ variant: text, lastTki: null, patients: 1 });
    const rows = ['T315I', 'p.E255K', 'seen by Dr Martin 12/03/2019', '35INS', 'P00017'].map(variant);
    expect(levelsOf(mutationsCounted({ carriers: 5, rows }))).toEqual(['T315I', 'p.E255K']);
  });
});
