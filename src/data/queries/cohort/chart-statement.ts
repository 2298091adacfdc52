import { binWidths, mostBins } from '@core/cohort/coded-column';
import { type CohortDefinition, ruleOn, withRule } from '@core/cohort/cohort-definition';
import { type FactId, facts } from '@core/cohort/fact-vocabulary';
import { fillSlots, identifier, literal } from '../sql-text';
import categoryChartSql from './category-chart.sql?raw';
import { inline, standAlone } from './lone-cohort';
import numberChartSql from './number-chart.sql?raw';

/**
 * One chart of the explorer as a statement: what the page counts in its memory, to be read and run by hand. Like the chart
 * it counts in the cohort without its rule on the fact.
 *
 * @param table  of the cohort with all its rules
 */
export function chartStatement(cohort: CohortDefinition, fact: FactId, table: string): string {
  const hasOwnRule = ruleOn(cohort, fact) !== null;
  const slots = {
    name: fact,
    fact: identifier(fact),
    without: hasOwnRule ? ` without its rule on ${fact}` : '',
    charted: hasOwnRule
      ? membersOf(withRule(cohort, fact, null))
      : `charted as (\n  select patient_key from ${table}\n)`,
  };
  const described = facts[fact];
  if (described.kind === 'category')
    return fillSlots(categoryChartSql, { ...slots, levels: levelsOf(fact, described.levels) }).trim();
  return fillSlots(numberChartSql, {
    ...slots,
    widths: `[${binWidths(10 ** -described.decimals)
      .map(literal)
      .join(', ')}]::double[]`,
    most: literal(mostBins),
  }).trim();
}

/** Those who are in a cohort that is no table of the workbench. */
function membersOf(cohort: CohortDefinition): string {
  const { verdicts, facts: relation, member } = standAlone(cohort);
  return `${verdicts}charted as (\n  select patient_key from ${relation} where ${inline(member)}\n)`;
}

const levelsOf = (fact: FactId, levels: readonly string[] | null): string =>
  levels === null
    ? `select ${identifier(fact)} as level, row_number() over (order by ${identifier(fact)}) as place
  from patient_fact
  where ${identifier(fact)} is not null
  group by 1
  union all
  select null, null`
    : `select unnest(${literal(levels)}) as level, unnest(range(${levels.length})) as place
  union all
  select null, null`;
