import type { QualityRule } from '@core/domain/quality-rule';
import type { QualityCounts, RuleCount } from '@core/domain/rule-count';

/**
 * `kept`, `broken`; `empty`: no row could be judged, for want of rows or of what the rule reads; `unchecked`: a table
 * that it reads is not in the extract.
 */
export type RuleVerdict = 'kept' | 'broken' | 'empty' | 'unchecked';

export interface RuleFinding<Rule extends QualityRule = QualityRule> {
  readonly rule: Rule;
  readonly verdict: RuleVerdict;
  /** What was found in the whole extract; `null` when the rule was not checked. */
  readonly found: RuleCount | null;
}

/** How the rules of a table, or of a dimension, came out. */
export interface VerdictTally {
  /** Rules on types, nulls, codes, limits, keys and references, which an extract that opened keeps. */
  readonly structural: number;
  readonly kept: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Rules that judged nothing: no row, or a table is absent. */
  readonly unjudged: number;
}

/**
 * Whether a rule holds for what was counted: not one row may break it, or at most its share of the judged rows may.
 * Without a judged row nobody can say.
 */
export function ruleVerdict(
  { atMostPercent }: Pick<QualityRule, 'atMostPercent'>,
  found: Pick<RuleCount, 'judged' | 'broken'> | null,
): RuleVerdict {
  if (found === null) return 'unchecked';
  if (found.judged === 0) return 'empty';
  const allowed = ((atMostPercent ?? 0) / 100) * found.judged;
  return found.broken > allowed ? 'broken' : 'kept';
}

/** Every rule with its verdict on the whole extract, in the order of the rules. */
export function ruleFindings<Rule extends QualityRule>(
  rules: readonly Rule[],
  { counts }: Pick<QualityCounts, 'counts'>,
): readonly RuleFinding<Rule>[] {
  const whole = new Map(counts.filter(({ split }) => split === 'all').map((count) => [count.rule, count]));
  return rules.map((rule) => {
    const found = whole.get(rule.id) ?? null;
    return { rule, found, verdict: ruleVerdict(rule, found) };
  });
}

/** The findings, and the rules of the structure, counted by table or by dimension, in the order of `groups`. */
export function tallyVerdicts<Group extends string>(
  findings: readonly RuleFinding[],
  structural: readonly { readonly table: string; readonly dimension: string; readonly rules: number }[],
  by: 'table' | 'dimension',
  groups: readonly Group[],
): readonly (VerdictTally & { readonly group: Group })[] {
  return groups.map((group) => {
    const members = findings.filter(({ rule }) => rule[by] === group);
    const broken = (severity: QualityRule['severity']) =>
      members.filter(({ rule, verdict }) => verdict === 'broken' && rule.severity === severity).length;
    return {
      group,
      structural: structural.filter((one) => one[by] === group).reduce((sum, { rules }) => sum + rules, 0),
      kept: members.filter(({ verdict }) => verdict === 'kept').length,
      errors: broken('error'),
      warnings: broken('warning'),
      infos: broken('info'),
      unjudged: members.filter(({ verdict }) => verdict === 'empty' || verdict === 'unchecked').length,
    };
  });
}

/** What the central biology check said of the samples. */
export interface CentralCheck {
  readonly samples: number;
  readonly validated: number;
  readonly pending: number;
  readonly rejected: number;
}

/**
 * Samples by the verdict of the central biology check, from the two rules that read it: `sample_checked` (broken by a
 * sample that waits) and `sample_not_rejected`. `null` when they were not checked.
 */
export function centralCheck(findings: readonly RuleFinding[]): CentralCheck | null {
  const foundBy = (id: string) => findings.find(({ rule }) => rule.id === id)?.found ?? null;
  const checked = foundBy('sample_checked');
  const accepted = foundBy('sample_not_rejected');
  if (checked === null || accepted === null) return null;
  return {
    samples: checked.judged,
    validated: accepted.judged - accepted.broken,
    pending: checked.broken,
    rejected: accepted.broken,
  };
}
