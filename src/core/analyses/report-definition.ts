import type { FieldReader } from '@core/cohort/json-field';
import { type IndicatorId, indicatorIds, indicators } from '@core/domain/indicator';
import { type SampleUse, sampleUses } from '@core/domain/sample-standing';
import { exportedIndicators } from './exported-figure';
import { type ReportFigure, readReportFigure, reportFigureJson } from './report-figure';

/** Whether the indicators are told of each centre, masked, or of all of them together alone. */
export const reportCentres = ['masked', 'together'] as const;
export type ReportCentres = (typeof reportCentres)[number];

/** What a report of the committee is about. */
export interface ReportDefinition {
  /** With the version of their rules. */
  readonly indicators: readonly { readonly id: IndicatorId; readonly version: number }[];
  readonly figures: readonly ReportFigure[];
  readonly centres: ReportCentres;
  /** The reader's own centre, the only one that is named; `null`: none. */
  readonly own: string | null;
  /** Which samples were read. */
  readonly samples: SampleUse;
}

/** The indicators that a report can hold: those that may leave. */
export const reportableIndicators = exportedIndicators;

/** The report of these indicators, by the rules that are in force. */
export const reportOf = (
  ids: readonly IndicatorId[],
  {
    figures = [],
    centres = 'masked',
    own,
    samples,
  }: Pick<ReportDefinition, 'own' | 'samples'> & Partial<Pick<ReportDefinition, 'figures' | 'centres'>>,
): ReportDefinition => ({
  indicators: ids.map((id) => ({ id, version: indicators[id].version })),
  figures,
  centres,
  own: centres === 'together' ? null : own,
  samples,
});

const longestCode = 64;
const highestVersion = 10_000;
const mostFigures = 100;

/** The definition as a manifest has it: the inverse of `readReportDefinition`. */
export const reportJson = ({
  indicators: asked,
  figures,
  centres,
  own,
  samples,
}: ReportDefinition): object => ({
  analysis: 'committee-report',
  indicators: asked.map(({ id, version }) => ({ id, version })),
  ...(figures.length === 0 ? {} : { figures: figures.map(reportFigureJson) }),
  ...(centres === 'masked' ? {} : { centres }),
  ...(own === null ? {} : { own }),
  ...(samples === 'unrejected' ? {} : { samples }),
});

/** Reads a definition. Throws a `JsonFaultError` on what it is not. */
export function readReportDefinition(field: FieldReader): ReportDefinition {
  field.only(['analysis', 'indicators', 'figures', 'centres', 'own', 'samples']);
  return {
    indicators: field
      .get('indicators')
      .list(indicatorIds.length)
      .map((one) => {
        one.only(['id', 'version']);
        return {
          id: one.get('id').oneOf(reportableIndicators),
          version: one.get('version').integer(1, highestVersion),
        };
      }),
    figures: field.has('figures') ? field.get('figures').list(mostFigures).map(readReportFigure) : [],
    centres: field.has('centres') ? field.get('centres').oneOf(reportCentres) : 'masked',
    own: field.has('own') ? field.get('own').text(longestCode) : null,
    samples: field.has('samples') ? field.get('samples').oneOf(sampleUses) : 'unrejected',
  };
}
