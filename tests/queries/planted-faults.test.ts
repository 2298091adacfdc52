import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateExtract } from '@commands/generate/generate-extract';
import { readOptions } from '@commands/generate/generation-options';
import { faultList, type PlantedFault } from '@commands/generate/plant-faults';
import { openNativeExtract } from '@commands/native-extract/open-native-extract';
import { compareExtracts } from '@commands/validate/compare-extracts';
import { main as validate } from '@commands/validate/main';
import { validateExtract } from '@commands/validate/validate-extract';
import { ruleFindings } from '@core/analyses/quality-report';
import { type Condition, everyone, withRule } from '@core/cohort/cohort-definition';
import { type MatchedPatient, ruleVerdict } from '@core/cohort/cohort-matcher';
import { withRulesKept } from '@core/cohort/kept-rules';
import type { QualityCounts } from '@core/domain/rule-count';
import { extractContract } from '@data/contracts/extract-contract';
import { qualityRules } from '@data/contracts/quality-rules';
import type { LayeredEngine } from '@data/engine/engine';
import { cohortIndex } from '@data/queries/cohort/cohort-index';
import { readyCohort } from '@data/queries/cohort/ready-cohort';
import { cohortCharts } from '@data/queries/cohort-charts';
import { deriveTables } from '@data/queries/derived/derive-tables';
import { engineUnder } from '@data/queries/derived/validated-samples';
import { cohortWarnings } from '@data/queries/quality/cohort-warnings';
import { foundByRules } from '@data/queries/quality/found-by-rules';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

let folder: string;
let faults: readonly PlantedFault[];
let engine: LayeredEngine;
let clean: QualityCounts;
let found: QualityCounts;

const options = (out: string, choice: string) =>
  readOptions(['--patients', '400', '--centres', '12', '--out', out, '--faults', choice]);

async function opened(path: string) {
  const { engine: one } = await openNativeExtract(path, extractContract);
  await deriveTables(one);
  return one;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'faults-'));
  const [without, planted] = [join(folder, 'clean'), join(folder, 'planted')];
  await generateExtract(options(without, 'none'));
  const first = await opened(without);
  clean = await foundByRules(first);
  await first.close();
  await generateExtract(options(planted, 'opening'));
  faults = JSON.parse(readFileSync(join(planted, faultList), 'utf8'));
  engine = await opened(planted);
  found = await foundByRules(engine);
}, 120_000);
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

const { signal } = new AbortController();
const broken = ({ counts }: QualityCounts, id: string, level: string | null = null) =>
  counts.find(
    ({ rule, split, level: of }) => rule === id && (level === null ? split === 'all' : of === level),
  )?.broken ?? 0;
const verdictOf = (quality: QualityCounts, id: string) =>
  ruleFindings(qualityRules, quality).find(({ rule }) => rule.id === id)?.verdict;

describe('faults that the generator plants', () => {
  test('are those of every rule that lets the extract open, with the column of each', () => {
    const wanted = qualityRules.filter(({ severity }) => severity !== 'error');
    expect(new Set(faults.map(({ rule }) => rule))).toEqual(new Set(wanted.map(({ id }) => id)));
    for (const { rule, table, column } of faults)
      expect(wanted.find(({ id }) => id === rule)).toMatchObject({ table, column });
  });

  test('are not there without being asked for: a clean extract raises no warning', () => {
    for (const { id, severity } of qualityRules)
      if (severity !== 'info') expect([id, verdictOf(clean, id)]).not.toEqual([id, 'broken']);
    expect(clean.warned).toBe(0);
  });

  test('are all found, in their centres', () => {
    for (const { rule, severity, centres, patients } of faults) {
      expect([rule, verdictOf(found, rule)]).toEqual([rule, 'broken']);
      if (patients.length === 0) continue;
      // What informs is broken by ordinary patients too, and some of them lose their samples to another fault.
      for (const centre of centres) {
        expect([rule, centre, broken(found, rule, centre) > 0]).toEqual([rule, centre, true]);
        if (severity === 'warning') expect([rule, broken(clean, rule)]).toEqual([rule, 0]);
      }
    }
  });

  test('touch the added patients and nobody else, each by its own rule', async () => {
    const { columns, rowCount } = await engine.query(
      'select patient_id, rule from rule_hit join patient using (patient_key)',
    );
    const hits = new Map<string, Set<string>>();
    for (let row = 0; row < rowCount; row++) {
      const patient = String(columns.patient_id?.[row]);
      hits.set(patient, (hits.get(patient) ?? new Set()).add(String(columns.rule?.[row])));
    }
    const added = faults.filter(({ severity, patients }) => severity === 'warning' && patients.length > 0);
    for (const { rule, patients } of added)
      expect([rule, patients.some((patient) => hits.get(patient)?.has(rule))]).toEqual([rule, true]);
    const known = new Set(faults.flatMap(({ patients }) => patients));
    expect([...hits.keys()].filter((patient) => !known.has(patient))).toEqual([]);
  });

  test('of a share empty the column in the centres they name', () => {
    for (const { rule, centres, patients } of faults.filter(({ patients }) => patients.length === 0)) {
      expect(patients).toEqual([]);
      const shares = found.counts.filter(
        ({ rule: id, split, judged }) => id === rule && split === 'centre' && judged > 0,
      );
      const emptied = shares.filter(({ level }) => level !== null && centres.includes(level));
      expect([rule, emptied.length > 0]).toEqual([rule, true]);
      const before = centres.reduce((sum, centre) => sum + broken(clean, rule, centre), 0);
      expect(emptied.reduce((sum, one) => sum + one.broken, 0)).toBeGreaterThan(before);
    }
  });

  test('that refuse an extract are planted too when they are asked for, and named by the report', async () => {
    const refused = join(folder, 'refused');
    await generateExtract(options(refused, 'all'));
    const { failures, findings } = await validateExtract(refused);
    expect(failures.map(({ code }) => code)).toEqual(['rule-broken']);
    const errors = qualityRules.filter(({ severity }) => severity === 'error').map(({ id }) => id);
    for (const id of errors) expect(findings.find(({ rule }) => rule.id === id)?.verdict).toBe('broken');
  });
});

describe('an extract beside an earlier one', () => {
  test('is the same as itself', async () => {
    const { items, before } = await compareExtracts(join(folder, 'clean'), join(folder, 'clean'), []);
    expect(items.filter(({ changed }) => changed)).toEqual([]);
    expect(before.patients).toBe(400);
    expect(items.length).toBeGreaterThan(200);
  });

  test('shows its new rows, broken rules, emptied columns and larger cohorts', async () => {
    const men = withRule(everyone, 'sex', {
      condition: { kind: 'category', fact: 'sex', values: ['M'] },
      unknown: 'exclude',
    });
    const { items } = await compareExtracts(join(folder, 'clean'), join(folder, 'planted'), [
      { name: 'men', cohort: men },
    ]);
    const item = (topic: string, subject: string | null) =>
      items.find((one) => one.topic === topic && one.subject === subject);
    const added = faults.flatMap(({ patients }) => patients).length;
    expect(item('rows', 'patient')).toMatchObject({ before: 400, after: 400 + added, changed: true });
    expect(item('cohort', null)).toMatchObject({ before: 400, after: 400 + added, changed: true });
    expect(item('cohort', 'men')).toMatchObject({ changed: false });
    for (const { rule, severity } of faults)
      if (severity === 'warning') expect(item('rule', rule)).toMatchObject({ changed: true });
    expect(item('completeness', 'diagnosis.spleen_cm')?.changed).toBe(true);
    for (const centre of new Set(
      faults.flatMap(({ centres, patients }) => (patients.length > 0 ? centres : [])),
    ))
      expect(item('centre', centre)?.changed).toBe(true);
  });

  test('is compared at the command line, in words and in JSON', async () => {
    const said: string[] = [];
    const log = vi.spyOn(console, 'log').mockImplementation((text) => void said.push(String(text)));
    try {
      const [against, later] = [join(folder, 'clean'), join(folder, 'planted')];
      expect(await validate(['--against', against, later])).toBe(0);
      expect(await validate(['--json', '--against', against, later])).toBe(0);
    } finally {
      log.mockRestore();
    }
    expect(said[0]).toMatch(/Completeness, diagnosis\.spleen_cm: \d/);
    expect(JSON.parse(said[1] ?? '').against.items.length).toBeGreaterThan(200);
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await validate(['--against', join(folder, 'nowhere'), join(folder, 'clean')])).toBe(2);
    expect(await validate(['--cohort', 'x.json', folder])).toBe(2);
    error.mockRestore();
  });
});

describe('warnings of a cohort', () => {
  test('are three-valued alike in SQL and in memory', async () => {
    const hits = await engine.query('select patient_key, rule from rule_hit');
    const { columns } = await engine.query('select rule from rule_checked');
    const checked = new Set(Array.from(columns.rule ?? [], String));
    const byPatient = new Map<number, Set<string>>();
    for (let row = 0; row < hits.rowCount; row++) {
      const key = Number(hits.columns.patient_key?.[row]);
      byPatient.set(key, (byPatient.get(key) ?? new Set()).add(String(hits.columns.rule?.[row])));
    }
    const quality = (...rules: string[]): Condition => ({ kind: 'quality', rules });
    const [one = '', two = '', three = ''] = faults
      .filter(({ severity }) => severity === 'warning')
      .map(({ rule }) => rule)
      .filter((rule) => checked.has(rule));
    for (const condition of [
      quality(one),
      quality(one, two, three),
      quality(one, 'no_such_rule'),
      { kind: 'not', of: quality(two) },
      { kind: 'any', of: [quality(one), quality('no_such_rule')] },
      { kind: 'at_least', count: 2, of: [quality(one), quality(two), quality('no_such_rule')] },
    ] satisfies Condition[]) {
      const cohort = { ...everyone, rules: [{ condition, unknown: 'exclude' as const }] };
      const evaluation = await cohortIndex(engine).evaluate(cohort);
      const { facts, rules } = await readyCohort(engine, cohort);
      const asked = await engine.query(
        `select (${rules[0]?.sql}) as verdict from ${facts} order by patient_key`,
        { values: rules[0]?.values ?? [] },
      );
      const expected = Array.from(evaluation.failed, (_, key) => {
        const patient = { quality: { checked, broken: byPatient.get(key) ?? new Set() } };
        return ruleVerdict(
          { condition, unknown: 'exclude' },
          patient as unknown as MatchedPatient,
          everyone.index,
        );
      });
      const verdicts = { true: 'met', false: 'not-met', null: 'unknown' } as const;
      expect(Array.from(asked.columns.verdict ?? [], (cell) => verdicts[String(cell) as 'true'])).toEqual(
        expected,
      );
      expect(evaluation.attrition.inCohort).toBe(expected.filter((verdict) => verdict === 'met').length);
    }
  });

  test('count its patients by rule, and the cohort without them has none of them', async () => {
    const { touched, rules } = await cohortWarnings.ask(engine, everyone, { signal });
    expect(touched).toBe(found.warned);
    for (const { rule, patients } of rules)
      expect(patients).toBe(
        found.counts.find(({ rule: id, split }) => id === rule && split === 'all')?.touched,
      );
    const count = async (cohort: typeof everyone, asked = engine as Parameters<typeof cohortCharts.ask>[0]) =>
      (await cohortCharts.ask(asked, { cohort, facts: [] }, { signal })).inCohort;
    const all = await count(everyone);
    const [first] = rules;
    if (first === undefined) throw new Error('no warning');
    const withoutOne = withRulesKept(everyone, [first.rule]);
    expect(await count(withoutOne)).toBe(all - first.patients);
    const left = await cohortWarnings.ask(engine, withoutOne, { signal });
    expect(left.rules.some(({ rule }) => rule === first.rule)).toBe(false);
    const kept = withRulesKept(
      everyone,
      rules.map(({ rule }) => rule),
    );
    expect(await count(kept)).toBe(all - touched);
    expect((await cohortWarnings.ask(engine, kept, { signal })).touched).toBe(0);
    // What is read of the samples does not change which rows break a rule.
    const validated = engineUnder('validated', engine, undefined);
    expect(await count(kept, validated)).toBe(all - touched);
    expect((await cohortWarnings.ask(validated, everyone, { signal })).touched).toBe(touched);
  });

  test('leave nobody out, and say so as unknown, for a rule that the contract does not have', async () => {
    const cohort = withRulesKept(everyone, ['no_such_rule']);
    const { attrition, inCohort, patients } = await cohortCharts.ask(
      engine,
      { cohort, facts: [] },
      { signal },
    );
    expect(inCohort).toBe(patients);
    expect(attrition.steps[1]?.overall.unknown).toBe(patients);
  });
});
