import { flowCohorts, flowSteps, flowTable } from '@core/analyses/flow-table';
import { releasedTableOne } from '@core/analyses/released-table-one';
import type { AttritionStep } from '@core/cohort/attrition';
import type { FactId } from '@core/cohort/fact-vocabulary';
import { type CohortFile, cohortJson } from '@core/cohort/read-cohort';
import { tellOfFewTogether, tellsOfFew, withoutAll } from '@core/disclosure/differencing';
import type { DisclosurePolicy } from '@core/disclosure/policy';
import { releaseFlow } from '@core/disclosure/released-flow';
import {
  type BesideEarlier,
  type LeftTable,
  releaseBesideEarlier,
  releasedInSession,
} from '@core/disclosure/session-audit';
import type { Engine } from '@data/engine/engine';
import { cohortCharts } from '@data/queries/cohort-charts';
import { groupMembers } from '@data/queries/group-members';
import { tableOne } from '@data/queries/table-one';

/**
 * Exact answers of one cohort, asked and counted by what the page asks and counts with: its attrition, each fact over all
 * patients and over the cohort, and Table 1 of the cohort beside the patients who are not in it.
 */
export async function exactAnswers(
  engine: Engine,
  file: CohortFile,
  facts: readonly FactId[],
): Promise<object> {
  const { signal } = new AbortController();
  const counted = await cohortCharts.ask(engine, { cohort: file.cohort, facts }, { signal });
  const compared = await tableOneOf(engine, file, facts);
  return {
    definition: cohortJson(file),
    patients: counted.patients,
    inCohort: counted.inCohort,
    attrition: counted.attrition.steps.map((step) => ({
      ...asked(step.rule, file),
      ...step,
      rule: step.rule - 1,
    })),
    facts: counted.charts,
    tableOne: { groups: groupNames, ...compared.table },
  };
}

/** What one run prints of patients, looked at together: as the exports of one session of the page are. */
export interface PrintedSoFar {
  readonly sets: Uint32Array[];
  readonly tables: LeftTable[];
}

export const nothingPrinted = (): PrintedSoFar => ({ sets: [], tables: [] });

type Refusal = 'differencing' | Extract<BesideEarlier, { readonly kind: 'refused' }>['reason'];

/**
 * The same as it may leave. The flow and Table 1 of a cohort, and those of the cohorts before it, are told beside each other; the
 * charts, which would overlap them, are not. What would tell of a few beside what was printed is refused, by the reasons of the page.
 *
 * @param printed  what the run has printed so far; what is printed now is added
 */
export async function releasedAnswers(
  engine: Engine,
  file: CohortFile,
  { facts, policy }: { readonly facts: readonly FactId[]; readonly policy: DisclosurePolicy },
  printed: PrintedSoFar,
): Promise<object> {
  const { signal } = new AbortController();
  const sets: Uint32Array[] = [];
  for (const cohort of flowCohorts(file.cohort)) {
    const members = await groupMembers.ask(engine, { cohort, groupBy: null }, { signal });
    sets.push(Uint32Array.from(members, ({ key }) => key));
  }
  return {
    definition: cohortJson(file),
    ...(await flowAnswer(engine, file, { sets, policy }, printed)),
    ...(await tableOneAnswer(engine, file, { facts, sets, policy }, printed)),
  };
}

interface Flowing {
  /** All patients, then those who remain after each step. */
  readonly sets: readonly Uint32Array[];
  readonly policy: DisclosurePolicy;
}

async function flowAnswer(
  engine: Engine,
  file: CohortFile,
  { sets, policy }: Flowing,
  printed: PrintedSoFar,
): Promise<object> {
  const { signal } = new AbortController();
  const { attrition } = await cohortCharts.ask(engine, { cohort: file.cohort, facts: [] }, { signal });
  const steps = flowSteps(file.cohort, attrition);
  const table = flowTable(sets, steps, policy);
  const told = table.groups ?? [];
  const isNear = told.some((set) => tellsOfFew(set, printed.sets, policy));
  const beside = isNear ? null : releaseBesideEarlier(table, printed.tables, policy);
  if (beside?.kind !== 'released') return { attrition: null, ...refused('attrition', beside?.reason) };
  printed.tables.push({ ...table, told: beside.told, policy });
  printed.sets.push(...told);
  // The index event is printed where everybody has it too.
  const everyStep = [...attrition.steps.slice(0, attrition.steps.length - steps.length), ...steps];
  const flow = releaseFlow(attrition.patients, everyStep, policy);
  return {
    patients: flow.patients,
    attrition: flow.steps.map((step, place) => ({ ...asked(place, file), rule: place - 1, ...step })),
  };
}

async function tableOneAnswer(
  engine: Engine,
  file: CohortFile,
  { facts, sets, policy }: Flowing & { readonly facts: readonly FactId[] },
  printed: PrintedSoFar,
): Promise<object> {
  const [everybody = new Uint32Array(), cohort = everybody] = [sets[0], sets.at(-1)];
  const groups = [cohort, withoutAll(everybody, [cohort])];
  const isNear = groups.some((set) => tellsOfFew(set, printed.sets, policy));
  if (isNear || tellOfFewTogether(groups, policy)) return { tableOne: null, ...refused('tableOne') };
  const { table, groups: columns, counts } = await tableOneOf(engine, file, facts);
  const { made, left, refusal } = await releasedInSession(
    { patients: cohort, groups },
    (release) => releasedTableOne(table, columns, counts, policy, release),
    { policy, audit: (asking) => releaseBesideEarlier(asking, printed.tables, policy) },
  );
  if (left === null) return { tableOne: null, ...refused('tableOne', refusal ?? undefined) };
  printed.tables.push(left);
  printed.sets.push(...groups);
  return { tableOne: { groups: groupNames, ...made } };
}

const refused = (part: 'attrition' | 'tableOne', reason: Refusal = 'differencing') => ({
  [`${part}Refused`]: reason,
});

const groupNames = ['cohort', 'rest'];

function tableOneOf(engine: Engine, { cohort }: CohortFile, facts: readonly FactId[]) {
  const { signal } = new AbortController();
  return tableOne.ask(engine, { cohorts: [cohort], withRest: true, facts, tests: false }, { signal });
}

/** Step 0 is the index event, step k + 1 rule k of the definition. */
function asked(step: AttritionStep['rule'], { cohort }: CohortFile): object {
  const rule = cohort.rules[step - 1];
  return rule === undefined ? { index: cohort.index } : { condition: rule.condition, policy: rule.unknown };
}
