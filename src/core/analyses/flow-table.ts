import type { Attrition } from '@core/cohort/attrition';
import { type CohortDefinition, everyone, factOf } from '@core/cohort/cohort-definition';
import type { DisclosurePolicy } from '@core/disclosure/policy';
import { type ReleasedCount, releaseCount } from '@core/disclosure/released';
import { boundsOf, type TableSum } from '@core/disclosure/released-counts';
import { type FlowCounts, releaseFlow } from '@core/disclosure/released-flow';
import { everybody, type KeyedCount, type KeyedTable } from '@core/disclosure/session-audit';

/** One step of a flow diagram, in exact numbers. */
export interface FlowStep extends FlowCounts {
  /** What those who leave because they are not known are called in other tables; `null`: they are in none. */
  readonly unknownKey: string | null;
}

/** The steps of a flow diagram: the index event first, unless everybody has it. Who is not known and kept does not leave. */
export function flowSteps(cohort: CohortDefinition, { steps }: Attrition): readonly FlowStep[] {
  const first = cohort.index.event === 'diagnosis' ? 1 : 0;
  return steps.slice(first).map(({ notMet, unknown, leaving, remaining }, k) => {
    const rule = cohort.rules[first + k - 1];
    if (rule?.unknown === 'include') return { notMet, unknown: 0, leaving, remaining, unknownKey: null };
    const fact = rule === undefined ? null : factOf(rule);
    return { notMet, unknown, leaving, remaining, unknownKey: fact === null ? null : `fact/${fact}/unknown` };
  });
}

/** Of whom a flow tells: everybody, those who have the index event where not everybody has, and who remain after each rule. */
export function flowCohorts(cohort: CohortDefinition): readonly CohortDefinition[] {
  const first = cohort.index.event === 'diagnosis' ? 1 : 0;
  const steps = Array.from({ length: cohort.rules.length + 1 - first }, (_, k) => ({
    ...cohort,
    rules: cohort.rules.slice(0, first + k),
  }));
  return [everyone, ...steps];
}

/**
 * What a released flow tells beside the counts of a session: how many remain after each step that is told of, and how many of those
 * who leave do not meet the rule or are not known where that is told too. A step that is told with a later one has no count of its own.
 *
 * @param sets  all patients, then those who remain after each step, each within the one before
 * @throws RangeError where the steps are not those of the sets
 */
export function flowTable(
  sets: readonly Uint32Array[],
  steps: readonly FlowStep[],
  policy: DisclosurePolicy,
): KeyedTable {
  if (sets.length !== steps.length + 1 || steps.some(({ remaining }, k) => sets[k + 1]?.length !== remaining))
    throw new RangeError('the steps of the flow are not those of the patients that were found');
  const [patients = new Uint32Array()] = sets;
  const flow = releaseFlow(patients.length, steps, policy);
  const groups: Uint32Array[] = [];
  const counts: KeyedCount[] = [];
  const sums: TableSum[] = [];
  const add = (count: Pick<KeyedCount, 'patients' | 'key'>, group: number, told: ReleasedCount): number =>
    counts.push({
      ...count,
      group,
      told: { count: told, bounds: boundsOf(told, policy), threshold: policy.threshold },
    }) - 1;
  const addSet = (set: Uint32Array): number => {
    const group = groups.push(set) - 1;
    return add({ patients: set.length, key: everybody }, group, releaseCount(set.length, policy));
  };
  let before = addSet(patients);
  steps.forEach(({ notMet, unknown, unknownKey }, k) => {
    const step = flow.steps[k];
    if (step === undefined || (step.leaving === null && step.remaining.kind !== 'masked')) return;
    const group = groups.length - 1;
    const remaining = addSet(sets[k + 1] ?? new Uint32Array());
    if (step.parts !== null) {
      const parts = [
        add({ patients: notMet, key: null }, group, step.parts.notMet),
        add({ patients: unknown, key: unknownKey }, group, step.parts.unknown),
      ];
      sums.push({ whole: before, parts: [remaining, ...parts] });
    }
    before = remaining;
  });
  return { patients, groups, counts, sums };
}
