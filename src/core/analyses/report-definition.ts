import type { FieldReader } from '@core/cohort/json-field';
import { type IndicatorId, indicatorIds, indicators } from '@core/domain/indicator';
import { type SampleUse, sampleUses } from '@core/domain/sample-standing';

/**
 * What a report of the committee is about: indicators with the version of their rules, and the reader's own centre, the only
 * one that is named; `null`: none.
 */
export interface ReportDefinition {
  readonly indicators: readonly { readonly id: IndicatorId; readonly version: number }[];
  readonly own: string | null;
  /** Which samples were read. */
  readonly samples: SampleUse;
}

/**
 * The indicators that a report can hold: those that count patients. Of samples, stops and lines it is not known how many
 * patients stand behind each count, so that disclosure control cannot judge them.
 */
export const reportableIndicators: readonly IndicatorId[] = indicatorIds.filter(
  (id) => indicators[id].unit === 'patient',
);

/** The report of these indicators, by the rules that are in force. */
export const reportOf = (
  ids: readonly IndicatorId[],
  { own, samples }: Pick<ReportDefinition, 'own' | 'samples'>,
): ReportDefinition => ({
  indicators: ids.map((id) => ({ id, version: indicators[id].version })),
  own,
  samples,
});

const longestCode = 64;
const highestVersion = 10_000;

/** The definition as a manifest has it: the inverse of `readReportDefinition`. */
export const reportJson = ({ indicators: asked, own, samples }: ReportDefinition): object => ({
  analysis: 'committee-report',
  indicators: asked.map(({ id, version }) => ({ id, version })),
  ...(own === null ? {} : { own }),
  ...(samples === 'unrejected' ? {} : { samples }),
});

/** Reads a definition. Throws a `JsonFaultError` on what it is not. */
export function readReportDefinition(field: FieldReader): ReportDefinition {
  field.only(['analysis', 'indicators', 'own', 'samples']);
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
    own: field.has('own') ? field.get('own').text(longestCode) : null,
    samples: field.has('samples') ? field.get('samples').oneOf(sampleUses) : 'unrejected',
  };
}
