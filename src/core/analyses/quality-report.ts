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

/** The findings counted by what `groupOf` says of their rule, in the order in which the groups appear. */
export function tallyVerdicts<Group extends string>(
  findings: readonly RuleFinding[],
  groupOf: (rule: QualityRule) => Group,
): readonly (VerdictTally & { readonly group: Group })[] {
  const groups = new Map<Group, RuleFinding[]>();
  for (const finding of findings) {
    const group = groupOf(finding.rule);
    groups.set(group, [...(groups.get(group) ?? []), finding]);
  }
  return [...groups].map(([group, members]) => {
    const broken = (severity: QualityRule['severity']) =>
      members.filter(({ rule, verdict }) => verdict === 'broken' && rule.severity === severity).length;
    return {
      group,
      kept: members.filter(({ verdict }) => verdict === 'kept').length,
      errors: broken('error'),
      warnings: broken('warning'),
      infos: broken('info'),
      unjudged: members.filter(({ verdict }) => verdict === 'empty' || verdict === 'unchecked').length,
    };
  });
}
