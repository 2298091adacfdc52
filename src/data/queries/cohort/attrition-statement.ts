import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { fillSlots, identifier } from '../sql-text';
import { withValues } from '../with-values';
import attritionSql from './attrition-statement.sql?raw';
import { compileCohort, verdictTables } from './compile-cohort';
import { type CompiledSql, sqlOf } from './compiled-sql';

/**
 * The attrition of a cohort as one statement that needs nothing but the extract and what is derived from it: what the page
 * counts in its memory, to be read and run by hand.
 */
export function attritionStatement(cohort: CohortDefinition): string {
  const tables = verdictTables(cohort.rules, cohort.index).map(({ key, fill }, at) => {
    const name = `verdict_${at + 1}`;
    return { key, name, verdicts: queryOf(fill(name)) };
  });
  const { index, rules } = compileCohort(
    cohort,
    (wanted) => tables.find(({ key }) => key === wanted)?.name ?? '',
  );
  const steps = [{ met: index, keeps: false }].concat(
    rules.map((met, at) => ({ met, keeps: cohort.rules[at]?.unknown === 'include' })),
  );
  return fillSlots(attritionSql, {
    verdicts: tables
      .map(({ name, verdicts }) => `${identifier(name)} as materialized (\n${inline(verdicts)}\n),\n`)
      .join(''),
    steps: steps
      .map(({ met, keeps }, step) => `\n    {step: ${step}, met: ${inline(met)}, keeps_unknown: ${keeps}}`)
      .join(','),
    facts: factsBeside(tables.map(({ name }) => name)),
  }).trim();
}

const inline = ({ sql, values }: CompiledSql) => withValues(sql, values).trim();

/** What a statement of the form `insert into … ` inserts. */
const queryOf = ({ sql, values }: CompiledSql): CompiledSql =>
  sqlOf(sql.replace(/^insert into "?\w+"?\s*/m, ''), values);

function factsBeside(names: readonly string[]): string {
  if (names.length === 0) return 'patient_fact';
  const columns = names.map((name) => `, ${identifier(name)}.verdict as ${identifier(name)}`).join('');
  const joins = names.map((name) => `\n    join ${identifier(name)} using (patient_key)`).join('');
  return `(\n    select patient_fact.*${columns}\n    from patient_fact${joins}\n  )`;
}
