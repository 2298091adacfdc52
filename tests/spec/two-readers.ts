import { type Attrition, attritionOf } from '@core/cohort/attrition';
import type { CohortDefinition, Condition } from '@core/cohort/cohort-definition';
import {
  indexVerdict,
  isInCohort,
  type MatchedPatient,
  ruleVerdict,
  type Verdict,
} from '@core/cohort/cohort-matcher';
import { cohortFormat, cohortVersion, readCohort } from '@core/cohort/read-cohort';
import { PatternSorter } from '@core/cohort/rule-patterns';
import { extractTableNames } from '@core/domain/extract-tables';
import type { Engine } from '@data/engine/engine';
import { CohortIndex } from '@data/queries/cohort/cohort-index';
import { readyCohort } from '@data/queries/cohort/ready-cohort';
import { deriveTables } from '@data/queries/derived/derive-tables';
import { fillTables } from '@tests/support/fill-tables';
import { startWithEmptyTables } from '@tests/support/hand-made-tables';
import type { Json } from './chapter';

/** A cohort of a spec as `readCohort` reads it from a file. */
export function readSpecCohort(cohort: Json): CohortDefinition {
  const { file, fault } = readCohort({ format: cohortFormat, version: cohortVersion, ...cohort });
  if (file === null) throw new RangeError(`${fault.path}: ${JSON.stringify(fault.expected)}`);
  return file.cohort;
}

/** Who answers: the matcher in memory, or the SQL and the index over it on DuckDB. */
export interface Reader {
  verdicts(condition: Condition, index: CohortDefinition['index']): Promise<readonly Verdict[]>;
  members(cohort: CohortDefinition): Promise<readonly boolean[]>;
  attrition(cohort: CohortDefinition, order?: readonly number[]): Promise<Attrition>;
}

const codes: Readonly<Record<Verdict, number>> = { 'not-met': 0, met: 1, unknown: 2 };
const verdictsByCode = ['not-met', 'met', 'unknown'] as const;
const policiesOf = (cohort: CohortDefinition) =>
  ['exclude' as const, ...cohort.rules.map(({ unknown }) => unknown)] as const;

export function inMemory(patients: readonly MatchedPatient[]): Reader {
  const verdicts = (condition: Condition, index: CohortDefinition['index']) =>
    patients.map((patient) => ruleVerdict({ condition, unknown: 'exclude' }, patient, index));
  return {
    verdicts: async (condition, index) => verdicts(condition, index),
    members: async (cohort) => patients.map((patient) => isInCohort(cohort, patient)),
    attrition: async (cohort, order) => {
      const sorter = new PatternSorter(patients.length);
      const answers = [
        patients.map((patient) => indexVerdict(cohort.index, patient)),
        ...cohort.rules.map(({ condition }) => verdicts(condition, cohort.index)),
      ];
      for (const column of answers) sorter.add(Uint8Array.from(column, (verdict) => codes[verdict]));
      return attritionOf(sorter.counts(), policiesOf(cohort), order);
    },
  };
}

/** DuckDB with the tables of the patients; every answer is asked of the compiled SQL and of the index, which must agree. */
export async function onDuckDb(
  patients: readonly MatchedPatient[],
): Promise<Reader & { readonly engine: Engine }> {
  const engine = await startWithEmptyTables();
  await fillTables(
    engine,
    patients.map(({ record }) => record),
  );
  await deriveTables(engine, { present: patients[0]?.record.present ?? new Set(extractTableNames) });
  const index = new CohortIndex(engine);
  return {
    engine,
    async verdicts(condition, ofIndex) {
      const cohort = (unknown: 'exclude' | 'include') => ({
        index: ofIndex,
        rules: [{ condition, unknown }],
      });
      const compiled = await readyCohort(engine, cohort('exclude'));
      const rule = compiled.rules[0] ?? { sql: 'true', values: [] };
      const { columns } = await engine.query(
        `select (case when a then 1 when not a then 0 else 2 end)::integer as verdict
         from (select patient_key, ${rule.sql} as a from ${compiled.facts}) order by patient_key`,
        { values: rule.values },
      );
      const answers = Array.from(columns.verdict ?? [], (code) => verdictsByCode[Number(code)] ?? 'unknown');
      const bit = 2;
      const strict = await index.evaluate(cohort('exclude'));
      const lenient = await index.evaluate(cohort('include'));
      answers.forEach((answer, key) => {
        const kept = [strict, lenient].map(({ failed }) => ((failed[key] ?? 0) & bit) === 0);
        const same = kept[0] === (answer === 'met') && kept[1] === (answer !== 'not-met');
        if (!same) throw new Error(`the index differs from the SQL for patient ${key + 1}: ${answer}`);
      });
      return answers;
    },
    async members(cohort) {
      const { facts, member } = await readyCohort(engine, cohort);
      const { columns } = await engine.query(
        `select (${member.sql})::integer as is_in from ${facts} order by patient_key`,
        { values: member.values },
      );
      const bySql = Array.from(columns.is_in ?? [], (cell) => cell === 1);
      const byIndex = Array.from((await index.evaluate(cohort)).failed, (failed) => failed === 0);
      if (bySql.join() !== byIndex.join()) throw new Error('the index differs from the SQL');
      return bySql;
    },
    async attrition(cohort, order) {
      const { patterns, policies } = await index.evaluate(cohort);
      return attritionOf(patterns, policies, order);
    },
  };
}
