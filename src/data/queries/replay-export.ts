import { type EndpointModel, endpointModel } from '@core/analyses/endpoint-model';
import {
  type ExportedAnalysis,
  type ExportManifest,
  isFigure,
  isModel,
  isReport,
} from '@core/analyses/export-manifest';
import { figureSplit } from '@core/analyses/exported-figure';
import type { ExportedModel } from '@core/analyses/exported-model';
import { byCohorts } from '@core/analyses/group-variable';
import { columnsOfModel, type ModelDefinition } from '@core/analyses/model-definition';
import type { ModelTable } from '@core/analyses/model-table';
import { type GroupMember, type ReleasedTurnover, releasedTurnover } from '@core/analyses/patient-turnover';
import { type ReleasedNumbers, releasedEndpoint, releasedNumbers } from '@core/analyses/released-endpoint';
import { figureNumbers } from '@core/analyses/released-figure';
import { type ModelNumbers, modelNumbers, releasedModel } from '@core/analyses/released-model';
import { reportNumbers } from '@core/analyses/released-report';
import { type ReplayedNumber, replayedNumbers } from '@core/analyses/replayed-numbers';
import { type DisclosurePolicy, strictestPolicy } from '@core/disclosure/policy';
import type { Released } from '@core/disclosure/released';
import type { ExtractTableName } from '@core/domain/extract-tables';
import type { Engine, LayeredEngine } from '@data/engine/engine';
import { askFigure } from './ask-figure';
import { askReport } from './ask-report';
import { engineUnder } from './derived/validated-samples';
import { endpointCohorts } from './endpoint-cohorts';
import { endpointEvents } from './endpoint-events';
import { followedPatients } from './followed-patients';
import { groupMembers } from './group-members';
import { modelRows } from './model-rows';

export interface ExportQuestion extends Pick<ExportManifest, 'cohort'> {
  readonly analysis: ExportedAnalysis;
  readonly policy: DisclosurePolicy;
}

/** The released numbers of an exported figure, asked of the open extract. */
export async function askExport(
  engine: Engine,
  { cohort, analysis, policy }: ExportQuestion,
  options: { readonly signal: AbortSignal },
): Promise<Released<ReleasedNumbers>> {
  const { endpoint, by, cohorts = [], interval } = analysis;
  const estimates = { interval, level: 0.95 };
  if (by === byCohorts) {
    const table = await endpointCohorts.ask(engine, { endpoint, cohorts }, options);
    const followed = await followedPatients.ask(engine, { endpoint, cohorts }, options);
    return releasedNumbers(releasedEndpoint(table, estimates, policy, followed));
  }
  const table = await endpointEvents.ask(engine, { cohort: cohort.cohort, endpoint, groupBy: by }, options);
  return releasedNumbers(releasedEndpoint(table, estimates, policy));
}

/** How a regression is fitted: at once, or where it stops nothing else. */
type FitModel = (table: ModelTable, definition: ModelDefinition) => EndpointModel | Promise<EndpointModel>;

export interface ReplayOptions {
  readonly signal: AbortSignal;
  readonly fitModel?: FitModel;
}

/** The released numbers of an exported regression, asked of the open extract; `null` where nothing of it may leave now. */
export async function askExportedModel(
  engine: Engine,
  {
    cohort,
    analysis,
    policy,
  }: Pick<ExportManifest, 'cohort' | 'policy'> & { readonly analysis: ExportedModel },
  { signal, fitModel = endpointModel }: ReplayOptions,
): Promise<Released<ModelNumbers> | null> {
  const { endpoint, model } = analysis;
  const covariates = columnsOfModel(model);
  const question = { cohort: cohort.cohort, endpoint, covariates, reached: model.reached };
  const { fitted } = await fitModel(await modelRows.ask(engine, question, { signal }), model);
  const released = fitted === null ? null : releasedModel(fitted, policy);
  return released === null ? null : modelNumbers(released);
}

/**
 * An export on the open extract: each of its numbers beside what the same definitions give now. The stricter of the policy it
 * was made under and the one in force is applied, so that a replay never tells more than an export.
 */
export async function replayExport(
  { engine, present }: { readonly engine: LayeredEngine; readonly present: ReadonlySet<ExtractTableName> },
  manifest: ExportManifest,
  policy: DisclosurePolicy,
  options: ReplayOptions,
): Promise<readonly ReplayedNumber[]> {
  const { cohort, analysis, results } = manifest;
  const strict = strictestPolicy(manifest.policy, policy);
  const under = engineUnder(analysis.samples, engine, present);
  return replayedNumbers(results, await numbersNow(under, { cohort, analysis, policy: strict }, options));
}

/** The patients of an export, by what they are split by where that is known of a patient; of cohorts, everybody in any of them. */
async function membersOf(
  engine: Engine,
  { cohort: { cohort }, analysis }: Pick<ExportManifest, 'cohort' | 'analysis'>,
  options: { readonly signal: AbortSignal },
): Promise<readonly GroupMember[]> {
  const asked = (one: typeof cohort, groupBy: Parameters<typeof groupMembers.ask>[1]['groupBy']) =>
    groupMembers.ask(engine, { cohort: one, groupBy }, options);
  if (isReport(analysis) || isModel(analysis)) return asked(cohort, null);
  if (isFigure(analysis)) return asked(cohort, figureSplit(analysis));
  if (analysis.by !== byCohorts) return asked(cohort, analysis.by);
  const anywhere = new Map<number, GroupMember>();
  for (const one of analysis.cohorts ?? [])
    for (const member of await asked(one.cohort, null)) anywhere.set(member.key, member);
  return [...anywhere.values()];
}

/**
 * Who entered and left the patients of an export, and each of its groups, between an earlier extract and another: by their
 * pseudonyms, told as counts that may leave. Of curves by cohorts, which may share patients, all of them together.
 */
export async function exportTurnover(
  before: Engine,
  now: Engine,
  manifest: ExportManifest,
  policy: DisclosurePolicy,
  options: { readonly signal: AbortSignal },
): Promise<Released<readonly ReleasedTurnover[]>> {
  const [then, today] = [await membersOf(before, manifest, options), await membersOf(now, manifest, options)];
  return releasedTurnover(then, today, strictestPolicy(manifest.policy, policy));
}

/** The released numbers of whatever an export was made of. */
async function numbersNow(
  engine: Engine,
  { cohort, analysis, policy }: Pick<ExportManifest, 'cohort' | 'analysis' | 'policy'>,
  options: ReplayOptions,
): Promise<unknown> {
  const asked = { cohort: cohort.cohort, policy };
  if (isReport(analysis))
    return reportNumbers(await askReport(engine, { ...asked, report: analysis }, options));
  if (isFigure(analysis))
    return figureNumbers(await askFigure(engine, { ...asked, figure: analysis }, options));
  if (isModel(analysis)) return askExportedModel(engine, { cohort, analysis, policy }, options);
  return askExport(engine, { cohort, analysis, policy }, options);
}
