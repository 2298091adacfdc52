import { adverseEventRates } from '@core/analyses/adverse-event-rates';
import { keyEventIncidence } from '@core/analyses/key-adverse-event';
import { organClassOf } from '@core/domain/adverse-event';
import { describe, expect, it } from 'vitest';

describe('the rates of adverse events', () => {
  const event = (drug: 'imatinib' | 'dasatinib', term: string, grade: number, events: number) =>
    ({ drug, term, grade, events, patients: events }) as const;

  it('are per 100 patient-years, exact, by organ class, the most used drug first', () => {
    const rates = adverseEventRates({
      exposures: [
        { drug: 'dasatinib', days: 36_525, patients: 40 },
        { drug: 'imatinib', days: 73_050, patients: 50 },
      ],
      rows: [
        event('dasatinib', 'Pleural effusion', 2, 8),
        event('dasatinib', 'Pleural effusion', 3, 2),
        event('imatinib', 'Myalgia', 1, 4),
      ],
      outside: 3,
    });
    expect(rates.map(({ drug, rated, any, severe }) => [drug, rated, any.estimate, severe.estimate])).toEqual(
      [
        ['imatinib', 'all', 2, 0],
        ['imatinib', 'musculoskeletal', 2, 0],
        ['imatinib', 'respiratory', 0, 0],
        ['dasatinib', 'all', 10, 2],
        ['dasatinib', 'musculoskeletal', 0, 0],
        ['dasatinib', 'respiratory', 10, 2],
      ],
    );
    // R: poisson.test(10, 1)$conf.int
    const { interval } = rates[3]?.any ?? {};
    expect(interval?.lower).toBeCloseTo(4.795389, 6);
    expect(interval?.upper).toBeCloseTo(18.39036, 5);
    expect(rates[3]?.grades).toEqual([0, 8, 2, 0, 0]);
  });

  it('file a term that is not known under no class', () => {
    expect([organClassOf('Stroke'), organClassOf('pleural effusion')]).toEqual(['nervous', 'unclassified']);
  });
});

describe('the incidence of a followed event', () => {
  it('has one curve per drug of ten patients or more, the end of the line competing', () => {
    const row = (drug: 'imatinib' | 'dasatinib', day: number, cause: number, patients: number) =>
      ({ drug, entry: null, day, cause, patients }) as const;
    const found = keyEventIncidence([
      row('dasatinib', 5, 1, 5),
      row('dasatinib', 6, 2, 5),
      row('dasatinib', 9, 0, 10),
      row('imatinib', 5, 1, 9),
    ]);
    expect(found.map(({ drug, patients }) => [drug, patients])).toEqual([['dasatinib', 20]]);
    expect(found[0]?.curves.causes.map(({ probability }) => probability.at(-1))).toEqual([0.25, 0.25]);
  });
});
