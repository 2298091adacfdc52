import { type CriterionVerdict, judgeEligibility, type StopHistory } from '@core/domain/eligibility';
import {
  type CriterionKind,
  type EligibilityRuleId,
  eligibilityRuleIds,
  eligibilityRules,
} from '@core/domain/eligibility-rule';
import { allOf, anyOf, notSo } from '@core/domain/kleene';
import { describe, expect, it } from 'vitest';

/** A patient who may stop by every rule. */
const ideal: StopHistory = {
  decisionDay: 4000,
  chronicAtDiagnosis: true,
  progressed: false,
  ageYears: 60,
  typicalTranscript: true,
  tkiLines: 1,
  earlierLinesNotTolerated: true,
  resistance: false,
  transplanted: false,
  tkiYears: 8,
  secondGenerationOnly: false,
  deepMonths: { MR4: 48, 'MR4.5': 48 },
  milestones: { ELN2013: ['optimal', 'optimal', null], ELN2020: ['optimal', 'optimal', null] },
};
const deep = (MR4: number | null, deeper: number | null = 0) => ({ deepMonths: { MR4, 'MR4.5': deeper } });
const at12 = (verdict: 'warning' | 'failure') => ({
  milestones: { ELN2013: [null, null, verdict], ELN2020: [null, null, verdict] },
});

type Answer = boolean | null;
type Edge = readonly [
  change: Partial<StopHistory>,
  minimal: Answer,
  optimal: Answer,
  filmc: Answer,
  euroski: Answer,
  observatory: Answer,
];
const [yes, no, unknown] = [true, false, null];

/** Answers in the order of `eligibilityRuleIds`: ELN minimal, ELN optimal, Fi-LMC, EURO-SKI, Observatory. */
const edges: readonly Edge[] = [
  [{}, yes, yes, yes, yes, yes],
  [{ tkiYears: 5.001 }, yes, yes, yes, yes, yes],
  [{ tkiYears: 5 }, no, no, yes, yes, yes],
  [{ tkiYears: 4.999 }, no, no, no, yes, no],
  [{ tkiYears: 4.001, secondGenerationOnly: true }, yes, no, no, yes, no],
  [{ tkiYears: 4, secondGenerationOnly: true }, no, no, no, yes, no],
  [{ tkiYears: 3 }, no, no, no, yes, no],
  [{ tkiYears: 2.999 }, no, no, no, no, no],
  [deep(36.001, 0), yes, yes, no, yes, yes],
  [deep(36, 0), yes, no, no, yes, yes],
  [deep(30, 24.001), yes, yes, yes, yes, yes],
  [deep(30, 24), yes, no, yes, yes, yes],
  [deep(24.001, 23.999), yes, no, no, yes, yes],
  [deep(24, 23.999), no, no, no, yes, yes],
  [deep(23.999), no, no, no, yes, no],
  [deep(12), no, no, no, yes, no],
  [deep(11.999), no, no, no, no, no],
  [deep(null, null), unknown, unknown, unknown, unknown, unknown],
  [{ tkiYears: 2, ...deep(null, null) }, no, no, no, no, no],
  [{ chronicAtDiagnosis: false }, no, no, no, no, yes],
  [{ chronicAtDiagnosis: null }, unknown, unknown, unknown, unknown, yes],
  [{ progressed: true }, no, no, no, no, yes],
  [{ progressed: null }, unknown, unknown, unknown, unknown, yes],
  [{ chronicAtDiagnosis: false, progressed: null }, no, no, no, no, yes],
  [{ ageYears: 18 }, yes, yes, yes, yes, yes],
  [{ ageYears: 17.999 }, yes, yes, yes, no, yes],
  [{ typicalTranscript: false }, no, no, no, no, yes],
  [{ typicalTranscript: null }, unknown, unknown, unknown, unknown, yes],
  [{ tkiLines: 2 }, yes, yes, yes, yes, yes],
  [{ tkiLines: 2, earlierLinesNotTolerated: false }, no, no, yes, yes, yes],
  [{ tkiLines: 2, earlierLinesNotTolerated: null }, unknown, unknown, yes, yes, yes],
  [{ tkiLines: 3 }, no, no, yes, yes, yes],
  [{ resistance: true }, no, no, no, no, yes],
  [{ resistance: null }, unknown, unknown, unknown, unknown, yes],
  [at12('warning'), yes, yes, no, yes, yes],
  [at12('failure'), no, no, no, yes, yes],
  [{ transplanted: true }, yes, yes, no, no, yes],
];

describe('eligibility to stop', () => {
  it.each(edges)('%o', (change, ...answers) => {
    const history = { ...ideal, ...change };
    const found = eligibilityRuleIds.map((id) => judgeEligibility(eligibilityRules[id], history).eligible);
    expect(found).toEqual(answers);
  });

  it('says of every criterion whether it is met, and by which facts', () => {
    const history: StopHistory = {
      ...ideal,
      typicalTranscript: null,
      tkiYears: 4.5,
      secondGenerationOnly: true,
    };
    const { criteria, eligible, notJudged } = judgeEligibility(eligibilityRules.eln2020_minimal, history);
    const verdicts = criteria.map(({ criterion, verdict }): [CriterionKind, CriterionVerdict] => [
      criterion.kind,
      verdict,
    ]);
    expect(verdicts).toEqual([
      ['first_chronic_phase', 'met'],
      ['tki_lines', 'met'],
      ['typical_transcript', 'unknown'],
      ['no_resistance', 'met'],
      ['no_milestone_verdict', 'met'],
      ['tki_years', 'met'],
      ['deep_response', 'met'],
    ]);
    expect(eligible).toBeNull();
    expect(criteria.find(({ criterion }) => criterion.kind === 'tki_years')?.facts).toEqual({
      tkiYears: 4.5,
      secondGenerationOnly: true,
    });
    expect(notJudged).toEqual(['motivation', 'laboratory', 'monitoring']);
  });

  it('is judged by rules that nobody can change, each with its source', () => {
    for (const id of eligibilityRuleIds) {
      const rule = eligibilityRules[id];
      expect(Object.isFrozen(rule)).toBe(true);
      expect(rule).toMatchObject({ id, source: expect.stringMatching(/\d{4}/) });
    }
  });

  it('marks what was not read in a source', () => {
    const unverified = (id: EligibilityRuleId) =>
      eligibilityRules[id].criteria.filter((one) => one.unverified).map(({ kind }) => kind);
    expect(unverified('euroski')).toEqual(['first_chronic_phase', 'typical_transcript']);
    expect(eligibilityRuleIds.filter((id) => unverified(id).length > 0)).toEqual(['euroski']);
  });
});

describe('three-valued logic', () => {
  it('lets one that decides win over one that is not known', () => {
    expect([allOf([]), allOf([true, null]), allOf([null, false]), allOf([true])]).toEqual([
      true,
      null,
      false,
      true,
    ]);
    expect([anyOf([]), anyOf([false, null]), anyOf([null, true]), anyOf([false])]).toEqual([
      false,
      null,
      true,
      false,
    ]);
    expect([notSo(true), notSo(false), notSo(null)]).toEqual([false, true, null]);
  });
});
