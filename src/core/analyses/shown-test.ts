import type { GrayTest } from '@core/statistics/survival/gray-test';
import type { LogRankResult } from '@core/statistics/survival/log-rank';
import type { EndpointContrast, EndpointSurvival } from './endpoint-survival';

/**
 * The test between groups that may stand beside curves: log-rank of the event-free share, Gray's of the incidence of one cause.
 * A p-value stands only beside an effect: `null` too where no difference between the groups has an estimate with its interval.
 *
 * @param cause  1 is the event, the next ones the competing events; `null`: the event-free share
 */
export function shownTest(survival: EndpointSurvival, cause: number | null): LogRankResult | GrayTest | null {
  const { logRank, gray, contrasts } = survival;
  const test = cause === null ? logRank : (gray?.find((one) => one.cause === cause) ?? null);
  if (test === null || test.pValue === null || test.statistic === null) return null;
  return contrasts.some((contrast) => tellsEffect(contrast, cause)) ? test : null;
}

function tellsEffect(
  { landmarks, incidences, restrictedMean }: EndpointContrast,
  cause: number | null,
): boolean {
  const differences = cause === null ? landmarks : (incidences[cause - 1] ?? []);
  const means = cause === null ? restrictedMean?.difference : undefined;
  return (
    differences.some(({ estimate, lower, upper }) => estimate !== null && lower !== null && upper !== null) ||
    (means?.estimate != null && means.interval?.lower != null && means.interval.upper != null)
  );
}
