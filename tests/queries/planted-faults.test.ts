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
import type { CovariateId } from '@core/analyses/model-definition';
import { ruleFindings } from '@core/analyses/quality-report';
import { type CohortDefinition, type Condition, everyone, withRule } from '@core/cohort/cohort-definition';
import { type MatchedPatient, ruleVerdict } from '@core/cohort/cohort-matcher';
import { withRulesKept } from '@core/cohort/kept-rules';
import type { QualityCounts } from '@core/domain/rule-count';
import { endpointPresets } from '@core/endpoint/endpoint-presets';
import { extractContract } from '@data/contracts/extract-contract';
import { qualityRules } from '@data/contracts/quality-rules';
import type { LayeredEngine } from '@data/engine/engine';
import { cohortIndex } from '@data/queries/cohort/cohort-index';
import { readyCohort } from '@data/queries/cohort/ready-cohort';
import { cohortCharts } from '@data/queries/cohort-charts';
import { deriveTables } from '@data/queries/derived/derive-tables';
import { engineUnder } from '@data/queries/derived/validated-samples';
import { endpointEvents } from '@data/queries/endpoint-events';
import { keyedModelRows } from '@data/queries/model-rows';
import { cohortWarnings } from '@data/queries/quality/cohort-warnings';
import { foundByRules } from '@data/queries/quality/found-by-rules';
import { visitDistribution } from '@data/queries/visit-distribution';
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
const ofCohort = (cohort: CohortDefinition) => ({ cohort, shown: null });
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

  test('are counted as each rule by itself counts them, in rows and in patients, by centre too', async () => {
    const counted = (rule: string) =>
      found.counts.flatMap(
        ({ rule: id, split, level, rows, judged, broken: rowsBroken, patients, touched }) =>
          id === rule && split !== 'year'
            ? [[level ?? 'all', rows, judged, rowsBroken, patients, touched]]
            : [],
      );
    for (const { id, table, rows, scope, breaks } of qualityRules) {
      const inEngine = (sql: string) =>
        sql.replaceAll('{object}', table).replace(/\bpatient_id\b/g, 'patient_key');
      const { columns, rowCount } = await engine.query(`
        with judged as (select patient_key, (${inEngine(breaks)}) as breaks from ${inEngine(rows)}
          where ${scope === null ? 'true' : inEngine(scope)})
        select coalesce(centre_id, 'all') as level, count(*)::integer as rows, count(breaks)::integer as judged,
          (count(*) filter (where breaks))::integer as broken,
          (count(distinct patient_key) filter (where breaks is not null))::integer as patients,
          (count(distinct patient_key) filter (where breaks))::integer as touched
        from judged join patient using (patient_key) group by grouping sets ((), (centre_id))`);
      const names = ['level', 'rows', 'judged', 'broken', 'patients', 'touched'];
      const alone = Array.from({ length: rowCount }, (_, row) => names.map((name) => columns[name]?.[row]));
      const byLevel = (some: readonly (readonly unknown[])[]) =>
        some.filter(([level, of]) => level === 'all' || Number(of) > 0).toSorted();
      expect([id, ...byLevel(counted(id))]).toEqual([id, ...byLevel(alone)]);
    }
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
    const {
      patients: all,
      touched,
      rules,
    } = await cohortWarnings.ask(engine, ofCohort(everyone), { signal });
    expect(touched).toBe(found.warned);
    for (const { rule, patients } of rules)
      expect(patients).toBe(
        found.counts.find(({ rule: id, split }) => id === rule && split === 'all')?.touched,
      );
    const count = async (cohort: typeof everyone, asked = engine as Parameters<typeof cohortCharts.ask>[0]) =>
      (await cohortCharts.ask(asked, { cohort, facts: [] }, { signal })).inCohort;
    expect(await count(everyone)).toBe(all);
    const [first] = rules;
    if (first === undefined) throw new Error('no warning');
    const withoutOne = withRulesKept(everyone, [first.rule]);
    expect(await count(withoutOne)).toBe(all - first.patients);
    const left = await cohortWarnings.ask(engine, ofCohort(withoutOne), { signal });
    expect(left.rules.some(({ rule }) => rule === first.rule)).toBe(false);
    const kept = withRulesKept(
      everyone,
      rules.map(({ rule }) => rule),
    );
    expect(await count(kept)).toBe(all - touched);
    expect((await cohortWarnings.ask(engine, ofCohort(kept), { signal })).touched).toBe(0);
    // What is read of the samples does not change which rows break a rule.
    const validated = engineUnder('validated', engine, undefined);
    expect(await count(kept, validated)).toBe(all - touched);
    expect((await cohortWarnings.ask(validated, ofCohort(everyone), { signal })).touched).toBe(touched);
  });

  const men: CohortDefinition = withRule(everyone, 'sex', {
    condition: { kind: 'category', fact: 'sex', values: ['M'] },
    unknown: 'exclude',
  });
  const survival = endpointPresets['overall-survival'].endpoint;

  /** The warnings of the patients with these numbers, counted from the hits one by one. */
  async function warningsOf(keys: Iterable<number>) {
    const { columns, rowCount } = await engine.query('select patient_key, rule from rule_hit');
    const shown = new Set(keys);
    const hits = Array.from({ length: rowCount }, (_, row) => ({
      key: Number(columns.patient_key?.[row]),
      rule: String(columns.rule?.[row]),
    })).filter(({ key }) => shown.has(key));
    const counted = qualityRules
      .map(({ id }) => ({ rule: id, patients: hits.filter(({ rule }) => rule === id).length }))
      .filter(({ patients }) => patients > 0);
    return { patients: shown.size, touched: new Set(hits.map(({ key }) => key)).size, rules: counted };
  }

  test('are those of the followed under an endpoint, and of the fitted under its regression', async () => {
    for (const cohort of [everyone, men])
      for (const endpoint of [survival, endpointPresets['euro-ski-mrfs'].endpoint]) {
        const covariates: CovariateId[] = ['age', 'elts'];
        const question = { cohort, endpoint, covariates, reached: null };
        const { keys, table } = await keyedModelRows.ask(engine, question, { signal });
        const followed = { cohort, shown: { kind: 'endpoint', endpoint, groupBy: null } } as const;
        expect(await cohortWarnings.ask(engine, followed, { signal })).toEqual(await warningsOf(keys));
        const fitted = { cohort, shown: { kind: 'model', endpoint, covariates, reached: null } } as const;
        const isKnown = (_: number, at: number) =>
          table.covariates.every((column) =>
            Number.isFinite(column.kind === 'number' ? column.values[at] : column.codes[at]),
          );
        const complete = await cohortWarnings.ask(engine, fitted, { signal });
        expect(complete).toEqual(await warningsOf(keys.filter(isKnown)));
        expect(complete.patients).toBeLessThan(keys.length);
      }
  });

  test('are as many as the curves of an endpoint and of the response are of', async () => {
    for (const groupBy of [null, 'elts'] as const) {
      const { rows } = await endpointEvents.ask(
        engine,
        { cohort: men, endpoint: survival, groupBy },
        { signal },
      );
      const followed = { cohort: men, shown: { kind: 'endpoint', endpoint: survival, groupBy } } as const;
      const inCurves = rows.filter(({ level }) => level !== null);
      expect((await cohortWarnings.ask(engine, followed, { signal })).patients).toBe(
        inCurves.reduce((sum, { patients }) => sum + patients, 0),
      );
      for (const origin of ['first_tki', 'first_stop'] as const) {
        const { drawn } = await visitDistribution.ask(engine, { cohort: men, origin, groupBy }, { signal });
        const onCurve = { cohort: men, shown: { kind: 'response', origin, groupBy } } as const;
        const { patients } = await cohortWarnings.ask(engine, onCurve, { signal });
        expect(patients).toBe(drawn.reduce((sum, one) => sum + one, 0));
      }
    }
  });

  test('are those of whoever has a value at a visit of the response curve', async () => {
    const onCurve = { kind: 'response', origin: 'diagnosis', groupBy: null } as const;
    const found = await cohortWarnings.ask(engine, { cohort: everyone, shown: onCurve }, { signal });
    const { columns } = await engine.query(`select distinct patient_key from visit_value_diagnosis
      where patient_key not in (select patient_key from diagnosis where transcript in ('e1a2', 'e19a2', 'other'))`);
    expect(found).toEqual(await warningsOf(Array.from(columns.patient_key ?? [], Number)));
    expect(found.touched).toBeGreaterThan(0);
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
