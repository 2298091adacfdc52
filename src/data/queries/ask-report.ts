import type { IndicatorTable } from '@core/analyses/indicator-trend';
import { type ReleasedReport, releasedReport } from '@core/analyses/released-report';
import type { ReportDefinition } from '@core/analyses/report-definition';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { DisclosurePolicy } from '@core/disclosure/policy';
import { indicators } from '@core/domain/indicator';
import type { Engine } from '@data/engine/engine';
import { indicatorCounts } from './indicator-counts';

export interface ReportQuestion {
  readonly cohort: CohortDefinition;
  readonly report: ReportDefinition;
  readonly policy: DisclosurePolicy;
}

/**
 * The released numbers of a report, asked of the open extract. An indicator whose rule has another version by now is left
 * out: its numbers would be compared with those of another question.
 */
export async function askReport(
  engine: Engine,
  { cohort, report, policy }: ReportQuestion,
  options: { readonly signal: AbortSignal },
): Promise<ReleasedReport> {
  const tables: IndicatorTable[] = [];
  for (const { id, version } of report.indicators) {
    if (indicators[id].version !== version) continue;
    const question = { cohort, indicator: id, groupBy: 'centre', stratum: null } as const;
    tables.push(await indicatorCounts.ask(engine, question, options));
  }
  return releasedReport(tables, report, policy);
}
