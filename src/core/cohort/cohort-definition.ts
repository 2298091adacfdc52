import type { AnchorEvent } from './anchor-event';
import type { CategoryFactId, FactId, NumberFactId } from './fact-vocabulary';
import { isUpright, type NumberRange } from './number-range';
import type { LinkedTable } from './patient-record';

/** What happens to a patient for whom a rule cannot be answered. */
export type UnknownPolicy = 'exclude' | 'include';

/** Met when the patient's category is one of `values`. */
export interface CategoryCondition {
  readonly kind: 'category';
  readonly fact: CategoryFactId;
  readonly values: readonly string[];
}

/** Met when the patient's number lies in the range. */
export interface RangeCondition extends NumberRange {
  readonly kind: 'range';
  readonly fact: NumberFactId;
}

/** A claim on one row of a linked table; unknown when the cell is null, or known within bounds that do not tell. */
export type RowPredicate =
  | { readonly kind: 'category'; readonly column: string; readonly values: readonly string[] }
  | ({ readonly kind: 'range'; readonly column: string } & NumberRange);

/**
 * Days `from` to `to` after an event, both included; `null` is open-ended, negative is before. A month is 30.4375 days.
 * `of`: `index` is the index event of the cohort.
 */
export interface EventWindow {
  readonly of: 'index' | AnchorEvent;
  readonly from: number | null;
  readonly to: number | null;
  readonly unit: 'days' | 'months';
}

/**
 * How the rows in the window answer.
 *
 * `any`, `never`, `every`: some row, no row, all rows are as claimed (`every` of no row is `ifNone`, never "yes").
 * `first`, `last`: the row of the earliest or latest day is; unknown when several of that day disagree.
 * `at_least`: `count` rows are, and from the first to the last of them `spanMonths` pass.
 */
export type Quantifier =
  | { readonly kind: 'any' | 'never' | 'every' | 'first' | 'last' }
  | { readonly kind: 'at_least'; readonly count: number; readonly spanMonths?: number };

/** A claim on the rows of a linked table. */
export interface EventCondition {
  readonly kind: 'events';
  readonly table: LinkedTable;
  /** Column that places a row in time; rows without that day are left out. */
  readonly day: string;
  /** Rows that count at all: those for which every predicate surely holds. */
  readonly among: readonly RowPredicate[];
  /** What is claimed of a row; every row is as claimed when nothing is. */
  readonly where: readonly RowPredicate[];
  /** `null`: at any time. A window by an event that the patient does not have makes the condition unknown. */
  readonly window: EventWindow | null;
  readonly quantifier: Quantifier;
  /** What no row in the window means. */
  readonly ifNone: 'no' | 'unknown';
}

/** Kleene logic: `all`, `any`, at least `count`, and `not` of conditions. */
export type Combination =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'at_least'; readonly count: number; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition };

/**
 * No row of the patient breaks one of these rules of the contract. Unknown when a rule is not one that can be checked here:
 * its table is absent, or the contract has no such rule about rows.
 */
export interface QualityCondition {
  readonly kind: 'quality';
  /** Ids of rules of the contract. */
  readonly rules: readonly string[];
}

/** A condition that the facts of a patient do not answer. */
export type AskedCondition = EventCondition | QualityCondition;

export type Condition = CategoryCondition | RangeCondition | AskedCondition | Combination;

/** One step of the attrition. */
export interface CohortRule {
  readonly condition: Condition;
  readonly unknown: UnknownPolicy;
}

/** A rule on one fact of the patient: what a chart of the explorer makes. */
export interface FactRule extends CohortRule {
  readonly condition: CategoryCondition | RangeCondition;
}

/**
 * Patients who have the index event and for whom every rule holds. The order of the rules is the order of the
 * attrition; it changes the path, never who is in.
 */
export interface CohortDefinition {
  readonly index: AnchorEvent;
  readonly rules: readonly CohortRule[];
}

/** A rule is one bit of a 32-bit number, the index event another. */
export const mostRules = 30;

/** Every patient of the extract. */
export const everyone: CohortDefinition = Object.freeze({
  index: Object.freeze({ event: 'diagnosis' }),
  rules: Object.freeze([]),
});

/** The fact that a rule is about, `null` for a rule on events or a combination. */
export const factOf = ({ condition }: CohortRule): FactId | null =>
  condition.kind === 'category' || condition.kind === 'range' ? condition.fact : null;

/** The rule on one fact, `null` when there is none; the first when there are several. */
export const ruleOn = (cohort: CohortDefinition, fact: FactId): FactRule | null =>
  (cohort.rules.find((rule) => factOf(rule) === fact) as FactRule | undefined) ?? null;

/** A rule that lets everybody in: it says nothing and is dropped. */
const isVacuous = ({ condition, unknown }: CohortRule): boolean =>
  condition.kind === 'range' && condition.min === null && condition.max === null && unknown === 'include';

/**
 * The same cohort with the rules on one fact replaced by one, in the place of the first, or removed when `rule` is
 * `null`; a rule on a fact that had none comes last.
 *
 * A category rule without values is kept: nobody meets it, and the count says so.
 *
 * @throws RangeError if the rule is on another fact, its range is empty, or there are too many rules
 */
export function withRule(cohort: CohortDefinition, fact: FactId, rule: CohortRule | null): CohortDefinition {
  if (rule !== null && factOf(rule) !== fact) throw new RangeError(`rule on ${factOf(rule)}, not ${fact}`);
  if (rule?.condition.kind === 'range' && !isUpright(rule.condition)) {
    throw new RangeError(`empty range for ${fact}: ${rule.condition.min} to ${rule.condition.max}`);
  }
  const place = cohort.rules.findIndex((other) => factOf(other) === fact);
  const others = cohort.rules.filter((other) => factOf(other) !== fact);
  if (rule === null || isVacuous(rule)) return withRules(cohort, others);
  return withRules(cohort, others.toSpliced(place === -1 ? others.length : place, 0, rule));
}

/** The same cohort with other rules. @throws RangeError beyond `mostRules` */
export function withRules(cohort: CohortDefinition, rules: readonly CohortRule[]): CohortDefinition {
  if (rules.length > mostRules) throw new RangeError(`${rules.length} rules, more than ${mostRules}`);
  return Object.freeze({ index: cohort.index, rules: Object.freeze([...rules]) });
}

/** The same cohort with the rule at one place moved to another; places count from 0 and are clamped. */
export function withRuleMoved(cohort: CohortDefinition, from: number, to: number): CohortDefinition {
  const rule = cohort.rules[from];
  if (rule === undefined) return cohort;
  const others = cohort.rules.toSpliced(from, 1);
  return withRules(cohort, others.toSpliced(Math.max(0, Math.min(to, others.length)), 0, rule));
}

/** The conditions on events inside a condition, in reading order. */
export const eventConditions = (condition: Condition): readonly EventCondition[] =>
  askedConditions(condition).filter((one) => one.kind === 'events');

/** The conditions that the facts do not answer, those inside combinations too, in reading order. */
export function askedConditions(condition: Condition): readonly AskedCondition[] {
  switch (condition.kind) {
    case 'events':
    case 'quality':
      return [condition];
    case 'all':
    case 'any':
    case 'at_least':
      return condition.of.flatMap(askedConditions);
    case 'not':
      return askedConditions(condition.of);
    default:
      return [];
  }
}
