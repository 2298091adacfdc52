import {
  type CriterionKind,
  type EligibilityCriterion,
  type EligibilityRule,
  isEnough,
  type UnknowableCriterion,
} from './eligibility-rule';
import type { AssessedGuidelineId } from './guideline';
import { allOf, anyOf, notSo } from './kleene';
import type { MilestoneVerdict } from './milestone';

/** What a decision to stop is judged by, on its day; `null` is not known, never "no". */
export interface StopHistory {
  readonly decisionDay: number;
  readonly chronicAtDiagnosis: boolean | null;
  readonly progressed: boolean | null;
  readonly ageYears: number;
  readonly typicalTranscript: boolean | null;
  /** TKI lines begun by the day. */
  readonly tkiLines: number;
  /** Whether intolerance is the recorded end of every TKI line but the last; `true` without an earlier line. */
  readonly earlierLinesNotTolerated: boolean | null;
  /** Whether a TKI line that ended by the day did so for resistance or progression. */
  readonly resistance: boolean | null;
  readonly transplanted: boolean;
  readonly tkiYears: number;
  /** Whether every TKI so far was one of the second generation; `false` without a TKI. */
  readonly secondGenerationOnly: boolean;
  /** Months of the run that ends with the last evaluable sample by the day. */
  readonly deepMonths: Readonly<Record<'MR4' | 'MR4.5', number | null>>;
  /** At months 3, 6 and 12; `null` for a milestone that was not assessed. */
  readonly milestones: Readonly<Record<AssessedGuidelineId, readonly (MilestoneVerdict | null)[]>>;
}

export type CriterionVerdict = 'met' | 'not_met' | 'unknown';

/** One criterion of a rule with its answer and the facts that it was read from. */
export interface JudgedCriterion {
  readonly criterion: EligibilityCriterion;
  readonly verdict: CriterionVerdict;
  readonly facts: Readonly<Partial<StopHistory>>;
}

export interface Eligibility {
  readonly rule: EligibilityRule;
  /** Three-valued "all" over the criteria. */
  readonly eligible: boolean | null;
  readonly criteria: readonly JudgedCriterion[];
  readonly notJudged: readonly UnknowableCriterion[];
}

/** Which facts each criterion reads. */
const factsOf: Readonly<Record<CriterionKind, readonly (keyof StopHistory)[]>> = {
  first_chronic_phase: ['chronicAtDiagnosis', 'progressed'],
  adult: ['ageYears'],
  tki_lines: ['tkiLines', 'earlierLinesNotTolerated'],
  typical_transcript: ['typicalTranscript'],
  tki_years: ['tkiYears', 'secondGenerationOnly'],
  deep_response: ['deepMonths'],
  no_resistance: ['resistance'],
  no_milestone_verdict: ['milestones'],
  no_transplant: ['transplanted'],
};

/**
 * Judges a rule on a history, criterion by criterion.
 *
 * @see tests/unit/core/domain/eligibility.test.ts · held equal to SQL by tests/generative/patient-fact-twin.test.ts
 */
export function judgeEligibility(rule: EligibilityRule, known: StopHistory): Eligibility {
  const criteria = rule.criteria.map((criterion): JudgedCriterion => {
    const holds = criterionHolds(criterion, known);
    return {
      criterion,
      verdict: holds === null ? 'unknown' : holds ? 'met' : 'not_met',
      facts: Object.fromEntries(factsOf[criterion.kind].map((fact) => [fact, known[fact]])),
    };
  });
  const eligible = allOf(rule.criteria.map((criterion) => criterionHolds(criterion, known)));
  return { rule, eligible, criteria, notJudged: rule.notJudged };
}

function criterionHolds(criterion: EligibilityCriterion, known: StopHistory): boolean | null {
  switch (criterion.kind) {
    case 'first_chronic_phase':
      return allOf([known.chronicAtDiagnosis, notSo(known.progressed)]);
    case 'adult':
      return known.ageYears >= criterion.years;
    case 'tki_lines': {
      const { tkiLines } = known;
      return allOf([tkiLines >= 1 && tkiLines <= criterion.most, known.earlierLinesNotTolerated]);
    }
    case 'typical_transcript':
      return known.typicalTranscript;
    case 'tki_years': {
      const { tkiYears, secondGenerationOnly } = known;
      const long = isEnough(tkiYears, criterion.years);
      if (criterion.secondGenerationYears === null) return long;
      return anyOf([
        long,
        allOf([secondGenerationOnly, isEnough(tkiYears, criterion.secondGenerationYears)]),
      ]);
    }
    case 'deep_response':
      return anyOf(criterion.anyOf.map(({ depth, months }) => isEnough(known.deepMonths[depth], months)));
    case 'no_resistance':
      return notSo(known.resistance);
    case 'no_milestone_verdict':
      return !known.milestones[criterion.guideline].some(
        (verdict) => verdict !== null && criterion.verdicts.includes(verdict),
      );
    case 'no_transplant':
      return !known.transplanted;
  }
}
