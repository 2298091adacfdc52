import type { FactId } from '@core/cohort/fact-vocabulary';
import { isNumberFact } from '@core/cohort/fact-vocabulary';
import { identifier } from './sql-text';

/** The distribution of some facts in the table `cohort`, one statement each. */
export const factStatements = (facts: readonly FactId[]): readonly string[] =>
  facts.map((fact) => {
    const name = identifier(fact);
    return isNumberFact(fact)
      ? `-- question: how is ${fact} distributed in the cohort
select
  count(*) as patients,
  count(${name}) as known,
  avg(${name}) as mean,
  stddev_samp(${name}) as sd,
  quantile_cont(${name}, [0, 0.25, 0.5, 0.75, 1])::varchar as "minimum, quartiles, maximum"
from cohort`
      : `-- question: how many patients of the cohort are at each level of ${fact}
select ${name}, count(*) as patients
from cohort
group by ${name}
order by ${name}`;
  });
