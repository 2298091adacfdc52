import { explainEligibility } from '@core/cohort/eligibility-explanation';
import { line, recordOf, sample } from '@tests/support/hand-made-record';
import { describe, expect, it } from 'vitest';

const lines = [line(1, 0, null)];
const deep = (...days: number[]) => days.map((day) => sample(day, 0.0005));

describe('why a patient may stop or not', () => {
  it('names every rule with its criteria, and judges on the day of the first stop', () => {
    const found = explainEligibility(
      recordOf({ lines, transcript: 'e14a2', samples: deep(90, 180, 365, 2000), stops: [[1, 2100, null]] }),
    );
    expect([found.decisionDay, found.stopped]).toEqual([2100, true]);
    expect(found.rules.map(({ rule, eligible }) => [rule.id, eligible])).toEqual([
      ['eln2020_minimal', true],
      ['eln2020_optimal', true],
      ['filmc2018', true],
      ['euroski', true],
      ['observatory', true],
    ]);
  });

  it('gives the samples of the run, and the one that it begins after', () => {
    const samples = [...deep(90, 200), sample(300, 0.05), ...deep(400, 800), sample(2500, 5)];
    const found = explainEligibility(
      recordOf({ lines, transcript: 'e14a2', samples, stops: [[1, 2000, null]] }),
    );
    const criterion = found.rules
      .find(({ rule }) => rule.id === 'observatory')
      ?.criteria.find(({ criterion: { kind } }) => kind === 'deep_response');
    const run = criterion?.runs[0]?.run;
    // The sample of day 2500 comes after the decision.
    expect(run?.samples.map(({ day }) => day)).toEqual([400, 800]);
    expect(run?.brokenBy?.day).toBe(300);
    expect(criterion?.verdict).toBe('not_met');
    expect(criterion?.facts.deepMonths?.MR4).toBe(run?.months);
  });

  it('gives the sample of each milestone that a rule looks at', () => {
    const found = explainEligibility(
      recordOf({ lines, transcript: 'e14a2', samples: [sample(91, 2), sample(183, 20), ...deep(365, 3000)] }),
    );
    const criterion = found.rules[0]?.criteria.find(
      ({ criterion: { kind } }) => kind === 'no_milestone_verdict',
    );
    expect(criterion?.verdict).toBe('not_met');
    expect(criterion?.milestones.map(({ month, verdict, used }) => [month, verdict, used?.day])).toEqual([
      [3, 'optimal', 91],
      [6, 'failure', 183],
      [12, 'optimal', 365],
    ]);
  });

  it('without an evaluable sample, or of an atypical transcript, a deep response is not known', () => {
    for (const given of [
      { transcript: 'e14a2' } as const,
      { transcript: 'e1a2', samples: deep(90) } as const,
    ]) {
      const [minimal] = explainEligibility(recordOf({ lines, ...given })).rules;
      const criterion = minimal?.criteria.find(({ criterion: { kind } }) => kind === 'deep_response');
      expect(criterion).toMatchObject({ verdict: 'unknown', runs: [{ depth: 'MR4', run: null }] });
    }
  });
});
