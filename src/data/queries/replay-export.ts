import {
  type ExportedAnalysis,
  type ExportManifest,
  isFigure,
  isReport,
} from '@core/analyses/export-manifest';
import { figureSplit } from '@core/analyses/exported-figure';
import { type ReleasedTurnover, releasedTurnover } from '@core/analyses/patient-turnover';
import { type ReleasedNumbers, releasedEndpoint, releasedNumbers } from '@core/analyses/released-endpoint';
import { figureNumbers } from '@core/analyses/released-figure';
import { reportNumbers } from '@core/analyses/released-report';
import { type ReplayedNumber, replayedNumbers } from '@core/analyses/replayed-numbers';
import { type DisclosurePolicy, strictestPolicy } from '@core/disclosure/policy';
import type { Released } from '@core/disclosure/released';
import type { ExtractTableName } from '@core/domain/extract-tables';
import type { Engine, LayeredEngine } from '@data/engine/engine';
import { askFigure } from './ask-figure';
import { askReport } from './ask-report';
import { engineUnder } from './derived/validated-samples';
import { endpointEvents } from './endpoint-events';
import { groupMembers, type MemberGroup } from './group-members';

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
  const { endpoint, by, interval } = analysis;
  const question = { cohort: cohort.cohort, endpoint, groupBy: by };
  const table = await endpointEvents.ask(engine, question, options);
  return releasedNumbers(releasedEndpoint(table, { interval, level: 0.95 }, policy));
}

/**
 * An export on the open extract: each of its numbers beside what the same definitions give now. The stricter of the policy it
 * was made under and the one in force is applied, so that a replay never tells more than an export.
 */
export async function replayExport(
  { engine, present }: { readonly engine: LayeredEngine; readonly present: ReadonlySet<ExtractTableName> },
  manifest: ExportManifest,
  policy: DisclosurePolicy,
  options: { readonly signal: AbortSignal },
): Promise<readonly ReplayedNumber[]> {
  const { cohort, analysis, results } = manifest;
  const strict = strictestPolicy(manifest.policy, policy);
  const under = engineUnder(analysis.samples, engine, present);
  return replayedNumbers(results, await numbersNow(under, { cohort, analysis, policy: strict }, options));
}

/** What the patients of an export are split by, where that is known of a patient. */
function splitOf(analysis: ExportManifest['analysis']): MemberGroup | null {
  if (isReport(analysis)) return null;
  return isFigure(analysis) ? figureSplit(analysis) : analysis.by;
}

/**
 * Who entered and left the patients of an export, and each of its groups, between an earlier extract and another: by their
 * pseudonyms, told as counts that may leave.
 */
export async function exportTurnover(
  before: Engine,
  now: Engine,
  { cohort, analysis, policy: made }: ExportManifest,
  policy: DisclosurePolicy,
  options: { readonly signal: AbortSignal },
): Promise<Released<readonly ReleasedTurnover[]>> {
  const question = { cohort: cohort.cohort, groupBy: splitOf(analysis) };
  const [then, today] = [
    await groupMembers.ask(before, question, options),
    await groupMembers.ask(now, question, options),
  ];
  return releasedTurnover(then, today, strictestPolicy(made, policy));
}

/** The released numbers of whatever an export was made of. */
async function numbersNow(
  engine: Engine,
  { cohort, analysis, policy }: Pick<ExportManifest, 'cohort' | 'analysis' | 'policy'>,
  options: { readonly signal: AbortSignal },
): Promise<unknown> {
  const asked = { cohort: cohort.cohort, policy };
  if (isReport(analysis))
    return reportNumbers(await askReport(engine, { ...asked, report: analysis }, options));
  if (isFigure(analysis))
    return figureNumbers(await askFigure(engine, { ...asked, figure: analysis }, options));
  return askExport(engine, { cohort, analysis, policy }, options);
}
