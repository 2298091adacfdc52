import type { IndicatorId } from '@core/domain/indicator';
import { funnelLevels, funnelLimits } from '@core/statistics/funnel/funnel-limits';
import { type FunnelPosition, funnelPosition } from '@core/statistics/funnel/funnel-position';
import { type IndicatorRow, type IndicatorTable, shareOf } from './indicator-trend';

/** One centre, or the small ones together, in a funnel plot. */
export interface CentreOfFunnel {
  /** `null`: the centres with few assessed units, together, and units whose centre is not known. */
  readonly centre: string | null;
  readonly units: number;
  readonly assessed: number;
  readonly met: number;
  readonly unknown: number;
  /** Of the assessed, as it was observed. */
  readonly share: number;
  /**
   * How many would meet the indicator if each ELTS group did at this centre as it does over all centres: Σ over the groups
   * of the assessed here times the share over all.
   */
  readonly expected: number;
  /** Observed over expected, times the overall share; cut to [0, 1]. `null` when nobody is expected to meet it. */
  readonly adjusted: number | null;
  readonly position: FunnelPosition['position'];
}

export interface FunnelBand {
  readonly n: number;
  readonly lower95: number;
  readonly upper95: number;
  readonly lower998: number;
  readonly upper998: number;
}

export interface CentreFunnel {
  readonly indicator: IndicatorId;
  /** The share over all centres: the line that all are compared with. `null` when nobody was assessed. */
  readonly target: number | null;
  readonly assessed: number;
  readonly centres: readonly CentreOfFunnel[];
  readonly band: readonly FunnelBand[];
  /** How many centres were merged because fewer than `least` of their units were assessed. */
  readonly merged: number;
  readonly least: number;
}

/** Centres with fewer assessed units are shown together: their share is chance, and their patients are few. */
export const leastPerCentre = 11;
const bandPoints = 60;

/**
 * Centres beside each other by an indicator: each share against exact binomial limits around the overall one.
 *
 * The limits are of the crude share (95 and 99.8 %, Spiegelhalter). Differences in case mix are adjusted for by indirect
 * standardisation over the ELTS groups, those not computable as a group of their own; the adjusted share is shown beside the
 * crude one and does not decide the position, because the limits are not its own. A point outside says that chance alone
 * is an unlikely explanation, not why.
 *
 * @param table  levels are centres, strata ELTS groups
 * @param overall  the share that all are compared with, where the table does not hold everybody; that of the table otherwise
 * @see Spiegelhalter 2005, doi:10.1002/sim.1970 · tests/reference/funnel
 */
export function centreFunnel(
  table: IndicatorTable,
  least = leastPerCentre,
  overall: number | null = null,
): CentreFunnel {
  const all = shareOf(table.rows);
  const target = overall ?? all.share.estimate;
  const codes = [...new Set(table.rows.map(({ level }) => level))];
  const isSmall = (code: string | null) =>
    code === null || shareOf(table.rows.filter(({ level }) => level === code)).assessed < least;
  const large = codes.filter((code) => !isSmall(code)).toSorted();
  const small = codes.filter(isSmall);
  const groups: readonly (readonly [string | null, readonly IndicatorRow[]])[] = [
    ...large.map((code) => [code, table.rows.filter(({ level }) => level === code)] as const),
    ...(small.length === 0 ? [] : [[null, table.rows.filter(({ level }) => small.includes(level))] as const]),
  ];
  const centres = groups.flatMap(([centre, rows]) =>
    target === null ? [] : (centreOf(centre, rows, table.rows, target) ?? []),
  );
  return Object.freeze({
    indicator: table.indicator,
    target,
    assessed: all.assessed,
    centres,
    band: target === null ? [] : bandOf(target, Math.max(...centres.map(({ assessed }) => assessed), least)),
    merged: small.filter((code) => code !== null).length,
    least,
  });
}

function centreOf(
  centre: string | null,
  rows: readonly IndicatorRow[],
  everybody: readonly IndicatorRow[],
  target: number,
): CentreOfFunnel | null {
  const { units, assessed, met, unknown, share } = shareOf(rows);
  if (share.estimate === null) return null;
  const strata = [...new Set(rows.map(({ stratum }) => stratum))];
  const expected = strata.reduce((total, stratum) => {
    const here = shareOf(rows.filter((row) => row.stratum === stratum)).assessed;
    const overall = shareOf(everybody.filter((row) => row.stratum === stratum)).share.estimate ?? 0;
    return total + here * overall;
  }, 0);
  const adjusted = expected === 0 ? null : Math.min(1, (met / expected) * target);
  const { position } = funnelPosition(met, assessed, target);
  return Object.freeze({
    centre,
    units,
    assessed,
    met,
    unknown,
    share: share.estimate,
    expected,
    adjusted,
    position,
  });
}

/** The limits at sizes evenly spread on the scale of precision, from the smallest that is shown to the largest. */
function bandOf(target: number, largest: number): readonly FunnelBand[] {
  const from = Math.max(1, leastPerCentre - 1);
  const sizes = [
    ...new Set(
      Array.from({ length: bandPoints }, (_, k) =>
        Math.round(from * ((1.1 * largest) / from) ** (k / (bandPoints - 1))),
      ),
    ),
  ];
  const { limits } = funnelLimits(target, sizes, funnelLevels);
  return sizes.map((n, k) => {
    const [inner, outer] = [limits[2 * k], limits[2 * k + 1]];
    return {
      n,
      lower95: inner?.lower ?? 0,
      upper95: inner?.upper ?? 1,
      lower998: outer?.lower ?? 0,
      upper998: outer?.upper ?? 1,
    };
  });
}
