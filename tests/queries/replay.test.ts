import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '@commands/replay/main';
import { type ExportManifest, exportManifestJson } from '@core/analyses/export-manifest';
import { columnsOfModel, modelOfText } from '@core/analyses/model-definition';
import { reportNumbers } from '@core/analyses/released-report';
import { replayedNumbers } from '@core/analyses/replayed-numbers';
import { reportableIndicators, reportOf } from '@core/analyses/report-definition';
import { type CohortDefinition, type Condition, everyone } from '@core/cohort/cohort-definition';
import { defaultPolicy } from '@core/disclosure/policy';
import { endpointPresets } from '@core/endpoint/endpoint-presets';
import { askReport } from '@data/queries/ask-report';
import { endpointCohorts } from '@data/queries/endpoint-cohorts';
import { followedPatients } from '@data/queries/followed-patients';
import { keyedModelRows } from '@data/queries/model-rows';
import { askExport, askExportedModel } from '@data/queries/replay-export';
import { demonstrationEngine } from '@tests/support/demonstration-engine';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

let folder: string;
let manifest: ExportManifest;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'replay-'));
  const engine = await demonstrationEngine();
  const figure = {
    cohort: { name: null, cohort: everyone },
    analysis: {
      endpoint: endpointPresets['euro-ski-mrfs'].endpoint,
      by: null,
      interval: 'log' as const,
      samples: 'unrejected' as const,
    },
    policy: defaultPolicy,
  };
  const { signal } = new AbortController();
  const results = await askExport(engine, figure, { signal });
  await engine.close();
  const source = { application: 'app', contract: 'c', extract: null, fingerprint: null, policyHash: null };
  manifest = { source, ...figure, results: JSON.parse(JSON.stringify(results)) };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function replayed(name: string, bytes: string | Uint8Array, ...more: readonly string[]) {
  const path = join(folder, name);
  await writeFile(path, bytes);
  const [out, error] = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')];
  out.mockImplementation(() => undefined);
  error.mockImplementation(() => undefined);
  try {
    const code = await main(['--extract', 'public/extract', ...more, path]);
    const printed = String(out.mock.calls[0]?.[0] ?? '');
    return {
      code,
      report: printed === '' ? null : JSON.parse(printed),
      said: String(error.mock.calls[0]?.[0]),
    };
  } finally {
    out.mockRestore();
    error.mockRestore();
  }
}

describe('npm run replay', () => {
  it('finds every number of an export again on its extract, in the ZIP or by itself', async () => {
    const text = JSON.stringify(exportManifestJson(manifest));
    for (const [name, bytes] of [
      ['manifest.json', text],
      ['bundle.zip', zipSync({ 'figure.svg': strToU8('<svg/>'), 'manifest.json': strToU8(text) })],
    ] as const) {
      const { code, report } = await replayed(name, bytes);
      expect(code).toBe(0);
      expect(report).toMatchObject({ changed: 0, notComputable: 0, new: 0 });
      expect(report.same).toBeGreaterThan(50);
    }
  });

  it('says which number is another one', async () => {
    const results = structuredClone(manifest.results) as { curves: { patients: number }[] };
    for (const curve of results.curves) curve.patients += 11;
    const { code, report } = await replayed(
      'changed.json',
      JSON.stringify(exportManifestJson({ ...manifest, results })),
    );
    expect(code).toBe(3);
    expect(report.changed).toBe(1);
    expect(report.numbers.find((one: { verdict: string }) => one.verdict === 'changed').path).toBe(
      'curves.all.patients',
    );
  });

  it('finds the curves of named cohorts again, and leaves out the one that would set apart a few', async () => {
    const engine = await demonstrationEngine();
    const only = (condition: Condition): CohortDefinition => ({
      ...everyone,
      rules: [{ condition, unknown: 'exclude' }],
    });
    const cohorts = [
      { name: 'Everybody', cohort: everyone },
      { name: 'Women', cohort: only({ kind: 'category', fact: 'sex', values: ['F'] }) },
      {
        name: 'Not of the last year',
        cohort: only({ kind: 'range', fact: 'diagnosis_year', min: null, max: 2018 }),
      },
    ];
    const { endpoint } = endpointPresets['euro-ski-mrfs'];
    const { signal } = new AbortController();
    const followed = await followedPatients.ask(engine, { endpoint, cohorts }, { signal });
    const table = await endpointCohorts.ask(engine, { endpoint, cohorts }, { signal });
    const sizes = cohorts.map(({ name }) =>
      table.rows.filter(({ level }) => level === name).reduce((sum, { patients }) => sum + patients, 0),
    );
    expect(followed.map(({ length }) => length)).toEqual(sizes);
    const analysis = { endpoint, by: 'cohorts', cohorts, interval: 'log', samples: 'unrejected' } as const;
    const figure = { cohort: manifest.cohort, analysis, policy: defaultPolicy };
    const results = JSON.parse(JSON.stringify(await askExport(engine, figure, { signal })));
    await engine.close();
    expect(results.curves.map(({ level }: { level: string }) => level)).toEqual(['Everybody', 'Women']);
    expect(results.refused).toEqual([{ level: 'Not of the last year', reason: 'overlap', least: 11 }]);
    const json = JSON.stringify(exportManifestJson({ ...manifest, analysis, results }));
    const { code, report } = await replayed('cohorts.json', json, '--before', 'public/extract');
    expect([code, report.changed, report.notComputable, report.new]).toEqual([0, 0, 0, 0]);
    expect(report.same).toBeGreaterThan(100);
    expect(report.patients).toMatchObject([{ level: 'all', entered: { kind: 'rounded', value: 0 } }]);
  });

  it('says who entered and left, of the cohort and of the group of each number', async () => {
    const analysis = { ...manifest.analysis, by: 'sex' } as ExportManifest['analysis'];
    const json = JSON.stringify(exportManifestJson({ ...manifest, analysis }));
    const { report, said } = await replayed('split.json', json, '--before', 'public/extract');
    expect(said).toBe('undefined');
    const nobody = { kind: 'rounded', value: 0 };
    expect(report.patients.map((one: { level: string }) => one.level).toSorted()).toEqual(['F', 'M', 'all']);
    for (const one of report.patients) {
      expect(one).toMatchObject({ entered: nobody, left: nobody, stayed: { kind: 'rounded' } });
      expect(one.stayed.value).toBeGreaterThan(100);
    }
    const ofWomen = report.numbers.filter(({ path }: { path: string }) => path.startsWith('curves.F.'));
    expect(ofWomen.length).toBeGreaterThan(10);
    for (const number of ofWomen) expect(number).toMatchObject({ of: 'F', entered: nobody, left: nobody });
  });

  it.each([
    ['a file that is no JSON', 'text'],
    ['another format', '{"format":"other"}'],
    ['a ZIP without a manifest', zipSync({ 'a.txt': strToU8('a') })],
  ])('refuses %s', async (_, bytes) => {
    const { code, report, said } = await replayed('wrong', bytes);
    expect(code).toBe(1);
    expect(report).toBeNull();
    expect(said).toContain('wrong');
  });
});

describe('a model', () => {
  it('is fitted again with every ratio the same, says which is not, and which is none under a stricter policy', async () => {
    const engine = await demonstrationEngine();
    const parts = modelOfText('age,sex,elts');
    if (parts === null) throw new Error('no model');
    const model = {
      ...parts,
      method: 'cox',
      mergesSmallLevels: false,
      stratum: null,
      reached: null,
    } as const;
    const { endpoint } = endpointPresets['overall-survival'];
    const analysis = { endpoint, model, samples: 'unrejected' } as const;
    const { signal } = new AbortController();
    const asked = { cohort: manifest.cohort, analysis, policy: defaultPolicy };
    const results = JSON.parse(JSON.stringify(await askExportedModel(engine, asked, { signal })));
    const { keys, table } = await keyedModelRows.ask(
      engine,
      { cohort: everyone, endpoint, covariates: columnsOfModel(model), reached: null },
      { signal },
    );
    expect([new Set(keys).size, table.day.length]).toEqual([keys.length, keys.length]);
    const strict = { ...asked, policy: { ...defaultPolicy, threshold: 100 } };
    const fewer = replayedNumbers(results, await askExportedModel(engine, strict, { signal }));
    await engine.close();
    expect(fewer.filter(({ verdict }) => verdict === 'not-computable').length).toBeGreaterThan(3);
    const json = JSON.parse(JSON.stringify(exportManifestJson({ ...manifest, analysis, results })));
    const age = json.results.rows.find(({ level }: { level: string }) => level === 'age');
    age.multivariable.ratio *= 2;
    const { code, report } = await replayed('model.json', JSON.stringify(json));
    expect([code, report.changed, report.notComputable, report.new]).toEqual([3, 1, 0, 0]);
    expect(report.same).toBeGreaterThan(20);
    const paths = report.numbers.map(({ path }: { path: string }) => path);
    expect(paths).toContain('rows.sex=M.univariable.pValue');
    expect(report.numbers).toContainEqual(
      expect.objectContaining({ path: 'rows.age.multivariable.ratio', verdict: 'changed' }),
    );
  });
});

describe('the report of the committee', () => {
  it('is replayed with every number the same, and misses an indicator whose rule has changed', async () => {
    const engine = await demonstrationEngine();
    const analysis = reportOf(reportableIndicators, {
      figures: [
        { figure: 'pathways', choices: {} },
        { figure: 'adverse-events', choices: { organ: 'all' } },
      ],
      own: 'C05',
      samples: 'unrejected',
    });
    const { signal } = new AbortController();
    const question = { cohort: everyone, report: analysis, policy: defaultPolicy };
    const released = reportNumbers(await askReport(engine, question, { signal }));
    await engine.close();
    expect(released.indicators.map(({ level }) => level)).toEqual(reportableIndicators);
    expect(released.figures.map(({ level }) => level)).toEqual(['pathways', 'adverse-events all']);
    const results = JSON.parse(JSON.stringify(released));
    const json = exportManifestJson({ ...manifest, analysis, results });
    const { code, report } = await replayed('report.json', JSON.stringify(json));
    expect([code, report.changed, report.new, report.notComputable]).toEqual([0, 0, 0, 0]);
    expect(report.same).toBeGreaterThan(400);
    const older = JSON.parse(JSON.stringify(json));
    older.analysis.indicators[0].version = 2;
    older.analysis.figures = [];
    const again = await replayed('older.json', JSON.stringify(older));
    expect(again.code).toBe(3);
    expect(again.report.notComputable).toBeGreaterThan(20);
    older.analysis.indicators[0].id = 'fit_for_mr4_5';
    expect((await replayed('samples.json', JSON.stringify(older))).code).toBe(1);
  });
});
