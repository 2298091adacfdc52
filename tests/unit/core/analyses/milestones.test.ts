import { type MilestonePattern, type MilestoneTable, milestones } from '@core/analyses/milestones';
import { describe, expect, it } from 'vitest';

const pattern = (
  level: string | null,
  [at3, at6, at12]: readonly [
    MilestonePattern['states'][3],
    MilestonePattern['states'][6],
    MilestonePattern['states'][12],
  ],
  patients: number,
): MilestonePattern => ({ level, states: { 3: at3, 6: at6, 12: at12 }, patients });

const table: MilestoneTable = {
  guideline: 'ELN2020',
  groupBy: 'first_tki',
  withoutTki: 4,
  patterns: [
    pattern('dasatinib', ['optimal', 'optimal', 'optimal'], 3),
    pattern('imatinib', ['optimal', 'warning', 'no_sample'], 5),
    pattern('imatinib', ['warning', 'failure', 'not_followed'], 2),
    pattern(null, ['atypical_transcript', 'atypical_transcript', 'atypical_transcript'], 1),
  ],
};

describe('milestones', () => {
  it('counts every patient with a TKI in one band of each bar, and the reasons of those without a verdict', () => {
    const [at3, at6, at12] = milestones(table).bars;
    expect(at3).toMatchObject({
      month: 3,
      patients: 11,
      assessed: 10,
      bands: { optimal: 8, warning: 2, failure: 0, not_assessed: 1 },
      reasons: { atypical_transcript: 1, not_followed: 0, no_sample: 0 },
      few: false,
    });
    expect(at6?.bands).toEqual({ optimal: 3, warning: 5, failure: 2, not_assessed: 1 });
    expect(at12).toMatchObject({
      assessed: 3,
      reasons: { atypical_transcript: 1, not_followed: 2, no_sample: 5 },
      few: true,
    });
  });

  it('has shares of those assessed with Wilson intervals, by hand for 8 of 10', () => {
    const share = milestones(table).bars[0]?.shares.optimal;
    // z = 1.959964: centre (8 + z²/2) / (10 + z²), half-width z/(10 + z²) · √(8·2/10 + z²/4).
    const z = 1.959963984540054;
    const half = (z / (10 + z * z)) * Math.sqrt(1.6 + (z * z) / 4);
    const centre = (8 + (z * z) / 2) / (10 + z * z);
    expect(share?.estimate).toBe(0.8);
    expect(share?.interval?.lower).toBeCloseTo(centre - half, 12);
    expect(share?.interval?.upper).toBeCloseTo(centre + half, 12);
  });

  it('has flows that add up to the bars at both ends, with not assessed as a band', () => {
    const { flows, bars } = milestones(table);
    expect(flows).toContainEqual({
      fromMonth: 6,
      toMonth: 12,
      from: 'warning',
      to: 'not_assessed',
      patients: 5,
    });
    for (const bar of bars) {
      for (const [band, patients] of Object.entries(bar.bands)) {
        const sum = (chosen: typeof flows) => chosen.reduce((total, flow) => total + flow.patients, 0);
        if (bar.month !== 12)
          expect(sum(flows.filter((flow) => flow.fromMonth === bar.month && flow.from === band))).toBe(
            patients,
          );
        if (bar.month !== 3)
          expect(sum(flows.filter((flow) => flow.toMonth === bar.month && flow.to === band))).toBe(patients);
      }
    }
  });

  it('lists drugs by size and centres by code, the unknown last', () => {
    expect(milestones(table).groups.map(({ level }) => level)).toEqual(['imatinib', 'dasatinib', null]);
    const byCentre = milestones({ ...table, groupBy: 'centre' });
    expect(byCentre.groups.map(({ level, patients }) => [level, patients])).toEqual([
      ['dasatinib', 3],
      ['imatinib', 7],
      [null, 1],
    ]);
  });

  it('of nobody has bars of 0, no share and no flow', () => {
    const nobody = milestones({ ...table, patterns: [], withoutTki: 0 });
    expect(nobody.flows).toEqual([]);
    expect(nobody.groups).toEqual([]);
    expect(nobody.bars.map(({ patients, shares }) => [patients, shares.failure.estimate])).toEqual([
      [0, null],
      [0, null],
      [0, null],
    ]);
  });
});
