import { accrualByCentre, accrualByYear } from '@core/analyses/accrual';
import { everyone } from '@core/cohort/cohort-definition';
import { accrualRows } from '@data/queries/accrual';
import { demonstrationEngine } from '@tests/support/demonstration-engine';
import { readRawExtract } from '@tests/support/raw-extract';
import { describe, expect, it } from 'vitest';

describe('the inclusions of the demonstration', () => {
  it('are those of its rows: by year, by centre, with who is lost', async () => {
    const engine = await demonstrationEngine();
    const rows = await accrualRows.ask(
      engine,
      { cohort: everyone },
      { signal: new AbortController().signal },
    );
    await engine.close();
    const { patient } = await readRawExtract('public/extract');
    const yearOf = (diagnosis: number, day: number) => diagnosis + Math.floor((day + 182.625) / 365.25);
    const last = Math.max(...patient.map((one) => yearOf(one.diagnosis_year, one.last_contact_day)));
    const isLost = (one: (typeof patient)[number]) =>
      one.vital_status === 'alive' && yearOf(one.diagnosis_year, one.last_contact_day) <= last - 2;
    let before = 0;
    for (const { year, patients, incident, prevalent, cumulative, lost } of accrualByYear(rows)) {
      const here = patient.filter((one) => yearOf(one.diagnosis_year, one.inclusion_day) === year);
      const early = here.filter((one) => one.inclusion_day <= 182).length;
      before += here.length;
      expect([year, patients, incident, prevalent, cumulative, lost]).toEqual([
        year,
        here.length,
        early,
        here.length - early,
        before,
        here.filter(isLost).length,
      ]);
    }
    expect(before).toBe(patient.length);
    for (const { centre, patients } of accrualByCentre(rows).filter((one) => one.centre !== null))
      expect(patients).toBe(patient.filter((one) => one.centre_id === centre).length);
  });
});
