import type { FactId } from '@core/cohort/fact-vocabulary';
import { isNumberFact } from '@core/cohort/fact-vocabulary';
import { identifier, literal } from './sql-text';

interface Groups {
  /** Tables of cohorts, each a group; a patient of several of them is in several groups. */
  readonly tables: readonly string[];
  /** A last group of those who are in none of them. */
  readonly withRest: boolean;
}

/** The distribution of some facts in each group, one statement per fact. */
export function factStatements(facts: readonly FactId[], { tables, withRest }: Groups): readonly string[] {
  const names = [...new Set(tables)];
  const [only] = names;
  if (only !== undefined && names.length === 1 && !withRest)
    return facts.map((fact) => statementOf(fact, '', only, ''));
  const groups = [
    ...names.map((name) => ({ name, from: name })),
    ...(withRest
      ? [
          {
            name: 'rest',
            from: `patient_fact ${names.map((name) => `anti join ${name} using (patient_key)`).join(' ')}`,
          },
        ]
      : []),
  ];
  return facts.map((fact) =>
    statementOf(
      fact,
      `with grouped as (
${groups
  .map(({ name, from }) => `  select ${literal(name)} as cohort, ${identifier(fact)} from ${from}`)
  .join('\n  union all\n')}
)
`,
      'grouped',
      'cohort',
    ),
  );
}

function statementOf(fact: FactId, head: string, from: string, by: string): string {
  const name = identifier(fact);
  const group = by === '' ? '' : `${by}, `;
  return isNumberFact(fact)
    ? `-- question: how is ${fact} distributed in the cohort
${head}select
  ${group}count(*) as patients,
  count(${name}) as known,
  avg(${name}) as mean,
  stddev_samp(${name}) as sd,
  quantile_cont(${name}, [0, 0.25, 0.5, 0.75, 1])::varchar as "minimum, quartiles, maximum"
from ${from}${by === '' ? '' : `\ngroup by ${by}\norder by ${by}`}`
    : `-- question: how many patients of the cohort are at each level of ${fact}
${head}select ${group}${name}, count(*) as patients
from ${from}
group by ${group}${name}
order by ${group}${name}`;
}
