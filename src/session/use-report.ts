import { type ExportSource, exportManifestJson } from '@core/analyses/export-manifest';
import type { ExportRefusal } from '@core/analyses/export-outcome';
import { figureSplit } from '@core/analyses/exported-figure';
import { type ReleasedReport, reportNumbers } from '@core/analyses/released-report';
import { type ReportCentres, type ReportDefinition, reportOf } from '@core/analyses/report-definition';
import type { ReportFigure } from '@core/analyses/report-figure';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { DisclosurePolicy } from '@core/disclosure/policy';
import { releasedText } from '@core/disclosure/released';
import type { IndicatorId } from '@core/domain/indicator';
import { askReleasableReport } from '@data/queries/ask-report';
import { useCallback } from 'react';
import { inTurn, noteExport } from './export-ledger';
import { saveFile } from './save-file';
import { auditedInWorker, type ExportWatch } from './session-audit';
import { bundleName, useDifferencing, useExportSource } from './use-export';
import { useExtract } from './use-extract';
import { usePolicy } from './use-policy';

/** What a report is asked to hold. */
export interface ReportWish {
  readonly title: string;
  readonly cohort: CohortDefinition;
  /** The cohort in one line. */
  readonly cohortText: string;
  readonly indicators: readonly IndicatorId[];
  readonly figures: readonly ReportFigure[];
  readonly centres: ReportCentres;
  readonly own: string | null;
}

/** A report as it was made: on which extract, by which definitions, under which policy. Nothing in it changes afterwards. */
export interface FrozenReport extends Omit<ReportWish, 'indicators' | 'figures' | 'centres' | 'own'> {
  readonly definition: ReportDefinition;
  readonly source: ExportSource;
  /** The day on which the extract was made, as its manifest has it; `null` where unknown. */
  readonly created: string | null;
  readonly policy: DisclosurePolicy;
  readonly report: ReleasedReport;
}

export type ReportOutcome =
  | { readonly kind: 'frozen'; readonly report: FrozenReport }
  | { readonly kind: 'refused'; readonly refusal: ExportRefusal };

/** Makes a report and writes it down in the list of exports: once it is on the screen, it can be printed. */
export function useReport(): (wish: ReportWish, watch: ExportWatch) => Promise<ReportOutcome> {
  const extract = useExtract();
  const { policy } = usePolicy();
  const source = useExportSource();
  const differencing = useDifferencing();
  const make = useCallback(
    async (
      { indicators, figures, centres, own, ...wish }: ReportWish,
      watch: ExportWatch,
    ): Promise<ReportOutcome> => {
      if (policy === null) throw new Error('nothing leaves without a policy');
      const definition = reportOf(indicators, { figures, centres, own, samples: extract.samples });
      const split = figures.map(figureSplit).find((variable) => variable !== null) ?? null;
      const { sets, tellsOfFew } = await differencing(wish.cohort, policy, { ...watch, groupBy: split });
      const entry = { title: wish.title, cohort: wish.cohortText, leftOut: [] };
      if (tellsOfFew) {
        noteExport({ ...entry, refusal: 'differencing', files: [] }, extract.content, null);
        return { kind: 'refused', refusal: 'differencing' };
      }
      const question = { cohort: wish.cohort, report: definition, policy };
      const releasable = await askReleasableReport(extract.engine, question, watch);
      const {
        made: report,
        left,
        refusal,
      } = await auditedInWorker(
        { patients: sets[0] ?? new Uint32Array() },
        releasable,
        { extract: extract.content, policy },
        watch,
      );
      watch.signal.throwIfAborted();
      if (refusal !== null) {
        noteExport({ ...entry, refusal, files: [] }, extract.content, null);
        return { kind: 'refused', refusal };
      }
      noteExport({ ...entry, refusal: null, files: [`${wish.title}.pdf`] }, extract.content, sets, [], left);
      const created = extract.manifest?.created ?? null;
      return { kind: 'frozen', report: { ...wish, definition, source, created, policy, report } };
    },
    [extract, policy, source, differencing],
  );
  return useCallback((wish, watch) => inTurn(() => make(wish, watch), watch.signal), [make]);
}

/** The bundle of a report: its definitions and its released numbers, by which it can be replayed on a later extract. */
export function saveReportBundle({ title, cohort, definition, source, policy, report }: FrozenReport): void {
  const text = releasedText(reportNumbers(report), (results) => {
    const manifest = { source, policy, cohort: { name: null, cohort }, analysis: definition, results };
    return `${JSON.stringify(exportManifestJson(manifest), null, 2)}\n`;
  });
  saveFile(bundleName(title), 'json', text);
}
