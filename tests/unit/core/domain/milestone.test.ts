import {
  assessedGuidelines,
  eln2013,
  eln2020,
  guidelineIds,
  guidelines,
  milestoneOf,
} from '@core/domain/guideline';
import { milestoneVerdict, milestoneWindows } from '@core/domain/milestone';
import { meetsStopCriteria, observatoryStopCriteria } from '@core/domain/stop-criteria';
import { describe, expect, it } from 'vitest';

const month = { 3: 0, 6: 1, 12: 2 } as const;

describe('a milestone', () => {
  it.each([
    [3, 0, 'optimal', 'optimal'],
    [3, 10, 'optimal', 'optimal'],
    [3, 10.0001, 'warning', 'warning'],
    [3, 100, 'warning', 'warning'],
    [6, 0, 'optimal', 'optimal'],
    [6, 0.9999, 'optimal', 'optimal'],
    [6, 1, 'warning', 'optimal'],
    [6, 1.0001, 'warning', 'warning'],
    [6, 10, 'warning', 'warning'],
    [6, 10.0001, 'failure', 'failure'],
    [12, 0, 'optimal', 'optimal'],
    [12, 0.1, 'optimal', 'optimal'],
    [12, 0.1001, 'warning', 'warning'],
    [12, 1, 'warning', 'warning'],
    [12, 1.0001, 'failure', 'failure'],
    [12, null, null, null],
  ] as const)('of month %d at %d %% is %s in ELN 2013 and %s in ELN 2020', (at, percent, old, recent) => {
    expect(milestoneVerdict(eln2013.milestones[month[at]], percent)).toBe(old);
    expect(milestoneVerdict(eln2020.milestones[month[at]], percent)).toBe(recent);
  });

  it.each([
    [10.1, null, 'warning'],
    [10.1, 10, 'warning'],
    [10.1, 10.1, 'failure'],
    [10, 50, 'optimal'],
    [null, 50, null],
  ] as const)('of month 3 at %d %%, then %d %%, is %s in ELN 2020', (percent, confirming, verdict) => {
    expect(milestoneVerdict(eln2020.milestones[0], percent, confirming)).toBe(verdict);
  });

  it('of month 3 knows no failure in ELN 2013, whatever a second sample says', () => {
    expect(milestoneVerdict(eln2013.milestones[0], 90, 90)).toBe('warning');
  });

  it('asks for a confirmation nowhere but at month 3 of ELN 2020', () => {
    const asking = assessedGuidelines.flatMap(({ id, milestones }) =>
      milestones
        .filter(({ confirmation }) => confirmation !== null)
        .map((milestone) => `${id} ${milestone.month}`),
    );
    expect(asking).toEqual(['ELN2020 3']);
  });

  it('has windows that follow one another, the same in every version', () => {
    const windows = milestoneWindows.map(({ fromMonth, toMonth }) => [fromMonth, toMonth]);
    expect(windows).toEqual([
      [2, 4.5],
      [4.5, 9],
      [9, 15],
    ]);
    for (const { milestones } of assessedGuidelines)
      expect(milestones.map(({ fromMonth, toMonth }) => [fromMonth, toMonth])).toEqual(windows);
  });
});

describe('the versions of the guideline', () => {
  it('name their source, each', () => {
    expect(Object.keys(guidelines)).toEqual([...guidelineIds]);
    for (const id of guidelineIds)
      expect(guidelines[id]).toMatchObject({ id, source: expect.stringMatching(/\d{4}/) });
  });

  it('hold the place of ELN 2025 and guess none of its limits', () => {
    expect(guidelines.ELN2025).toMatchObject({ milestones: null, anyTime: null });
    expect(guidelines.ELN2025.source).toContain('tables not available');
    expect(milestoneOf('ELN2025', 3)).toBeNull();
    expect(milestoneOf('ELN2020', 12)).toBe(eln2020.milestones[2]);
  });
});

describe('the criteria for a stop', () => {
  it.each([
    [5, 24, true],
    [4.999, 24, false],
    [5, 23.99, false],
    [5, null, null],
    [4.999, null, false],
    [null, 24, null],
    [null, 23.99, false],
    [null, null, null],
  ] as const)('%s years of TKI and %s months of deep response: %s', (years, months, expected) => {
    expect(meetsStopCriteria(observatoryStopCriteria, years, months)).toBe(expected);
  });
});
