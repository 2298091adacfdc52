import { releasedTableOne } from '@core/analyses/released-table-one';
import type { AttritionStep } from '@core/cohort/attrition';
import type { FactId } from '@core/cohort/fact-vocabulary';
import { type CohortFile, cohortJson } from '@core/cohort/read-cohort';
import type { DisclosurePolicy } from '@core/disclosure/policy';
import { releaseFlow } from '@core/disclosure/released-flow';
import type { Engine } from '@data/engine/engine';
import { cohortCharts } from '@data/queries/cohort-charts';
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

/** The same as it may leave: counts that add up are released together, and the charts, which would overlap them, are not. */
export async function releasedAnswers(
  engine: Engine,
  file: CohortFile,
  facts: readonly FactId[],
  policy: DisclosurePolicy,
): Promise<object> {
  const { signal } = new AbortController();
  const { attrition } = await cohortCharts.ask(engine, { cohort: file.cohort, facts: [] }, { signal });
  const compared = await tableOneOf(engine, file, facts);
  const flow = releaseFlow(attrition.patients, attrition.steps, policy);
  return {
    definition: cohortJson(file),
    patients: flow.patients,
    attrition: flow.steps.map((step, place) => ({ ...asked(place, file), rule: place - 1, ...step })),
    tableOne: {
      groups: groupNames,
      ...releasedTableOne(compared.table, compared.groups, compared.counts, policy),
    },
  };
}

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
