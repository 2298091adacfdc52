import { type EligibilityTable, eligibilityFunnel } from '@core/analyses/eligibility-funnel';
import { describe, expect, it } from 'vitest';

type Answers = EligibilityTable[number]['answers'];
const answers = (given: Partial<Answers>): Answers => ({
  treated: true,
  deep: null,
  sustained: null,
  eln2020_minimal: null,
  eln2020_optimal: null,
  filmc2018: null,
  euroski: null,
  observatory: null,
  stopped: null,
  ...given,
});

describe('the way to a stop', () => {
  const funnel = eligibilityFunnel([
    { answers: answers({ deep: true, euroski: true, stopped: true }), patients: 5 },
    { answers: answers({ deep: true, euroski: true, stopped: false }), patients: 7 },
    { answers: answers({ deep: true, euroski: false, stopped: true }), patients: 2 },
    { answers: answers({ deep: false, euroski: false, stopped: false }), patients: 11 },
    { answers: answers({ stopped: true }), patients: 1 },
    { answers: answers({ treated: false, deep: true, euroski: true }), patients: 100 },
  ]);
  const at = (step: string) => funnel.steps.find((one) => one.step === step);

  it('is asked of treated patients, and keeps what is not known apart', () => {
    expect(funnel).toMatchObject({ patients: 126, treated: 26, stopped: 8 });
    expect(at('deep')).toMatchObject({ met: 14, notMet: 11, unknown: 1 });
    expect(at('euroski')).toMatchObject({ met: 12, notMet: 13, unknown: 1 });
    expect(at('filmc2018')).toMatchObject({ met: 0, notMet: 0, unknown: 26 });
    for (const { met, notMet, unknown } of funnel.steps) expect(met + notMet + unknown).toBe(26);
  });

  it('tells the stops that a rule allows from those that it does not or cannot judge', () => {
    expect(at('euroski')).toMatchObject({ stopped: 5, stoppedOtherwise: 3 });
    expect(at('stopped')).toMatchObject({ met: 8, stopped: 8, stoppedOtherwise: 0 });
  });

  it('of nobody has steps of nobody', () => {
    expect(
      eligibilityFunnel([]).steps.every(({ met, notMet, unknown }) => met + notMet + unknown === 0),
    ).toBe(true);
  });
});
