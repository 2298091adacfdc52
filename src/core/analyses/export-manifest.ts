import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { FieldReader, type JsonFault, JsonFaultError } from '@core/cohort/json-field';
import { mostOverlaid } from '@core/cohort/overlap';
import { type CohortFile, cohortJson, cohortOf } from '@core/cohort/read-cohort';
import { type DisclosurePolicy, policyJson, readPolicy } from '@core/disclosure/policy';
import { type SampleUse, sampleUses } from '@core/domain/sample-standing';
import type { EndpointDefinition } from '@core/endpoint/endpoint-definition';
import { endpointJson, endpointOf } from '@core/endpoint/read-endpoint';
import type { IntervalScale } from '@core/statistics/survival/confidence-limits';
import { type ExportedFigure, figureJson, readExportedFigure } from './exported-figure';
import { type ExportedModel, exportedModelJson, readExportedModel } from './exported-model';
import { byCohorts, type CurveSplit, curveSplits } from './group-variable';
import { type ReportDefinition, readReportDefinition, reportJson } from './report-definition';

export const exportFormat = 'cml-export';
export const exportVersion = 1;

/** A cohort whose curve is told beside others, under its name. */
export interface ExportedCohort {
  readonly name: string;
  readonly cohort: CohortDefinition;
}

/** The figure of an export: what has to be asked again to have it again. */
export interface ExportedAnalysis {
  readonly endpoint: EndpointDefinition;
  readonly by: CurveSplit | null;
  /** Of curves by cohorts: the cohorts, in their order, each under a name of its own. */
  readonly cohorts?: readonly ExportedCohort[];
  readonly interval: IntervalScale;
  readonly samples: SampleUse;
}

/**
 * What an export was made of: a figure of an endpoint, the report of the committee, a figure of counts or quantiles, or a
 * regression.
 */
export type ExportedDefinition = ExportedAnalysis | ReportDefinition | ExportedFigure | ExportedModel;

export const isReport = (analysis: ExportedDefinition): analysis is ReportDefinition =>
  'indicators' in analysis;

export const isFigure = (analysis: ExportedDefinition): analysis is ExportedFigure => 'figure' in analysis;

export const isModel = (analysis: ExportedDefinition): analysis is ExportedModel => 'model' in analysis;

/** On what an export was made. */
export interface ExportSource {
  readonly application: string;
  readonly contract: string;
  /** What the manifest of the extract calls it, and the SHA-256 over its files; `null` where unknown. */
  readonly extract: string | null;
  readonly fingerprint: string | null;
  /** SHA-256 of the policy file; `null` where the browser computes none. */
  readonly policyHash: string | null;
}

/** All that a figure or a report is made from, and its released numbers: no row, no exact count, no date of a person. */
export interface ExportManifest {
  readonly source: ExportSource;
  readonly policy: DisclosurePolicy;
  readonly cohort: CohortFile;
  readonly analysis: ExportedDefinition;
  /** Released numbers, as plain JSON. */
  readonly results: unknown;
}

const curveRules = ['curve-gate', 'curve-grid', 'curve-midpoints', 'curve-cut'] as const;
/** Beside what has left before in the session, by sets of patients and by counts. */
const sessionRules = ['differencing', 'session-audit'] as const;
const countRules = ['counts', 'complementary-suppression', 'linear-audit'] as const;

/** The rules that the numbers of a figure have been through by themselves, whatever else is told. */
function figureRules({ figure }: Pick<ExportedFigure, 'figure'>): readonly string[] {
  switch (figure) {
    case 'response':
    case 'questionnaire':
    case 'waits':
      return [...countRules, 'quantiles'];
    case 'adverse-events':
      return [...countRules, 'rates'];
    case 'fact':
      return [...countRules, 'merged-bins'];
    default:
      return countRules;
  }
}

/** The rules of disclosure that an export has been through, each once, by the names that its manifest holds. */
export function appliedRules(analysis: ExportedDefinition): readonly string[] {
  if (isReport(analysis)) {
    const centres = analysis.centres === 'masked' ? ['centres'] : [];
    return [
      ...new Set([...countRules, ...centres, ...analysis.figures.flatMap(figureRules), ...sessionRules]),
    ];
  }
  if (isModel(analysis)) return [...countRules, 'ratios', 'differencing'];
  if (isFigure(analysis)) return [...figureRules(analysis), ...sessionRules];
  return [...curveRules, ...sessionRules, ...(analysis.by === byCohorts ? ['overlapping-cohorts'] : [])];
}

/** The manifest as its file has it: the inverse of `readExportManifest`. */
export function exportManifestJson({ source, policy, cohort, analysis, results }: ExportManifest): object {
  return {
    format: exportFormat,
    version: exportVersion,
    ...source,
    policy: policyJson(policy),
    rules: appliedRules(analysis),
    cohort: cohortJson(cohort),
    analysis: definitionJson(analysis),
    results,
  };
}

function definitionJson(analysis: ExportedDefinition): object {
  if (isReport(analysis)) return reportJson(analysis);
  if (isModel(analysis)) return exportedModelJson(analysis);
  return isFigure(analysis) ? figureJson(analysis) : curveJson(analysis);
}

const curveJson = ({ endpoint, by, cohorts, interval, samples }: ExportedAnalysis): object => ({
  analysis: 'endpoint',
  endpoint: endpointJson(endpoint),
  ...(by === null ? {} : { by }),
  ...(cohorts === undefined ? {} : { cohorts: cohorts.map(cohortJson) }),
  interval,
  ...(samples === 'unrejected' ? {} : { samples }),
});

export type ReadExport =
  | { readonly manifest: ExportManifest; readonly fault: null }
  | { readonly manifest: null; readonly fault: JsonFault };

const members = [
  'format',
  'version',
  'application',
  'contract',
  'extract',
  'fingerprint',
  'policyHash',
  'policy',
  'rules',
  'cohort',
  'analysis',
  'results',
];
const longest = 200;

/** Reads a manifest, all or nothing; a fault says where it is and what was expected there. */
export function readExportManifest(json: unknown): ReadExport {
  try {
    const field = new FieldReader(json, '');
    field.get('format').oneOf([exportFormat]);
    field.get('version').exactly(exportVersion);
    field.only(members);
    const fields = json as Readonly<Record<string, unknown>>;
    const text = (name: string) => (field.has(name) ? field.get(name).text(longest) : null);
    const policy = readPolicy(fields.policy);
    if (policy.kind === 'fault')
      return fault(policy.path === '' ? 'policy' : `policy.${policy.path}`, policy.expected);
    field.get('results');
    const manifest: ExportManifest = {
      source: {
        application: field.get('application').text(longest),
        contract: field.get('contract').text(longest),
        extract: text('extract'),
        fingerprint: text('fingerprint'),
        policyHash: text('policyHash'),
      },
      policy: policy.policy,
      cohort: cohortOf(field.get('cohort')),
      analysis: definitionOf(field.get('analysis')),
      results: fields.results,
    };
    return { manifest, fault: null };
  } catch (error) {
    if (error instanceof JsonFaultError) return { manifest: null, fault: error.fault };
    throw error;
  }
}

function definitionOf(analysis: FieldReader): ExportedDefinition {
  const kind = analysis.get('analysis').oneOf(['endpoint', 'committee-report', 'figure', 'model']);
  if (kind === 'committee-report') return readReportDefinition(analysis);
  if (kind === 'figure') return readExportedFigure(analysis);
  if (kind === 'model') return readExportedModel(analysis);
  const by = analysis.has('by') ? analysis.get('by').oneOf(curveSplits) : null;
  const cohorts = by === byCohorts ? ['cohorts'] : [];
  analysis.only(['analysis', 'endpoint', 'by', ...cohorts, 'interval', 'samples']);
  return {
    endpoint: endpointOf(analysis.get('endpoint')),
    by,
    ...(by === byCohorts ? { cohorts: readCohorts(analysis.get('cohorts')) } : {}),
    interval: analysis.get('interval').oneOf(['log', 'log-log', 'plain']),
    samples: analysis.has('samples') ? analysis.get('samples').oneOf(sampleUses) : 'unrejected',
  };
}

/** Reads the cohorts that curves are of, each under a name of its own. Throws a `JsonFaultError` on what they are not. */
export function readCohorts(field: FieldReader): readonly ExportedCohort[] {
  const names = new Set<string>();
  return field.list(mostOverlaid).map((one) => {
    const { name, cohort } = cohortOf(one);
    // Of one without a name: that it is missing.
    if (name === null || names.has(name)) return one.get('name').fail({ kind: 'unique' });
    names.add(name);
    return { name, cohort };
  });
}

const fault = (path: string, expected: string): ReadExport => ({
  manifest: null,
  fault: { path, expected: { kind: 'one-of', options: [expected] } },
});
