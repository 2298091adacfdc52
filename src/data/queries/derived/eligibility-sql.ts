import {
  type AtLeast,
  type EligibilityCriterion,
  type EligibilityRule,
  type EligibilityRuleId,
  eligibilityRuleIds,
  eligibilityRules,
} from '@core/domain/eligibility-rule';
import type { AssessedGuidelineId } from '@core/domain/guideline';
import { literal, real } from '../sql-text';

/** Columns of `patient_fact` with the verdicts of a guideline. */
export const milestoneFacts: Readonly<Record<AssessedGuidelineId, readonly string[]>> = {
  ELN2013: ['eln2013_3m', 'eln2013_6m', 'eln2013_12m'],
  ELN2020: ['eln2020_3m', 'eln2020_6m', 'eln2020_12m'],
};

/**
 * `judgeEligibility(…).eligible` of `core/domain/eligibility.ts` in SQL, rule by rule: "yes", "no" or null, on the
 * columns of `stop_history`, the milestones and the runs at the decision. SQL's own "and" and "or" are three-valued.
 */
export const eligibilitySql = Object.fromEntries(
  eligibilityRuleIds.map((id) => [`eligible_${id}`, answerSql(eligibilityRules[id])]),
) as Readonly<Record<`eligible_${EligibilityRuleId}`, string>>;

function answerSql({ criteria }: EligibilityRule): string {
  const all = criteria.map((criterion) => `(${holdsSql(criterion)})`).join('\n    and ');
  return `case (${all}) when true then 'yes' when false then 'no' end`;
}

function holdsSql(criterion: EligibilityCriterion): string {
  switch (criterion.kind) {
    case 'first_chronic_phase':
      return "phase::varchar = 'CP' and not progressed";
    case 'adult':
      return `age_years >= ${real(criterion.years)}`;
    case 'tki_lines':
      return `decision_tki_lines between 1 and ${literal(criterion.most)} and earlier_lines_not_tolerated`;
    case 'typical_transcript':
      return 'case when transcript is not null then not atypical end';
    case 'tki_years': {
      const long = enoughSql('decision_tki_years', criterion.years);
      const { secondGenerationYears } = criterion;
      if (secondGenerationYears === null) return long;
      return `${long} or (second_generation_only and ${enoughSql('decision_tki_years', secondGenerationYears)})`;
    }
    case 'deep_response':
      return criterion.anyOf
        .map(({ depth, months }) =>
          enoughSql(depth === 'MR4' ? 'decision_mr4_months' : 'decision_mr4_5_months', months),
        )
        .join(' or ');
    case 'no_resistance':
      return 'not resistance';
    case 'no_milestone_verdict': {
      const verdicts = criterion.verdicts.map((verdict) => literal(verdict)).join(', ');
      return milestoneFacts[criterion.guideline]
        .map((fact) => `coalesce(${fact} not in (${verdicts}), true)`)
        .join(' and ');
    }
    case 'no_transplant':
      return 'not transplanted';
  }
}

function enoughSql(column: string, { amount, strictly }: AtLeast): string {
  return `${column} ${strictly ? '>' : '>='} ${real(amount)}`;
}
