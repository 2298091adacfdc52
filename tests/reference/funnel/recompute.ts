import { funnelLimits } from '@core/statistics/funnel/funnel-limits';
import { funnelPosition } from '@core/statistics/funnel/funnel-position';

/** Computes one case of cases.json with this project's estimators, in the shape of its `expected`. */
export function recompute(input: Readonly<Record<string, unknown>>): unknown {
  const target = Number(input.target);
  const n = Number(input.n);
  if (input.kind === 'position') return funnelPosition(Number(input.events), n, target);
  return funnelLimits(target, [n], [Number(input.level)]).limits[0];
}
