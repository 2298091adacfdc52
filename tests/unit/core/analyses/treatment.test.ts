import { firstLineDrugs } from '@core/analyses/first-line-drugs';
import { firstYearDose } from '@core/analyses/first-year-dose';
import { timeOnDrug } from '@core/analyses/time-on-drug';
import { type PathwayRow, treatmentPathways } from '@core/analyses/treatment-pathways';
import { tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import { describe, expect, it } from 'vitest';

describe('the first TKI by year', () => {
  it('keeps years without anybody, tells generics apart, and marks the first year of each drug', () => {
    const { years, arrivals } = firstLineDrugs(
      [
        { year: 2001, drug: 'imatinib', generic: null, patients: 4 },
        { year: 2003, drug: 'imatinib', generic: true, patients: 1 },
        { year: 2003, drug: 'ponatinib', generic: false, patients: 2 },
      ],
      2003,
    );
    expect(years.map(({ year, patients, unfinished }) => [year, patients, unfinished])).toEqual([
      [2001, 4, false],
      [2002, 0, false],
      [2003, 3, true],
    ]);
    expect(years[2]?.bands).toMatchObject({ imatinib: 0, imatinib_generic: 1, other: 2 });
    expect(arrivals).toEqual([
      { year: 2001, drug: 'imatinib', generic: false },
      { year: 2003, drug: 'imatinib', generic: true },
      { year: 2003, drug: 'ponatinib', generic: false },
    ]);
    expect(firstLineDrugs([])).toEqual({ years: [], arrivals: [], patients: 0 });
  });
});

describe('the pathways over the lines', () => {
  const row = (
    line: number,
    from: PathwayRow['from'],
    to: PathwayRow['to'],
    patients: number,
  ): PathwayRow => ({
    line,
    from,
    to,
    patients,
    reason: null,
  });

  it('lay the ribbons of a block above one another, in the order of what they go to', () => {
    const { patients, blocks, flows } = treatmentPathways(
      [
        row(1, 'imatinib', 'dasatinib', 3),
        row(1, 'imatinib', 'on_line', 5),
        row(1, 'nilotinib', 'dasatinib', 2),
        { ...row(1, 'imatinib', 'dasatinib', 1), reason: 'intolerance' },
        row(2, 'dasatinib', 'dead', 6),
      ],
      tkiDrugs,
    );
    expect(patients).toBe(11);
    expect(blocks).toEqual([
      { line: 1, node: 'imatinib', patients: 9, top: 0 },
      { line: 1, node: 'nilotinib', patients: 2, top: 9 },
      { line: 2, node: 'dasatinib', patients: 6, top: 0 },
      { line: 2, node: 'on_line', patients: 5, top: 6 },
      { line: 3, node: 'dead', patients: 6, top: 0 },
    ]);
    expect(
      flows.map(({ from, to, patients: size, fromTop, toTop }) => [from, to, size, fromTop, toTop]),
    ).toEqual([
      ['imatinib', 'dasatinib', 4, 0, 0],
      ['imatinib', 'on_line', 5, 4, 6],
      ['nilotinib', 'dasatinib', 2, 9, 4],
      ['dasatinib', 'dead', 6, 0, 0],
    ]);
    expect(flows[0]?.reasons).toEqual([
      { reason: null, patients: 3 },
      { reason: 'intolerance', patients: 1 },
    ]);
  });
});

describe('the time on a drug', () => {
  const imatinib = (entry: number | null, day: number, cause: number, patients = 1) =>
    ({ drug: 'imatinib', entry, day, cause, patients }) as const;

  it('adds up the reasons, each competing with the others', () => {
    const { curves } = timeOnDrug(
      [imatinib(null, 10, 1), imatinib(null, 20, 2), imatinib(null, 30, 0, 2)],
      'imatinib',
    );
    expect(curves.causes.map(({ probability }) => probability.at(-1))).toEqual([0.25, 0.25, 0, 0, 0]);
    expect(curves.eventFree.probability.at(-1)).toBe(0.5);
  });

  it('takes a late patient in from the inclusion on, and leaves out who had left by then', () => {
    const { curves, beforeInclusion } = timeOnDrug(
      [
        imatinib(null, 10, 1),
        imatinib(15, 20, 2),
        imatinib(5, 5, 2),
        imatinib(8, 3, 1),
        imatinib(null, 30, 0),
      ],
      'imatinib',
    );
    expect(beforeInclusion).toBe(2);
    // Two are at risk on day 10; of the two on day 20 one entered late.
    expect([...curves.atRisk]).toEqual([2, 2, 1]);
    expect(curves.causes[0]?.probability.at(-1)).toBe(0.5);
    expect(curves.causes[1]?.probability.at(-1)).toBe(0.25);
  });

  it('of nobody is empty', () => {
    expect(timeOnDrug([], 'imatinib').curves.n).toBe(0);
  });
});

describe('the dose a year after the start', () => {
  it('has a band for each course, and no dose of who left the drug', () => {
    const dose = (
      startDoseMg: number | null,
      state: 'on_drug' | 'stopped' | 'not_followed',
      yearDoseMg: number | null,
    ) => ({ drug: 'imatinib', startDoseMg, state, yearDoseMg, patients: 1 }) as const;
    const [found] = firstYearDose([
      dose(400, 'on_drug', 400),
      dose(400, 'on_drug', 300),
      dose(400, 'on_drug', 600),
      dose(400, 'on_drug', 0),
      dose(null, 'on_drug', 400),
      dose(400, 'stopped', null),
      dose(800, 'not_followed', null),
    ]);
    expect(found).toEqual({
      drug: 'imatinib',
      patients: 6,
      bands: { lower: 1, same: 1, higher: 1, interrupted: 1, unknown: 1, stopped: 1 },
      notFollowed: 1,
      startMedianMg: 400,
      yearMedianMg: 400,
    });
  });
});
