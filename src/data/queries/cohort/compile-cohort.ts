import type { AnchorEvent } from '@core/cohort/anchor-event';
import {
  type AskedCondition,
  askedConditions,
  type CohortDefinition,
  type CohortRule,
  type QualityCondition,
} from '@core/cohort/cohort-definition';
import { tableOfEvent } from '@core/cohort/cohort-matcher';
import { fillSlots, identifier, literal } from '../sql-text';
import { anchorSql } from './anchor-sql';
import { compileCondition } from './compile-condition';
import { type CompiledSql, joined, sqlOf } from './compiled-sql';
import { compileEventVerdict } from './event-verdict';
import qualityVerdictSql from './quality-verdict.sql?raw';

export const conditionKey = (condition: AskedCondition, index: AnchorEvent) =>
  JSON.stringify([condition, 'window' in condition && condition.window?.of === 'index' ? index : null]);
export const indexKey = (index: AnchorEvent) => JSON.stringify(index);

/** Every patient has these days, or nobody needs to be told. */
export const isSurelyThere = ({ event }: AnchorEvent) =>
  event === 'diagnosis' || event === 'inclusion' || event === 'last_contact';

/** A table of verdicts, and the one statement that fills it. */
export interface VerdictTable {
  readonly key: string;
  fill(name: string): CompiledSql;
}

/** The tables of verdicts that some rules and the index event need, each once: dense, in the order of `patient_key`. */
export function verdictTables(rules: readonly CohortRule[], index: AnchorEvent): readonly VerdictTable[] {
  const tables = new Map<string, VerdictTable>();
  if (!isSurelyThere(index)) {
    const key = indexKey(index);
    tables.set(key, { key, fill: (name) => compileIndexVerdict(name, index) });
  }
  for (const condition of rules.flatMap((rule) => askedConditions(rule.condition))) {
    const key = conditionKey(condition, index);
    tables.set(key, {
      key,
      fill: (name) =>
        condition.kind === 'quality'
          ? compileQualityVerdict(name, condition)
          : compileEventVerdict(name, condition, index),
    });
  }
  return [...tables.values()];
}

function compileQualityVerdict(name: string, { rules }: QualityCondition): CompiledSql {
  const slots = { name: identifier(name), rules: literal(rules), wanted: literal(new Set(rules).size) };
  return sqlOf(fillSlots(qualityVerdictSql, slots));
}

function compileIndexVerdict(name: string, index: AnchorEvent): CompiledSql {
  const { sql, values } = anchorSql(index);
  return sqlOf(
    `insert into ${identifier(name)}
      select patient_key,
        case when zero is not null then true
          when (select present from extract_table where name = '${tableOfEvent[index.event]}') then false end as verdict
      from (${sql})
      order by patient_key`,
    values,
  );
}

/** A cohort as SQL: a relation with one row per patient, and the condition on it that says who is in. */
export interface CompiledCohort {
  /** `patient_fact`, with the verdicts on events laid beside it. */
  readonly facts: string;
  /** Membership: never null, the policy of each rule decides for its unknowns. */
  readonly member: CompiledSql;
  /** Three-valued verdict of the index event, then of each rule. */
  readonly index: CompiledSql;
  readonly rules: readonly CompiledSql[];
}

/** @param nameOf  the table that holds the verdicts of a key */
export function compileCohort(cohort: CohortDefinition, nameOf: (key: string) => string): CompiledCohort {
  const tables = verdictTables(cohort.rules, cohort.index).map(({ key }) => nameOf(key));
  const rules = cohort.rules.map((rule) =>
    compileCondition(rule.condition, (condition) => nameOf(conditionKey(condition, cohort.index))),
  );
  const index = sqlOf(isSurelyThere(cohort.index) ? 'true' : identifier(nameOf(indexKey(cohort.index))));
  return {
    facts: factsRelation(tables),
    index,
    rules,
    member: joined(
      [
        ...(index.sql === 'true' ? [] : [sqlOf(`coalesce(${index.sql}, false)`)]),
        ...rules.map(({ sql, values }, at) =>
          sqlOf(`coalesce(${sql}, ${cohort.rules[at]?.unknown === 'include'})`, values),
        ),
      ],
      'and',
      'true',
    ),
  };
}

/** Tables of one order and length are laid side by side, without a join. */
function factsRelation(tables: readonly string[]): string {
  if (tables.length === 0) return 'patient_fact';
  const columns = tables.map((name) => `${identifier(name)}.verdict as ${identifier(name)}`);
  const beside = tables.map((name) => ` positional join ${identifier(name)}`);
  return `(select patient_fact.*, ${columns.join(', ')} from patient_fact${beside.join('')})`;
}
