import type { EndpointRow, EndpointTable } from '@core/analyses/endpoint-survival';
import {
  appliedRules,
  type ExportManifest,
  exportManifestJson,
  readExportManifest,
} from '@core/analyses/export-manifest';
import type { FigureId } from '@core/analyses/exported-figure';
import { modelOfText } from '@core/analyses/model-definition';
import { releasedEndpoint, releasedNumbers } from '@core/analyses/released-endpoint';
import { replayedNumbers } from '@core/analyses/replayed-numbers';
import { reportOf } from '@core/analyses/report-definition';
import { everyone } from '@core/cohort/cohort-definition';
import { defaultPolicy } from '@core/disclosure/policy';
import { endpointPresets } from '@core/endpoint/endpoint-presets';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const { endpoint } = endpointPresets.relapse;
const options = { interval: 'log', level: 0.95 } as const;
const table = (rows: readonly EndpointRow[], groupBy: EndpointTable['groupBy'] = null): EndpointTable => ({
  endpoint,
  groupBy,
  rows,
  excluded: [{ reason: 'no_origin', patients: 3 }],
});
const row = fc.record({
  level: fc.constantFrom('F', 'M'),
  entry: fc.constant(null),
  day: fc.nat(1500),
  kind: fc.oneof(fc.constant(null), fc.nat(endpoint.event.length + endpoint.competing.length - 1)),
  patients: fc.integer({ min: 1, max: 9 }),
});
const rows = fc.array(row, { minLength: 30, maxLength: 150 });

describe('the curves of an endpoint, released', () => {
  it('add up to one at every grid time, and the event-free curve never rises', () => {
    fc.assert(
      fc.property(rows, (exact) => {
        const numbers = releasedNumbers(releasedEndpoint(table(exact, 'sex'), options, defaultPolicy));
        for (const { steps, patients } of numbers.curves) {
          let before = 1;
          let left = patients;
          for (const step of steps) {
            const sum = step.eventFree + step.incidence.reduce((total, one) => total + one, 0);
            // Each share is printed to 4 decimals.
            expect(Math.abs(sum - 1)).toBeLessThan((step.incidence.length + 1) * 0.5e-4 + 1e-12);
            expect(step.eventFree).toBeLessThanOrEqual(before);
            expect(step.atRisk).toBe(left);
            before = step.eventFree;
            left -= step.censored + step.events.reduce((total, one) => total + one, 0);
          }
          expect(left).toBe(0);
        }
      }),
      { seed: 20261126, numRuns: 100 },
    );
  });

  it('tell nothing of who was excluded, and of the kinds of one event only the sum', () => {
    const exact: readonly EndpointRow[] = [
      { level: 'all', entry: null, day: 100, kind: 0, patients: 40 },
      { level: 'all', entry: null, day: 700, kind: null, patients: 60 },
    ];
    const { table: released } = releasedEndpoint(table(exact), options, defaultPolicy);
    expect(released.excluded).toEqual([]);
    expect(released.rows).toEqual([
      { level: 'all', entry: null, day: expect.any(Number), kind: 0, patients: 38 },
      { level: 'all', entry: null, day: expect.any(Number), kind: null, patients: 66 },
    ]);
  });

  it('leave out a group of which too few are known, with the reason', () => {
    const exact: readonly EndpointRow[] = [
      { level: 'F', entry: null, day: 100, kind: 0, patients: 40 },
      { level: 'F', entry: null, day: 700, kind: null, patients: 60 },
      { level: 'M', entry: null, day: 700, kind: 0, patients: 20 },
    ];
    const { survival, refused } = releasedEndpoint(table(exact, 'sex'), options, defaultPolicy);
    expect(survival.curves.map(({ level }) => level)).toEqual(['F']);
    expect(refused).toEqual([{ level: 'M', reason: 'too-few-patients', least: 50 }]);
  });
});

describe('the curves of cohorts, released', () => {
  const from = (first: number, end: number) => Uint32Array.from({ length: end - first }, (_, k) => first + k);
  const of = (level: string, patients: number): readonly EndpointRow[] => [
    { level, entry: null, day: 100, kind: 0, patients: patients * 0.4 },
    { level, entry: null, day: 700, kind: null, patients: patients * 0.6 },
  ];
  const cohorts = (names: readonly string[]): EndpointTable => ({
    ...table(
      names.flatMap((name) => of(name, 100)),
      'cohorts',
    ),
    names,
    shared: 97,
  });
  const told = (names: readonly string[], followed: readonly Uint32Array[]) =>
    releasedEndpoint(cohorts(names), options, defaultPolicy, followed);

  it('leave out the one that would set apart a few, and tell how many are on several as a midpoint', () => {
    const {
      table: released,
      survival,
      refused,
    } = told(['A', 'B', 'C'], [from(0, 100), from(3, 103), from(50, 150)]);
    expect(survival.curves.map(({ level }) => level)).toEqual(['A', 'C']);
    expect(refused).toEqual([{ level: 'B', reason: 'overlap', least: 11 }]);
    // 50 patients are on both: nothing is compared, and 50 itself is not told.
    expect([released.names, released.shared, survival.shared]).toEqual([['A', 'C'], 49, 49]);
    expect([survival.logRank, survival.contrasts]).toEqual([null, []]);
  });

  it('are compared where nobody is on two', () => {
    const { survival, refused } = told(['A', 'B'], [from(0, 100), from(100, 200)]);
    expect(refused).toEqual([]);
    expect(survival.shared).toBe(0);
    expect(survival.logRank?.pValue).toBeCloseTo(1);
  });

  it('are not told of patients who are not known', () => {
    expect(() => told(['A', 'B'], [])).toThrow(RangeError);
  });
});

const manifest: ExportManifest = {
  source: { application: 'app 1', contract: 'c 1', extract: null, fingerprint: null, policyHash: null },
  policy: defaultPolicy,
  cohort: { name: null, cohort: everyone },
  analysis: { endpoint, by: 'sex', interval: 'log', samples: 'validated' },
  results: { curves: [] },
};

describe('the manifest of an export', () => {
  it('is read as it was written', () => {
    const json: unknown = JSON.parse(JSON.stringify(exportManifestJson(manifest)));
    expect(readExportManifest(json)).toEqual({ manifest, fault: null });
  });

  it('holds a model as its definition, which is read again', () => {
    const model = {
      ...(modelOfText('age:spline,sex:M,age*sex') ?? { covariates: [], interactions: [] }),
      method: 'fine-gray',
      mergesSmallLevels: true,
      stratum: null,
      reached: null,
    } as const;
    const analysis = { endpoint, model, samples: 'validated' } as const;
    const json = JSON.parse(JSON.stringify(exportManifestJson({ ...manifest, analysis })));
    expect(json.analysis).toMatchObject({ covariates: ['age:spline', 'sex:M', 'age*sex'] });
    expect(readExportManifest(json)).toEqual({ manifest: { ...manifest, analysis }, fault: null });
    json.analysis.covariates.push('name');
    expect(readExportManifest(json).fault?.path).toBe('analysis.covariates');
    json.analysis = { ...json.analysis, covariates: [], stratum: 'age' };
    expect(readExportManifest(json).fault?.path).toBe('analysis.stratum');
  });

  it('holds the cohorts that curves are of, each under a name of its own', () => {
    const cohorts = ['A', 'B'].map((name) => ({ name, cohort: everyone }));
    const analysis = { endpoint, by: 'cohorts', cohorts, interval: 'log', samples: 'unrejected' } as const;
    const json = JSON.parse(JSON.stringify(exportManifestJson({ ...manifest, analysis })));
    expect(readExportManifest(json)).toEqual({ manifest: { ...manifest, analysis }, fault: null });
    expect(json.rules).toContain('overlapping-cohorts');
    json.analysis.cohorts[1].name = 'A';
    expect(readExportManifest(json).fault).toEqual({
      path: 'analysis.cohorts[1].name',
      expected: { kind: 'unique' },
    });
    delete json.analysis.cohorts[1].name;
    expect(readExportManifest(json).fault?.expected).toEqual({ kind: 'present' });
    json.analysis.cohorts[1] = { ...json.analysis.cohorts[0], rules: [{}] };
    expect(readExportManifest(json).fault?.path).toBe('analysis.cohorts[1].rules[0].condition');
    delete json.analysis.cohorts;
    expect(readExportManifest(json).fault?.path).toBe('analysis.cohorts');
    json.analysis = { ...json.analysis, by: 'sex', cohorts: [] };
    expect(readExportManifest(json).fault?.path).toBe('analysis');
  });

  it('names the rules that its numbers have been through: of a report those of its figures too', () => {
    const samples = 'unrejected' as const;
    const own = { own: null, samples };
    const figureOf = (figure: FigureId, choices = {}) => ({ figure, choices, samples });
    const counts = ['counts', 'complementary-suppression', 'linear-audit'];
    const beside = ['differencing', 'session-audit'];
    expect(appliedRules(figureOf('milestones'))).toEqual([...counts, ...beside]);
    expect(appliedRules(figureOf('response'))).toEqual([...counts, 'quantiles', ...beside]);
    expect(appliedRules(reportOf(['early_inclusion'], own))).toEqual([...counts, 'centres', ...beside]);
    const figures = [figureOf('waits'), figureOf('adverse-events', { organ: 'all' }), figureOf('accrual')];
    const report = reportOf(['early_inclusion'], { ...own, figures, centres: 'together' });
    expect(appliedRules(report)).toEqual([...counts, 'quantiles', 'rates', ...beside]);
    expect(appliedRules(manifest.analysis).slice(-2)).toEqual(beside);
  });

  it.each([
    ['version', { version: 2 }],
    [
      'policy.threshold',
      { policy: { ...(exportManifestJson(manifest) as { policy: object }).policy, threshold: 5 } },
    ],
    ['policy', { policy: [] }],
    ['cohort.rules', { cohort: { format: 'cml-cohort', version: 1 } }],
    [
      'analysis.by',
      { analysis: { ...(exportManifestJson(manifest) as { analysis: object }).analysis, by: 'name' } },
    ],
    ['results', { results: null }],
  ])('is refused with a fault at %s', (path, change) => {
    expect(readExportManifest({ ...exportManifestJson(manifest), ...change }).fault?.path).toBe(path);
  });

  it.each([null, 3, [], '{}'])('is refused when it is no object', (json) => {
    expect(readExportManifest(json).fault).not.toBeNull();
  });
});

describe('the numbers of a replay', () => {
  it('are the same, changed, not computable any more, or new, by level and month', () => {
    const before = { curves: [{ level: 'F', steps: [{ month: 3, atRisk: 50 }], medianMonths: 12 }] };
    const now = {
      curves: [
        { level: 'M', steps: [] },
        { level: 'F', steps: [{ month: 3, atRisk: 61 }], medianMonths: null, patients: 60 },
      ],
    };
    expect(replayedNumbers(before, now)).toEqual([
      { path: 'curves.F.steps.3.month', verdict: 'same', from: 3, to: 3 },
      { path: 'curves.F.steps.3.atRisk', verdict: 'changed', from: 50, to: 61 },
      { path: 'curves.F.medianMonths', verdict: 'not-computable', from: 12, to: null },
      { path: 'curves.F.patients', verdict: 'new', from: null, to: 60 },
    ]);
  });

  it('refuse what holds more numbers than any export', () => {
    expect(() => replayedNumbers(new Array(30_000).fill(1), {})).toThrow(RangeError);
  });
});
