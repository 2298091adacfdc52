import { anyTimeFindings, anyTimeVerdict2020, readMmrCourse } from '@core/cohort/mmr-course';
import { eln2013, eln2020 } from '@core/domain/guideline';
import { type Given, line, recordOf, sample } from '@tests/support/hand-made-record';
import { describe, expect, it } from 'vitest';

const lines = [line(1, 0, null)];
const values = (...course: readonly (readonly [day: number, percent: number | null])[]): Given => ({
  lines,
  samples: course.map(([day, percent]) => sample(day, percent)),
});

describe('MMR on treatment', () => {
  it.each([
    ['no sample', values(), null, null],
    ['a sample before the first TKI only', values([-1, 0.05]), null, null],
    ['never reached', values([400, 0.11]), 'never_reached', null],
    // 15 months are 456.56 days.
    ['never reached, above 0.1 % from month 15 on', values([457, 0.11]), 'never_reached', 'warning'],
    ['above 1 % before month 15 is for the milestones', values([456, 1.1]), 'never_reached', null],
    ['above 1 % from month 15 on', values([457, 1.1]), 'never_reached', 'failure'],
    ['1 % from month 15 on', values([457, 1]), 'never_reached', 'warning'],
    ['reached by the last sample', values([300, 0.1]), 'kept', null],
    ['kept', values([300, 0.1], [400, 0.1]), 'kept', 'optimal'],
    ['lost once', values([300, 0.1], [400, 0.11], [500, 0.1]), 'lost', 'warning'],
    ['lost once, above 1 %', values([300, 0.1], [400, 1.1], [500, 0.1]), 'lost', 'failure'],
    ['lost twice, not in a row', values([300, 0.1], [400, 2], [450, 0.1], [500, 2]), 'lost', 'failure'],
    ['lost twice in a row, both below 1 %', values([300, 0.1], [400, 0.9], [500, 0.9]), 'lost', 'warning'],
    [
      'lost twice in a row, one of them 1 %',
      values([300, 0.1], [400, 0.11], [500, 1]),
      'lost_confirmed',
      'warning',
    ],
    [
      'two samples of a day are one test',
      values([300, 0.1], [400, 0.2], [400, 2], [500, 0.1]),
      'lost',
      'failure',
    ],
    ['a sample on the day of the first MMR is no loss', values([300, 0.1], [300, 2]), 'kept', null],
  ] as const)('%s', (_what, given, course, anyTime) => {
    const record = recordOf(given);
    expect(readMmrCourse(record).course).toBe(course);
    expect(anyTimeVerdict2020(record)).toBe(anyTime);
  });

  it('ends with the first stop: a loss after it is no failure of the treatment', () => {
    const given = { ...values([300, 0.01], [1001, 5], [1050, 5]), stops: [[1, 1000, 1060]] as const };
    expect(readMmrCourse(recordOf(given)).course).toBe('kept');
  });

  it('names the samples of every finding, by the rules of each version', () => {
    const record = recordOf(values([300, 0.1], [400, 0.2], [500, 1.5]));
    const [kept, first, second] = record.rows.molecular;
    const found = (guideline: typeof eln2013 | typeof eln2020) =>
      anyTimeFindings(record, guideline).map(({ rule, verdict, samples }) => [
        rule,
        verdict,
        samples.map(({ row }) => row),
      ]);
    expect(kept).toBeDefined();
    expect(found(eln2013)).toEqual([['confirmed_loss_of_mmr', 'failure', [first, second]]]);
    expect(found(eln2020)).toEqual([
      ['loss_of_mmr', 'warning', [first, second]],
      ['above_limit', 'failure', [second]],
      ['above_limit', 'warning', [first]],
    ]);
  });
});
