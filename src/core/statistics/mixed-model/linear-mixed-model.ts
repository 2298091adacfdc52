import type { Interval } from '@core/base/interval';
import { studentQuantile, studentTwoSided } from '@core/statistics/distributions/student-t';
import type { DesignMatrix } from '../design-matrix/design-matrix';
import {
  originalCoefficients,
  originalCovariance,
  redundantColumns,
  standardisedColumns,
} from '../regression/standardised-columns';
import { groupedSums } from './grouped-sums';
import { minimise } from './minimise';
import { mixedModelRows } from './mixed-model-rows';
import { conditionalModes, penalisedFit, profiledDeviance, relativeFactor } from './profiled-deviance';
import { satterthwaite } from './satterthwaite';

export interface MixedModelOptions {
  /** Random slope: one number per row (for example years since start); without it a random intercept only. */
  readonly slope?: ArrayLike<number>;
  readonly method?: 'REML' | 'ML';
  readonly level?: number;
  /** Called once per step of the search; answering `false` ends it as not converged. */
  readonly progress?: (step: number) => boolean;
}

export interface FixedEffect {
  readonly name: string;
  readonly term: string;
  readonly estimate: number;
  readonly standardError: number;
  /** Student's t interval and test with Satterthwaite's degrees of freedom; `null` when these are undefined. */
  readonly interval: Interval | null;
  readonly t: number;
  readonly degreesOfFreedom: number | null;
  readonly p: number | null;
}

export interface RandomVariances {
  readonly intercept: number;
  readonly slope: number | null;
  readonly covariance: number | null;
  readonly correlation: number | null;
  readonly residual: number;
}

export interface RandomEffect {
  /** Group code of the input. */
  readonly group: number;
  readonly intercept: number;
  readonly slope: number | null;
}

export interface LinearMixedModel {
  readonly fixed: readonly FixedEffect[];
  /** Covariance of the fixed effects, row by row. */
  readonly covariance: Float64Array | null;
  readonly variances: RandomVariances | null;
  /** Predicted deviation of each group, ascending by group code. */
  readonly random: readonly RandomEffect[];
  readonly logLikelihood: number | null;
  /** A variance is 0 or the correlation ±1: the data do not support all random effects. */
  readonly singular: boolean;
  readonly n: number;
  readonly groups: number;
  readonly missing: number;
  readonly method: 'REML' | 'ML';
  readonly reason:
    | NonNullable<DesignMatrix['reason']>
    | 'one-group'
    | 'too-few-rows'
    | 'collinear'
    | 'no-residual-variance'
    | 'no-convergence'
    | null;
  readonly culprits: readonly string[];
}

/**
 * Linear mixed model with a random intercept, and optionally a correlated random slope, per group, as lme4's
 * `lmer(y ~ fixed + (1 + slope | group))`.
 *
 * @param design  fixed effects, from `designMatrix`
 * @param outcome  one number per row of the design's input, `NaN` missing
 * @param groups  group code per row, `NaN` missing
 * @returns fixed effects with Satterthwaite intervals, variances in squared units of the outcome, predicted random
 *   effects. Nothing is estimated, and `reason` says why, when the design has none, there is one group only
 *   (`one-group`), not more rows than random effects or fixed effects (`too-few-rows`), a column repeats others
 *   (`collinear`), nothing is left to scatter (`no-residual-variance`) or the search does not settle
 *   (`no-convergence`). A variance at 0 is an answer (`singular`), not a failure.
 * @throws RangeError if lengths differ or the level is not in (0, 1)
 * @see Bates et al. 2015, doi:10.18637/jss.v067.i01 · tests/reference/mixed-model
 */
export function linearMixedModel(
  design: DesignMatrix,
  outcome: ArrayLike<number>,
  groups: ArrayLike<number>,
  options: MixedModelOptions = {},
): LinearMixedModel {
  const { slope, method = 'REML', level = 0.95 } = options;
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level; not in (0, 1): ${level}`);
  const rows = mixedModelRows(design, outcome, groups, slope);
  const { n } = rows;
  const width = design.columns.length;
  const q = slope === undefined ? 1 : 2;
  const shared = { n, groups: rows.codes.length, missing: design.totalRows - n, method };
  const refused = (
    reason: NonNullable<LinearMixedModel['reason']>,
    culprits: readonly string[] = [],
  ): LinearMixedModel =>
    Object.freeze({
      ...shared,
      fixed: Object.freeze([]),
      covariance: null,
      variances: null,
      random: Object.freeze([]),
      logLikelihood: null,
      singular: false,
      reason,
      culprits: Object.freeze([...culprits]),
    });
  if (design.reason !== null) return refused(design.reason, design.culprits);
  if (n === 0) return refused('no-complete-rows');
  if (rows.codes.length < 2) return refused('one-group');
  if (n <= q * rows.codes.length || n <= width) return refused('too-few-rows');
  const columns = standardisedColumns({ ...design, values: rows.values, n });
  const redundant = redundantColumns(columns, n);
  if (redundant.length > 0)
    return refused(
      'collinear',
      redundant.flatMap((j) => design.columns[j]?.name ?? []),
    );

  const restricted = method === 'REML';
  const sums = groupedSums(columns.values, rows.random, rows.outcome, rows.group, rows.codes.length);
  const total = rows.outcome.reduce((sum, y) => sum + y * y, 0);
  if (!(total > 0)) return refused('no-residual-variance');
  const objective = (theta: Float64Array): number => profiledDeviance(sums, theta, restricted);
  const minimum = minimise(objective, starts(q), options.progress);
  const fit = penalisedFit(sums, minimum.at);
  if (!(fit.residual > 1e-12 * total)) return refused('no-residual-variance');
  if (!minimum.converged) return refused('no-convergence');

  const sigma = Math.sqrt(fit.residual / (restricted ? n - width : n));
  const covariance = originalCovariance(
    columns,
    fit.unscaledCovariance.map((value) => value * sigma * sigma),
  );
  const estimates = originalCoefficients(columns, fit.coefficients);
  const contrasts = design.columns.map((_, j) => columns.back.slice(j * width, (j + 1) * width));
  const degrees = satterthwaite(sums, minimum.at, sigma, restricted, contrasts);
  const fixed = design.columns.map(({ name, term }, j) =>
    fixedEffect(
      name,
      term,
      (estimates[j] ?? 0) * rows.scale + (design.hasIntercept && j === 0 ? rows.shift : 0),
      Math.sqrt(covariance[j * width + j] ?? 0) * rows.scale,
      degrees[j] ?? null,
      level,
    ),
  );
  // The likelihood of the original design and outcome: the determinants of their scaling come back.
  let rescaling = (restricted ? n - width : n) * 2 * Math.log(rows.scale);
  if (restricted) for (let j = 0; j < width; j++) rescaling -= 2 * Math.log(columns.back[j * width + j] ?? 1);
  const modes = conditionalModes(sums, minimum.at, fit.coefficients);
  return Object.freeze({
    ...shared,
    fixed: Object.freeze(fixed),
    covariance: covariance.map((value) => value * rows.scale ** 2),
    variances: variancesOf(minimum.at, sigma * rows.scale, rows.slopeMean, rows.slopeScale),
    random: Object.freeze(
      rows.codes.map((group, g) => {
        const [centred = 0, steepness = 0] = modes[g] ?? [];
        const perUnit = (steepness / rows.slopeScale) * rows.scale;
        const intercept = centred * rows.scale - perUnit * rows.slopeMean;
        return Object.freeze(
          q === 1 ? { group, intercept, slope: null } : { group, intercept, slope: perUnit },
        );
      }),
    ),
    logLikelihood: -(minimum.value + rescaling) / 2,
    singular: isSingular(minimum.at),
    reason: null,
    culprits: Object.freeze([]),
  });
}

function starts(q: number): readonly Float64Array[] {
  return q === 1
    ? [Float64Array.of(1), Float64Array.of(0.1)]
    : [
        Float64Array.of(1, 0, 1),
        Float64Array.of(0.3, 0, 0.1),
        Float64Array.of(1, 0.5, 0.05),
        Float64Array.of(1, -0.5, 0.05),
      ];
}

function isSingular(theta: Float64Array): boolean {
  const [first = 0, , last = first] = theta;
  return Math.abs(first) < 1e-4 || Math.abs(last) < 1e-4;
}

function fixedEffect(
  name: string,
  term: string,
  estimate: number,
  standardError: number,
  degreesOfFreedom: number | null,
  level: number,
): FixedEffect {
  const t = estimate / standardError;
  const shared = { name, term, estimate, standardError, t, degreesOfFreedom };
  if (degreesOfFreedom === null) return Object.freeze({ ...shared, interval: null, p: null });
  const half = studentQuantile(1 - (1 - level) / 2, degreesOfFreedom) * standardError;
  return Object.freeze({
    ...shared,
    interval: Object.freeze({
      lower: estimate - half,
      upper: estimate + half,
      level,
      method: 'satterthwaite',
    }),
    p: studentTwoSided(t, degreesOfFreedom),
  });
}

/** σ²ΛΛᵀ, turned from the centred and scaled slope back to its own unit. */
function variancesOf(theta: Float64Array, sigma: number, mean: number, scale: number): RandomVariances {
  const residual = sigma * sigma;
  if (theta.length === 1) {
    const intercept = residual * (theta[0] ?? 0) ** 2;
    return Object.freeze({ intercept, slope: null, covariance: null, correlation: null, residual });
  }
  const [l11 = 0, , l21 = 0, l22 = 0] = relativeFactor(theta);
  const [a, b, d] = [l11 * l11, l11 * l21, l21 * l21 + l22 * l22];
  const slope = (residual * d) / (scale * scale);
  const covariance = (residual * (b - (d * mean) / scale)) / scale;
  const intercept = residual * (a - (2 * mean * b) / scale + (mean * mean * d) / (scale * scale));
  const product = Math.sqrt(intercept * slope);
  const correlation = product > 0 ? Math.max(-1, Math.min(1, covariance / product)) : null;
  return Object.freeze({ intercept, slope, covariance, correlation, residual });
}
