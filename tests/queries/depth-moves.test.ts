import { depthOccupation } from '@core/analyses/depth-occupation';
import { everyone } from '@core/cohort/cohort-definition';
import { depthStates } from '@core/cohort/depth-course';
import { depthMoves } from '@data/queries/depth-moves';
import { demonstrationEngine } from '@tests/support/demonstration-engine';
import { readRawExtract } from '@tests/support/raw-extract';
import { expect, it } from 'vitest';

it('the depth of response on the demonstration agrees with the raw rows', async () => {
  const engine = await demonstrationEngine();
  try {
    const { signal } = new AbortController();
    const table = await depthMoves.ask(engine, { cohort: everyone, currentMonths: 9 }, { signal });
    const depth = depthOccupation(table);
    const raw = await readRawExtract('public/extract');
    const left = table.excluded.reduce((sum, { patients }) => sum + patients, 0);
    expect(depth.patients + left).toBe(raw.patient.length);

    const tkis = new Set(
      raw.treatment_line
        .filter(
          ({ drug }) => !['interferon', 'hydroxycarbamide', 'allogeneic_transplant', 'other'].includes(drug),
        )
        .map(({ patient_id }) => patient_id),
    );
    const noTki = table.excluded.find(({ reason }) => reason === 'no_tki')?.patients ?? 0;
    expect(noTki).toBe(raw.patient.length - tkis.size);

    // Everybody who is analysed and has died moves to death once, and nobody leaves it.
    const dead = depthStates.indexOf('dead');
    const atypical = new Set(
      raw.diagnosis
        .filter(({ transcript }) => ['e1a2', 'e19a2', 'other'].includes(transcript ?? ''))
        .map(({ patient_id }) => patient_id),
    );
    const died = raw.patient.filter(
      ({ patient_id, vital_status }) =>
        vital_status === 'dead' && tkis.has(patient_id) && !atypical.has(patient_id),
    ).length;
    const deaths = table.moves
      .filter(({ to }) => to === dead)
      .reduce((sum, { patients }) => sum + patients, 0);
    expect(deaths).toBe(died);
    expect(table.moves.every(({ from }) => from !== dead)).toBe(true);

    for (const { shares } of depth.readings)
      expect(depthStates.reduce((sum, state) => sum + shares[state], 0)).toBeCloseTo(1, 9);
    const [start, fiveYears] = [depth.readings[0], depth.readings[60]];
    const deep = (reading = start) =>
      (reading?.shares.MR4 ?? 0) + (reading?.shares['MR4.5'] ?? 0) + (reading?.shares.MR5 ?? 0);
    expect(start?.shares.above_mmr).toBeGreaterThan(0.5);
    expect(deep(start)).toBe(0);
    expect(deep(fiveYears)).toBeGreaterThan(0.2);
  } finally {
    await engine.close();
  }
});
