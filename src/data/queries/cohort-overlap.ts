import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { type Overlap, overlapOf } from '@core/cohort/overlap';
import type { Engine, QueryOptions } from '@data/engine/engine';
import { cohortIndex } from './cohort/cohort-index';
import type { Question } from './question';
import { identifier } from './sql-text';

/** How some cohorts lie over each other, in counts. */
export interface OverlapCounts {
  readonly cohorts: readonly CohortDefinition[];
  readonly patients: number;
  /** Patients per set of cohorts: bit k of the place is cohort k; element 0 counts those in none. */
  readonly counts: readonly number[];
  /** Per cohort, the index event and then each rule: patients whom it alone keeps out. */
  readonly keptOutAlone: readonly (readonly number[])[];
}

export interface OverlapQuestion {
  readonly cohorts: readonly CohortDefinition[];
}

/** Lays cohorts over each other; also the difference between two versions of one. */
export const cohortOverlap: Question<OverlapQuestion, OverlapCounts> = {
  id: 'cohort-overlap',
  statements: ({ cohorts }, tableOf) => [overlapStatement([...new Set(cohorts.map(tableOf))])],
  async ask(engine, { cohorts }, { signal }) {
    const { overlap, keptOutAlone } = await overlay(engine, cohorts, { signal });
    return { cohorts, patients: overlap.patients, counts: overlap.counts, keptOutAlone };
  },
};

const overlapStatement = (tables: readonly string[]): string =>
  `-- question: how many patients are in which of the cohorts at once
-- grain: one row per set of cohorts that somebody is in
-- order: the cohorts, in turn
select
${tables.map((name) => `  patient_key in (select patient_key from ${name}) as ${identifier(name)},`).join('\n')}
  count(*) as patients
from patient
group by all
order by all`;

/** The overlap with the set of each patient, for counting inside the page. */
export async function overlay(
  engine: Engine,
  cohorts: readonly CohortDefinition[],
  options: QueryOptions,
): Promise<{
  readonly overlap: Overlap;
  readonly keptOutAlone: readonly (readonly number[])[];
}> {
  const index = cohortIndex(engine);
  const evaluations = [];
  for (const cohort of cohorts) evaluations.push(await index.evaluate(cohort, options));
  const failed = evaluations.map((evaluation) => evaluation.failed);
  return {
    overlap: overlapOf(failed, evaluations[0]?.patients ?? 0),
    keptOutAlone: evaluations.map(({ attrition }) =>
      attrition.steps.map(({ failsOnlyThis }) => failsOnlyThis),
    ),
  };
}
