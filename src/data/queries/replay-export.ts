import { type ExportedAnalysis, type ExportManifest, isReport } from '@core/analyses/export-manifest';
import { type ReleasedNumbers, releasedEndpoint, releasedNumbers } from '@core/analyses/released-endpoint';
import { reportNumbers } from '@core/analyses/released-report';
import { type ReplayedNumber, replayedNumbers } from '@core/analyses/replayed-numbers';
import { type DisclosurePolicy, strictestPolicy } from '@core/disclosure/policy';
import type { Released } from '@core/disclosure/released';
import type { ExtractTableName } from '@core/domain/extract-tables';
import type { Engine, LayeredEngine } from '@data/engine/engine';
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
  const now = isReport(analysis)
    ? reportNumbers(
        await askReport(under, { cohort: cohort.cohort, report: analysis, policy: strict }, options),
      )
    : await askExport(under, { cohort, analysis, policy: strict }, options);
  return replayedNumbers(results, now);
}
