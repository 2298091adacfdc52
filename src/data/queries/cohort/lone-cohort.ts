import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { identifier } from '../sql-text';
import { withValues } from '../with-values';
import { type CompiledCohort, compileCohort, verdictTables } from './compile-cohort';
import { type CompiledSql, sqlOf } from './compiled-sql';

interface LoneCohort extends CompiledCohort {
  /** Verdicts on events as steps of a statement, each with its comma; empty without any. */
  readonly verdicts: string;
}

/** A cohort as a part of one statement that needs nothing but the extract and what is derived from it. */
export function standAlone(cohort: CohortDefinition): LoneCohort {
  const tables = verdictTables(cohort.rules, cohort.index).map(({ key, fill }, at) => {
    const name = `verdict_${at + 1}`;
    return { key, name, verdicts: queryOf(fill(name)) };
  });
  const compiled = compileCohort(cohort, (wanted) => tables.find(({ key }) => key === wanted)?.name ?? '');
  return {
    ...compiled,
    facts: factsBeside(tables.map(({ name }) => name)),
    verdicts: tables
      .map(({ name, verdicts }) => `${identifier(name)} as materialized (\n${inline(verdicts)}\n),\n`)
      .join(''),
  };
}

/** A part of a statement with its values in their places. */
export const inline = ({ sql, values }: CompiledSql): string => withValues(sql, values).trim();

/** What a statement of the form `insert into … ` inserts. */
const queryOf = ({ sql, values }: CompiledSql): CompiledSql =>
  sqlOf(sql.replace(/^insert into "?\w+"?\s*/m, ''), values);

function factsBeside(names: readonly string[]): string {
  if (names.length === 0) return 'patient_fact';
  const columns = names.map((name) => `, ${identifier(name)}.verdict as ${identifier(name)}`).join('');
  const joins = names.map((name) => `\n    join ${identifier(name)} using (patient_key)`).join('');
  return `(\n    select patient_fact.*${columns}\n    from patient_fact${joins}\n  )`;
}
