import { explainEligibility } from '@core/cohort/eligibility-explanation';
import { stoppingPatient } from '@core/cohort/patient-history';
import { extractTableNames } from '@core/domain/extract-tables';
import { patientHistory } from '@data/queries/patient-history';
import { demonstrationEngine } from '@tests/support/demonstration-engine';
import { expect, it } from 'vitest';

it('the explanation in the course of a patient gives the answers that SQL counts', async () => {
  const engine = await demonstrationEngine();
  try {
    const present = new Set(extractTableNames);
    const answers = new Set<string>();
    for (let key = 0; key < 2000; key += 40) {
      const history = await patientHistory.ask(engine, key, { signal: new AbortController().signal });
      const { rules } = explainEligibility(stoppingPatient(history, present));
      for (const { rule, eligible } of rules) {
        const told = eligible === null ? null : eligible ? 'yes' : 'no';
        expect(told, `${rule.id} of ${key}`).toBe(history.facts[`eligible_${rule.id}`]);
        answers.add(String(told));
      }
    }
    expect(answers.size).toBe(3);
  } finally {
    await engine.close();
  }
});
