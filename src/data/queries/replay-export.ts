import {
  type ExportedAnalysis,
  type ExportManifest,
  isFigure,
  isReport,
} from '@core/analyses/export-manifest';
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
