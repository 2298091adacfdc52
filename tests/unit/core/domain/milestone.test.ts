import { milestonesEln2020, milestoneVerdict } from '@core/domain/milestone-eln2020';
import { meetsStopCriteria, observatoryStopCriteria } from '@core/domain/stop-criteria';
import { describe, expect, it } from 'vitest';

const [three, six, twelve] = milestonesEln2020;

describe('an ELN 2020 milestone', () => {
  it.each([
    [three, 0, 'optimal'],
    [three, 10, 'optimal'],
    [three, 10.01, 'warning'],
    [three, 90, 'warning'],
    [six, 1, 'optimal'],
    [six, 1.01, 'warning'],
    [six, 10, 'warning'],
    [six, 10.01, 'failure'],
    [twelve, 0.1, 'optimal'],
    [twelve, 0.101, 'warning'],
    [twelve, 1, 'warning'],
    [twelve, 1.01, 'failure'],
    [twelve, null, null],
  ] as const)('$0.month months, %d %%', (milestone, percent, expected) => {
    expect(milestoneVerdict(milestone, percent)).toBe(expected);
  });

  it('has windows that follow one another', () => {
    expect(milestonesEln2020.map(({ fromMonth, toMonth }) => [fromMonth, toMonth])).toEqual([
      [2, 4.5],
      [4.5, 9],
      [9, 15],
    ]);
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
