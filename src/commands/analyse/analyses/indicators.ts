import type { Analysis } from '@commands/analyse/analysis';
import { centreFunnel } from '@core/analyses/centre-funnel';
import { type IndicatorGroup, indicatorGroups, indicatorTrend } from '@core/analyses/indicator-trend';
import { type IndicatorId, indicatorIds, indicators } from '@core/domain/indicator';
import { indicatorCounts } from '@data/queries/indicator-counts';

interface TrendChoices {
  readonly indicators: readonly IndicatorId[];
  readonly by: IndicatorGroup | null;
}

/** Indicators of practice over the calendar years. */
export const indicatorsAnalysis: Analysis<TrendChoices> = {
  read: (field) => {
    field.only(['analysis', 'indicators', 'by']);
    return {
      indicators: field.has('indicators')
        ? field
            .get('indicators')
            .list(indicatorIds.length)
            .map((one) => one.oneOf(indicatorIds))
        : indicatorIds,
      by: field.has('by') ? field.get('by').oneOf(indicatorGroups) : null,
    };
  },
  run: async (engine, cohort, { indicators: asked, by }) => {
    const { signal } = new AbortController();
    const trends: object[] = [];
    for (const indicator of asked) {
      const table = await indicatorCounts.ask(
        engine,
        { cohort, indicator, groupBy: by, stratum: null },
        { signal },
      );
      trends.push({ definition: indicators[indicator], ...indicatorTrend(table) });
    }
    return trends;
  },
};

interface FunnelChoices {
  readonly indicator: IndicatorId;
}

/** One indicator between centres: the funnel plot. */
export const centresAnalysis: Analysis<FunnelChoices> = {
  read: (field) => {
    field.only(['analysis', 'indicator']);
    return { indicator: field.get('indicator').oneOf(indicatorIds) };
  },
  run: async (engine, cohort, { indicator }) => {
    const { signal } = new AbortController();
    const question = { cohort, indicator, groupBy: 'centre', stratum: 'elts' } as const;
    return centreFunnel(await indicatorCounts.ask(engine, question, { signal }));
  },
};
