import type { IndicatorTable } from '@core/analyses/indicator-trend';
import { type ReleasedReport, type ReportRest, releasedReport } from '@core/analyses/released-report';
import type { ReportDefinition } from '@core/analyses/report-definition';
import { figureKey } from '@core/analyses/report-figure';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { DisclosurePolicy } from '@core/disclosure/policy';
import type { TableRelease } from '@core/disclosure/session-audit';
import { indicators } from '@core/domain/indicator';
import { qualityRules } from '@data/contracts/quality-rules';
import type { Engine } from '@data/engine/engine';
import { askExactFigure, releasedFigure } from './ask-figure';
import { groupMembers } from './group-members';
import { indicatorCounts } from './indicator-counts';
import { cohortWarnings } from './quality/cohort-warnings';

export interface ReportQuestion {
  readonly cohort: CohortDefinition;
  readonly report: ReportDefinition;
  readonly policy: DisclosurePolicy;
}

/** A report whose numbers are there: releases all its counts, by themselves or beside others. */
export type ReleasableReport = (release?: TableRelease) => ReleasedReport;

/**
 * The released numbers of a report, asked of the open extract.
 */
export const askReport = async (
  engine: Engine,
  question: ReportQuestion,
  options: { readonly signal: AbortSignal },
): Promise<ReleasedReport> => (await askReleasableReport(engine, question, options))();

/**
 * A report, asked of the open extract. An indicator whose rule has another version by now is left
 * out: its numbers would be compared with those of another question.
 */
export async function askReleasableReport(
  engine: Engine,
  { cohort, report, policy }: ReportQuestion,
  options: { readonly signal: AbortSignal },
): Promise<ReleasableReport> {
  const tables: IndicatorTable[] = [];
  for (const { id, version } of report.indicators) {
    if (indicators[id].version !== version) continue;
    const question = { cohort, indicator: id, groupBy: 'centre', stratum: null } as const;
    tables.push(await indicatorCounts.ask(engine, question, options));
  }
  const figures: { readonly level: string; readonly released: ReportRest['figures'][number]['released'] }[] =
    [];
  for (const one of report.figures) {
    const figure = { ...one, samples: report.samples };
    const exact = await askExactFigure(engine, { cohort, figure, policy }, options);
    figures.push({
      level: figureKey(one),
      released: (release) => releasedFigure(exact, { figure, policy }, release),
    });
  }
  const { rules } = await cohortWarnings.ask(engine, { cohort, shown: null }, options);
  const warnings = qualityRules.flatMap(({ id, table }) =>
    rules.filter(({ rule }) => rule === id).map((found) => ({ ...found, table })),
  );
  const { length: patients } = await groupMembers.ask(engine, { cohort, groupBy: null }, options);
  return (release) => releasedReport(tables, report, policy, { patients, figures, warnings }, release);
}
