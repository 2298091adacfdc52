import { type AccrualRow, accrualByCentre, accrualByYear } from '@core/analyses/accrual';
import { describe, expect, it } from 'vitest';

const row = (year: number, centre: string, delay: AccrualRow['delay'], patients: number): AccrualRow => ({
  year,
  centre,
  delay,
  patients,
  alive: patients,
  lost: 1,
});

describe('the inclusions', () => {
  it('add up over the years, those without anybody kept, and tell incident from prevalent cases', () => {
    const years = accrualByYear(
      [row(2001, 'A', 'half_year', 3), row(2003, 'A', 'year', 2), row(2003, 'B', 'month', 1)],
      2003,
    );
    expect(
      years.map(({ year, incident, prevalent, cumulative, unfinished }) => [
        year,
        incident,
        prevalent,
        cumulative,
        unfinished,
      ]),
    ).toEqual([
      [2001, 3, 0, 3, false],
      [2002, 0, 0, 3, false],
      [2003, 1, 2, 6, true],
    ]);
    expect(accrualByYear([])).toEqual([]);
  });

  it('of small centres are taken together, last, without a code', () => {
    const centres = accrualByCentre([
      row(2001, 'A', 'month', 10),
      row(2001, 'B', 'month', 11),
      row(2002, 'B', 'later', 4),
      row(2001, 'C', 'month', 30),
      row(2001, 'D', 'month', 2),
    ]);
    expect(centres.map(({ centre, patients, prevalent }) => [centre, patients, prevalent])).toEqual([
      ['C', 30, 0],
      ['B', 15, 4],
      [null, 12, 0],
    ]);
  });
});
