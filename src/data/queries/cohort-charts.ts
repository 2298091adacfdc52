import type { Attrition } from '@core/cohort/attrition';
import { type CodedColumn, levelCounts, levelTotals, membersWithout } from '@core/cohort/coded-column';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { CategoryFactId, FactId, NumberFactId } from '@core/cohort/fact-vocabulary';
import type { Engine } from '@data/engine/engine';
import { attritionStatement } from './cohort/attrition-statement';
import { atOnce, Breath, mostAtOnce, type Steps } from './cohort/breath';
import { chartStatement } from './cohort/chart-statement';
import { type CohortEvaluation, cohortIndex, ownBits } from './cohort/cohort-index';
import type { FactColumn } from './cohort/fact-column';
import type { Question } from './question';

/** Patients of the extract, and those of the cohort as it would be without the rules on the chart's own fact. */
export interface ChartCount {
  readonly patients: number;
  readonly inCohort: number;
}

/** `level` is `null` for those in whom the fact is not known; levels that the extract does not hold are kept. */
export interface CategoryChart {
  readonly kind: 'category';
  readonly fact: CategoryFactId;
  readonly levels: readonly (ChartCount & { readonly level: string | null })[];
}

/** Bins [from, to); empty when the fact is known of nobody. */
export interface NumberChart {
  readonly kind: 'number';
  readonly fact: NumberFactId;
  readonly bins: readonly (ChartCount & { readonly from: number; readonly to: number })[];
  readonly unknown: ChartCount;
}

export type FactChart = CategoryChart | NumberChart;

export interface CohortCharts {
  /** The cohort that was counted: on screen it may lag behind the one being edited. */
  readonly cohort: CohortDefinition;
  readonly patients: number;
  readonly inCohort: number;
  /** Step 0 is the index event. */
  readonly attrition: Attrition;
  readonly charts: readonly FactChart[];
}

export interface ChartsQuestion {
  readonly cohort: CohortDefinition;
  readonly facts: readonly FactId[];
}

/** Whether the counts need no answer of the engine: they are made in this page, though they may take more than a frame. */
export const isCountedHere = (engine: Engine, { cohort, facts }: ChartsQuestion): boolean =>
  cohortIndex(engine).isAtHand(cohort, facts);

/** Asks for what the counts of a cohort need of the engine: a moment each, of which others may have to wait for seconds. */
export const readAhead = (engine: Engine, cohort: CohortDefinition): void =>
  cohortIndex(engine).readAhead(cohort);

/** Counts of a cohort: its attrition, and each fact over all patients and over the cohort. */
export const cohortCharts: Question<ChartsQuestion, CohortCharts> = {
  id: 'cohort-charts',
  statements: ({ cohort, facts }, tableOf) =>
    facts.length === 0
      ? [attritionStatement(cohort)]
      : facts.map((fact) => chartStatement(cohort, fact, tableOf(cohort))),
  async ask(engine, { cohort, facts }, { signal }) {
    const index = cohortIndex(engine);
    const evaluation = await index.evaluate(cohort, { signal });
    const columns: FactColumn[] = [];
    for (const fact of facts) columns.push(await index.column(fact));
    return new Breath({ signal }).through(chartSteps(evaluation, columns));
  },
  atHand(engine, { cohort, facts }) {
    const index = cohortIndex(engine);
    const columns = index.columnsAtHand([...facts, 'sex']);
    if (columns === null || (columns.at(-1)?.coded.codes.length ?? 0) > mostAtOnce) return null;
    const evaluation = index.evaluateAtOnce(cohort);
    return evaluation === null ? null : atOnce(chartSteps(evaluation, columns.slice(0, -1)));
  },
};

function* chartSteps(evaluation: CohortEvaluation, columns: readonly FactColumn[]): Steps<CohortCharts> {
  const { cohort, patients, attrition } = evaluation;
  const charts: FactChart[] = [];
  // Charts without a rule of their own, most of them, count the same patients.
  const members = new Map<number, Uint32Array>();
  for (const column of columns) {
    yield;
    const own = ownBits(cohort, column.fact);
    const counted = members.get(own) ?? membersWithout(evaluation.failed, own);
    members.set(own, counted);
    charts.push(chartOf(column, counted));
  }
  return { cohort, patients, inCohort: attrition.inCohort, attrition, charts };
}

const totalsOf = new WeakMap<CodedColumn, Uint32Array>();

function chartOf(column: FactColumn, members: Uint32Array): FactChart {
  const totals = totalsOf.get(column.coded) ?? levelTotals(column.coded);
  totalsOf.set(column.coded, totals);
  const counts = levelCounts(column.coded, members);
  const at = (code: number): ChartCount => ({ patients: totals[code] ?? 0, inCohort: counts[code] ?? 0 });
  if (column.kind === 'category') {
    const levels = column.levels.map((level, k) => ({ level, ...at(k + 1) }));
    return { kind: 'category', fact: column.fact, levels: [...levels, { level: null, ...at(0) }] };
  }
  const { bins } = column;
  return {
    kind: 'number',
    fact: column.fact,
    bins: Array.from({ length: bins?.count ?? 0 }, (_, k) => ({
      from: (bins?.from ?? 0) + k * (bins?.width ?? 1),
      to: (bins?.from ?? 0) + (k + 1) * (bins?.width ?? 1),
      ...at(k + 1),
    })),
    unknown: at(0),
  };
}
