import { type CohortDefinition, type CohortRule, mostRules, withRules } from './cohort-definition';

/** The rules of quality that every patient of a cohort is asked to keep, and where in the cohort that is asked. */
function qualityRule({ rules }: CohortDefinition) {
  const place = rules.findIndex(({ condition }) => condition.kind === 'quality');
  const condition = rules[place]?.condition;
  return { place, kept: condition?.kind === 'quality' ? condition.rules : [] };
}

/** Rules of the contract whose breakers a cohort leaves out. */
export const keptRules = (cohort: CohortDefinition): readonly string[] => qualityRule(cohort).kept;

/** Whether one more rule of the cohort may say so. */
export const mayKeepRules = (cohort: CohortDefinition): boolean =>
  qualityRule(cohort).place !== -1 || cohort.rules.length < mostRules;

/**
 * The same cohort without the patients who have a row that breaks one of these rules of the contract, and no other ones
 * for it. A rule that cannot be checked leaves nobody out.
 */
export function withRulesKept(cohort: CohortDefinition, kept: readonly string[]): CohortDefinition {
  const { place } = qualityRule(cohort);
  if (kept.length === 0) return place === -1 ? cohort : withRules(cohort, cohort.rules.toSpliced(place, 1));
  const rule: CohortRule = { condition: { kind: 'quality', rules: kept }, unknown: 'include' };
  return withRules(cohort, place === -1 ? [...cohort.rules, rule] : cohort.rules.toSpliced(place, 1, rule));
}
