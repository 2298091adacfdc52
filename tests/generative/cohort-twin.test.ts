import type { AnchorEvent } from '@core/cohort/anchor-event';
import { askedConditions, type CohortDefinition, type CohortRule } from '@core/cohort/cohort-definition';
import {
  indexVerdict,
  isInCohort,
  type MatchedPatient,
  ruleVerdict,
  type Verdict,
} from '@core/cohort/cohort-matcher';
import { deriveAnchors, deriveFacts } from '@core/cohort/derive-facts';
import { factIds, facts } from '@core/cohort/fact-vocabulary';
import type { PatientRecord } from '@core/cohort/patient-record';
import { extractTableNames } from '@core/domain/extract-tables';
import type { Engine } from '@data/engine/engine';
import { CohortIndex } from '@data/queries/cohort/cohort-index';
import { readyCohort } from '@data/queries/cohort/ready-cohort';
import { deriveTables } from '@data/queries/derived/derive-tables';
import { arbitraryCohort, arbitraryEvents } from '@tests/support/arbitrary-cohort';
import { arbitraryRecords } from '@tests/support/arbitrary-record';
import { cases } from '@tests/support/cases';
import { fillTables } from '@tests/support/fill-tables';
import { startWithEmptyTables } from '@tests/support/hand-made-tables';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let engine: Engine;

beforeAll(async () => {
  engine = await startWithEmptyTables();
});
afterAll(() => engine.close());

const derived = [
  'patient_fact',
  'patient_anchor',
  'extract_table',
  'molecular_recurrence',
  'visit_value_first_tki',
  'curve_patient_first_tki',
];

/** Fills the tables, derives the facts in SQL, and returns the patients as the matcher sees them. */
async function openRecords(records: readonly PatientRecord[]): Promise<readonly MatchedPatient[]> {
  const tables = await engine.query(
    "select table_name as name from duckdb_tables() where table_name like 'verdict_%'",
  );
  const kept = Array.from(tables.columns.name ?? [], String);
  await engine.run([...derived, ...kept].map((name) => `drop table if exists ${name}`).join(';\n'));
  await fillTables(engine, records);
  const present = records[0]?.present ?? new Set(extractTableNames);
  await deriveTables(engine, { present });
  return records.map((record) => ({ record, facts: deriveFacts(record), days: deriveAnchors(record) }));
}

/** Whether the records answer a cohort: conditions on quality are judged in `tests/queries/planted-faults.test.ts`. */
const asksOfRecords = ({ rules }: CohortDefinition): boolean =>
  rules.every(({ condition }) => askedConditions(condition).every(({ kind }) => kind === 'events'));

/** Verdict tables are kept per engine: another extract is another engine. */
const asNewEngine = (): Engine => ({ ...engine });

const verdictOf = { 0: 'not-met', 1: 'met', 2: 'unknown' } as const;

async function expectSameVerdicts(
  cohort: CohortDefinition,
  patients: readonly MatchedPatient[],
  asked: Engine,
): Promise<void> {
  const { facts: relation, member } = await readyCohort(asked, cohort);
  const found = await asked.query(
    `select patient_key from ${relation} where ${member.sql} order by patient_key`,
    { values: member.values },
  );
  const members = patients.flatMap((patient, key) => (isInCohort(cohort, patient) ? [key] : []));
  expect(Array.from(found.columns.patient_key ?? [])).toEqual(members);

  const index = new CohortIndex(asked);
  const evaluation = await index.evaluate(cohort);
  expect(Array.from(evaluation.failed).flatMap((failed, key) => (failed === 0 ? [key] : []))).toEqual(
    members,
  );
  expect(evaluation.attrition.inCohort).toBe(members.length);
  const otherWay = { ...cohort, rules: cohort.rules.toReversed() };
  const fromMemory = index.evaluateAtOnce(otherWay);
  expect(fromMemory?.failed.map(Math.sign)).toEqual(evaluation.failed.map(Math.sign));
  const count = (answers: readonly Verdict[], verdict: Verdict) =>
    answers.filter((one) => one === verdict).length;
  const expected = [
    patients.map((patient) => indexVerdict(cohort.index, patient)),
    ...cohort.rules.map((rule) => patients.map((patient) => ruleVerdict(rule, patient, cohort.index))),
  ];
  expect(evaluation.attrition.steps.map(({ overall }) => overall)).toEqual(
    expected.map((answers) => ({
      met: count(answers, 'met'),
      notMet: count(answers, 'not-met'),
      unknown: count(answers, 'unknown'),
    })),
  );
}

async function sqlVerdicts(rule: CohortRule, index: AnchorEvent, asked: Engine): Promise<Verdict[]> {
  const compiled = await readyCohort(asked, { index, rules: [rule] });
  const { sql, values } = compiled.rules[0] ?? { sql: 'true', values: [] };
  const { columns } = await asked.query(
    `select (case when a then 1 when not a then 0 else 2 end)::integer as verdict
     from (select patient_key, ${sql} as a from ${compiled.facts}) order by patient_key`,
    { values },
  );
  return Array.from(columns.verdict ?? [], (cell) => verdictOf[cell as 0 | 1 | 2]);
}

describe('the compiled cohort and the matcher in memory', () => {
  it('let in the same patients and give the same verdicts', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryRecords(),
        fc.array(arbitraryCohort.filter(asksOfRecords), { minLength: 6, maxLength: 6 }),
        async (records, cohorts) => {
          const patients = await openRecords(records);
          const asked = asNewEngine();
          for (const cohort of cohorts) await expectSameVerdicts(cohort, patients, asked);
        },
      ),
      { seed: 20260115, numRuns: cases(24) },
    );
  });

  it('agree patient by patient on any condition over linked rows', { timeout: 300_000 }, async () => {
    const reached = new Map<string, Set<Verdict>>();
    await fc.assert(
      fc.asyncProperty(
        arbitraryRecords(8),
        fc.array(arbitraryEvents, { minLength: 25, maxLength: 25 }),
        async (records, conditions) => {
          const patients = await openRecords(records);
          const asked = asNewEngine();
          const index = { event: 'first_tki' } as const;
          for (const condition of conditions) {
            const rule: CohortRule = { condition, unknown: 'exclude' };
            const expected = patients.map((patient) => ruleVerdict(rule, patient, index));
            expect(await sqlVerdicts(rule, index, asked), JSON.stringify(condition)).toEqual(expected);
            const kind = condition.quantifier.kind;
            reached.set(kind, new Set([...(reached.get(kind) ?? []), ...expected]));
          }
        },
      ),
      { seed: 20260116, numRuns: cases(24) },
    );
    // A property whose rules never hold would prove nothing.
    expect([...reached].filter(([, verdicts]) => verdicts.size < 3)).toEqual([]);
  });

  it('agree on every fact when it is unknown: excluded, unless the rule keeps the unknown', async () => {
    const patient: MatchedPatient = {
      record: { present: new Set(extractTableNames) } as unknown as PatientRecord,
      facts: Object.fromEntries(factIds.map((fact) => [fact, null])) as unknown as MatchedPatient['facts'],
      days: {} as MatchedPatient['days'],
    };
    await openRecords([]);
    const nulls = factIds.map(
      (fact) => `null::${facts[fact].kind === 'category' ? 'varchar' : 'double'} as ${fact}`,
    );
    await engine.run(`create or replace table patient_fact as select 0 as patient_key, ${nulls.join(', ')}`);
    const asked = asNewEngine();
    for (const fact of factIds) {
      for (const unknown of ['include', 'exclude'] as const) {
        const condition =
          facts[fact].kind === 'number'
            ? ({ kind: 'range', fact, min: 1, max: 2 } as CohortRule['condition'])
            : ({ kind: 'category', fact, values: ['CP'] } as CohortRule['condition']);
        const rule = { condition, unknown };
        const cohort = { index: { event: 'diagnosis' }, rules: [rule] } as const;
        const { facts: relation, member } = await readyCohort(asked, cohort);
        const { rowCount } = await asked.query(`select 1 as a from ${relation} where ${member.sql}`, {
          values: member.values,
        });
        expect(rowCount).toBe(unknown === 'include' ? 1 : 0);
        expect(ruleVerdict(rule, patient, cohort.index)).toBe('unknown');
      }
    }
  });
});
