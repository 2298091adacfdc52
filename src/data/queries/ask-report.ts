import type { IndicatorTable } from '@core/analyses/indicator-trend';
import { type ReleasedReport, type ReportedFigure, releasedReport } from '@core/analyses/released-report';
import type { ReportDefinition } from '@core/analyses/report-definition';
import { figureKey } from '@core/analyses/report-figure';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { DisclosurePolicy } from '@core/disclosure/policy';
import { indicators } from '@core/domain/indicator';
import { qualityRules } from '@data/contracts/quality-rules';
import type { Engine } from '@data/engine/engine';
import { askFigure } from './ask-figure';
import { indicatorCounts } from './indicator-counts';
import { cohortWarnings } from './quality/cohort-warnings';

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
  const figures: ReportedFigure[] = [];
  for (const one of report.figures) {
    const asked = { cohort, figure: { ...one, samples: report.samples }, policy };
    figures.push({ level: figureKey(one), figure: await askFigure(engine, asked, options) });
  }
  const { rules } = await cohortWarnings.ask(engine, { cohort, shown: null }, options);
  const warnings = qualityRules.flatMap(({ id, table }) =>
    rules.filter(({ rule }) => rule === id).map((found) => ({ ...found, table })),
  );
  return releasedReport(tables, report, policy, { figures, warnings });
}
