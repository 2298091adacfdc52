import { eligibilityFunnel } from '@core/analyses/eligibility-funnel';
import { everyone } from '@core/cohort/cohort-definition';
import { cohortCharts } from '@data/queries/cohort-charts';
import { eligibilityPatterns } from '@data/queries/eligibility-patterns';
import { demonstrationEngine } from '@tests/support/demonstration-engine';
import { readRawExtract } from '@tests/support/raw-extract';
import { expect, it } from 'vitest';

it('eligibility on the demonstration: the stops of the raw rows, the levels that the explorer counts', async () => {
  const engine = await demonstrationEngine();
  try {
    const { signal } = new AbortController();
    const funnel = eligibilityFunnel(await eligibilityPatterns.ask(engine, everyone, { signal }));
    const raw = await readRawExtract('public/extract');
    expect(funnel.patients).toBe(raw.patient.length);
    expect(funnel.stopped).toBe(new Set(raw.treatment_free_attempt.map((row) => row.patient_id)).size);
    const rules = [
      { condition: { kind: 'range', fact: 'tki_lines', min: 1, max: null }, unknown: 'exclude' },
    ] as const;
    const facts = ['eligible_euroski', 'eligible_eln2020_minimal', 'sustained_deep_response'] as const;
    const { charts, inCohort } = await cohortCharts.ask(
      engine,
      { cohort: { ...everyone, rules }, facts },
      { signal },
    );
    expect(funnel.treated).toBe(inCohort);
    const steps = ['euroski', 'eln2020_minimal', 'sustained'];
    for (const [place, chart] of charts.entries()) {
      const step = funnel.steps.find((one) => one.step === steps[place]);
      const levels = chart.kind === 'category' ? chart.levels : [];
      const level = (name: string | null) => levels.find((one) => one.level === name)?.inCohort;
      expect([step?.met, step?.notMet, step?.unknown]).toEqual([level('yes'), level('no'), level(null)]);
    }
  } finally {
    await engine.close();
  }
});
