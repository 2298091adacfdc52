import type { AttritionStep } from '@core/cohort/attrition';
import type { FactId } from '@core/cohort/fact-vocabulary';
import { type CohortFile, cohortJson } from '@core/cohort/read-cohort';
import { releaseCount } from '@core/disclosure/released';
import type { Engine } from '@data/engine/engine';
import { type ChartCount, cohortCharts, type FactChart } from '@data/queries/cohort-charts';

/** A count as it is printed: a number, or what disclosure control makes of it. */
type Told = (patients: number) => unknown;

export const exactly: Told = (patients) => patients;
export const asReleased: Told = (patients) => releaseCount(patients);

/** What is printed of one cohort: asked and counted by what the page asks and counts with. */
export async function cohortAnswers(
  engine: Engine,
  file: CohortFile,
  facts: readonly FactId[],
  told: Told,
): Promise<object> {
  const { signal } = new AbortController();
  const counted = await cohortCharts.ask(engine, { cohort: file.cohort, facts }, { signal });
  return {
    definition: cohortJson(file),
    patients: told(counted.patients),
    inCohort: told(counted.inCohort),
    attrition: counted.attrition.steps.map((step) => attritionStep(step, file, told)),
    facts: counted.charts.map((chart) => factCounts(chart, told)),
    // Table 1 of the cohort joins here, beside the counts.
  };
}

/** Step 0 is the index event, step k + 1 rule k of the definition. */
function attritionStep(step: AttritionStep, { cohort }: CohortFile, told: Told): object {
  const { rule, overall, ...path } = step;
  const asked = cohort.rules[rule - 1];
  const what =
    asked === undefined
      ? { index: cohort.index }
      : { rule: rule - 1, condition: asked.condition, policy: asked.unknown };
  return { ...what, ...toldAll(path, told), overall: toldAll(overall, told) };
}

/** `inCohort` leaves out the rules on the fact itself, as a chart of the explorer does. */
function factCounts(chart: FactChart, told: Told): object {
  const count = ({ patients, inCohort }: ChartCount) => toldAll({ patients, inCohort }, told);
  if (chart.kind === 'category') {
    const levels = chart.levels.map((level) => ({ level: level.level, ...count(level) }));
    return { fact: chart.fact, levels };
  }
  const bins = chart.bins.map(({ from, to, ...bin }) => ({ from, to, ...count(bin) }));
  return { fact: chart.fact, bins, unknown: count(chart.unknown) };
}

const toldAll = (counts: Readonly<Record<string, number>>, told: Told): object =>
  Object.fromEntries(Object.entries(counts).map(([name, patients]) => [name, told(patients)]));
