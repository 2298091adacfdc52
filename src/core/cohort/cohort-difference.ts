import type { AnchorEvent } from './anchor-event';
import type { CohortDefinition, CohortRule, UnknownPolicy } from './cohort-definition';
import { definitionText, saysTheSame } from './same-definition';

/** One step from one version of a cohort to another. Places are those of the rules, from 0, in their own version. */
export type CohortChange =
  | { readonly kind: 'index'; readonly before: AnchorEvent; readonly after: AnchorEvent }
  | { readonly kind: 'added'; readonly rule: CohortRule; readonly to: number }
  | { readonly kind: 'removed'; readonly rule: CohortRule; readonly from: number }
  /** Another claim on the same subject. */
  | {
      readonly kind: 'changed';
      readonly before: CohortRule;
      readonly after: CohortRule;
      readonly from: number;
      readonly to: number;
    }
  /** The same claim, and something else happens to those for whom it is not known. */
  | {
      readonly kind: 'policy';
      readonly rule: CohortRule;
      readonly after: UnknownPolicy;
      readonly from: number;
      readonly to: number;
    }
  /** The same rule, before or after others than it was: another attrition, the same cohort. */
  | { readonly kind: 'moved'; readonly rule: CohortRule; readonly from: number; readonly to: number };

interface Placed {
  readonly rule: CohortRule;
  readonly place: number;
}

interface Pair {
  readonly before: Placed;
  readonly after: Placed;
}

/**
 * What was done to one version of a cohort to get the other, in the order of the newer one's rules, removals last. Rules
 * are recognised by what they say, else by their claim, else by what they are about.
 *
 * @returns nothing when both say the same
 * @example
 * cohortDifference(everyone, withRule(everyone, 'age', rule)) // [{ kind: 'added', rule, to: 0 }]
 */
export function cohortDifference(before: CohortDefinition, after: CohortDefinition): readonly CohortChange[] {
  let old = placed(before);
  let now = placed(after);
  const pairsBy = (key: (rule: CohortRule) => string): readonly Pair[] => {
    const pairs = paired(old, now, key);
    old = old.filter((one) => !pairs.some((pair) => pair.before === one));
    now = now.filter((one) => !pairs.some((pair) => pair.after === one));
    return pairs;
  };
  const same = pairsBy(definitionText);
  const samePolicyAside = pairsBy(({ condition }) => definitionText(condition));
  const sameSubject = pairsBy(subjectOf);
  const all = [...same, ...samePolicyAside, ...sameSubject];
  const moved = outOfOrder(all);
  const changes = [
    ...samePolicyAside.map(({ before: { place: from }, after: { rule, place: to } }) => ({
      at: to,
      change: { kind: 'policy' as const, rule, after: rule.unknown, from, to },
    })),
    ...sameSubject.map((pair) => ({
      at: pair.after.place,
      change: {
        kind: 'changed' as const,
        before: pair.before.rule,
        after: pair.after.rule,
        from: pair.before.place,
        to: pair.after.place,
      },
    })),
    ...moved.map(({ before: { place: from }, after: { rule, place: to } }) => ({
      at: to,
      change: { kind: 'moved' as const, rule, from, to },
    })),
    ...now.map(({ rule, place: to }) => ({ at: to, change: { kind: 'added' as const, rule, to } })),
  ];
  return [
    ...(saysTheSame(before.index, after.index)
      ? []
      : [{ kind: 'index' as const, before: before.index, after: after.index }]),
    ...changes.toSorted((a, b) => a.at - b.at).map(({ change }) => change),
    ...old.map(({ rule, place: from }) => ({ kind: 'removed' as const, rule, from })),
  ];
}

const placed = (cohort: CohortDefinition): readonly Placed[] =>
  cohort.rules.map((rule, place) => ({ rule, place }));

/** What a rule is about: its fact, the linked table it asks, quality, or the kind of combination it is. */
function subjectOf({ condition }: CohortRule): string {
  if (condition.kind === 'category' || condition.kind === 'range') return `fact ${condition.fact}`;
  if (condition.kind === 'quality') return 'quality';
  return condition.kind === 'events' ? `table ${condition.table}` : `combination ${condition.kind}`;
}

/** Pairs rules with equal keys, the first with the first. */
function paired(
  before: readonly Placed[],
  after: readonly Placed[],
  key: (rule: CohortRule) => string,
): readonly Pair[] {
  const waiting = new Map<string, Placed[]>();
  for (const one of before) {
    const text = key(one.rule);
    waiting.set(text, [...(waiting.get(text) ?? []), one]);
  }
  return after.flatMap((one) => {
    const first = waiting.get(key(one.rule))?.shift();
    return first === undefined ? [] : [{ before: first, after: one }];
  });
}

/** The fewest pairs that must move for the others to keep their order: those outside a longest rising run. */
function outOfOrder(pairs: readonly Pair[]): readonly Pair[] {
  const sorted = pairs.toSorted((a, b) => a.after.place - b.after.place);
  const best = sorted.map((pair): readonly Pair[] => [pair]);
  sorted.forEach((pair, k) => {
    for (let i = 0; i < k; i++) {
      const run = best[i] ?? [];
      const rises = (sorted[i]?.before.place ?? 0) < pair.before.place;
      if (rises && run.length + 1 > (best[k]?.length ?? 0)) best[k] = [...run, pair];
    }
  });
  const longest = best.reduce<readonly Pair[]>((a, b) => (b.length > a.length ? b : a), []);
  return sorted.filter((pair) => !longest.includes(pair));
}
