import { everyone } from '@core/cohort/cohort-definition';
import type { Engine } from '@data/engine/engine';
import { deriveTables } from '@data/queries/derived/derive-tables';
import { guidelineChanges } from '@data/queries/guideline-changes';
import { putRow, startWithEmptyTables } from '@tests/support/hand-made-tables';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let engine: Engine;
const { signal } = new AbortController();

/** Patients by their samples: day since the start of the first TKI and percent. */
const courses: readonly (readonly (readonly [day: number, percent: number])[])[] = [
  // 1 % at 6 months: a warning in 2013, optimal in 2020.
  [
    [91, 5],
    [183, 1],
  ],
  // Confirmed above 10 % at 3 months: a warning in 2013, a failure in 2020.
  [
    [91, 20],
    [130, 15],
  ],
  // Not confirmed: a warning in both.
  [
    [91, 20],
    [130, 9],
    [365, 0.05],
  ],
  [],
];

beforeAll(async () => {
  engine = await startWithEmptyTables();
  for (const [patient_key, course] of courses.entries()) {
    const sex = patient_key === 0 ? 'F' : 'M';
    await putRow(engine, 'patient', {
      patient_key,
      patient_id: `P${patient_key}`,
      sex,
      last_contact_day: 4000,
    });
    await putRow(engine, 'treatment_line', { patient_key, line_number: 1, drug: 'imatinib', start_day: 0 });
    for (const [day, bcr_abl1_is_pct] of course)
      await putRow(engine, 'molecular', {
        patient_key,
        day,
        bcr_abl1_is_pct,
        detected: true,
        control_gene: 'ABL1',
        control_copies: 100_000,
        on_international_scale: true,
        method: 'RT-qPCR',
        specimen: 'blood',
        validation: 'validated',
      });
  }
  await deriveTables(engine);
});
afterAll(() => engine.close());

describe('who changes class between two versions of the guideline', () => {
  it('is counted per milestone, with those who keep it and those not assessed', async () => {
    const asked = { cohort: everyone, before: 'ELN2013', after: 'ELN2020' } as const;
    expect(await guidelineChanges.ask(engine, asked, { signal })).toEqual([
      { month: 3, before: 'optimal', after: 'optimal', patients: 1 },
      { month: 3, before: 'warning', after: 'failure', patients: 1 },
      { month: 3, before: 'warning', after: 'warning', patients: 1 },
      { month: 3, before: null, after: null, patients: 1 },
      { month: 6, before: 'warning', after: 'optimal', patients: 1 },
      { month: 6, before: null, after: null, patients: 3 },
      { month: 12, before: 'optimal', after: 'optimal', patients: 1 },
      { month: 12, before: null, after: null, patients: 3 },
    ]);
  });
});
