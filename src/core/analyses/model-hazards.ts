import { daysPerMonth } from '@core/domain/calendar';
import { splineSmooth } from '@core/statistics/design-matrix/spline-smooth';
import { coxResiduals } from '@core/statistics/survival/cox-residuals';
import { fineGrayHazardsTest, fineGrayResiduals } from '@core/statistics/survival/fine-gray-hazards-test';
import { proportionalHazardsTest } from '@core/statistics/survival/proportional-hazards-test';
import type { RegressionTest } from '@core/statistics/survival/regression-terms';
import type { ModelColumn, TermId } from './model-design';
import type { ModelFit } from './model-fit';

/** How the coefficient of one column moves with time, if it does. */
export interface CoefficientOverTime {
  readonly term: TermId;
  readonly column: string;
  /** The one coefficient of the model. */
  readonly coefficient: number;
  /** Scaled Schoenfeld residuals, ascending in time, every n-th when there are more than `mostResiduals`. */
  readonly residuals: readonly { readonly month: number; readonly value: number }[];
  readonly events: number;
  /** Smooth line through all of them; empty with too few events. */
  readonly smooth: readonly { readonly month: number; readonly value: number }[];
}

export interface ProportionalHazards {
  readonly terms: readonly (RegressionTest & { readonly term: TermId })[];
  readonly global: RegressionTest;
  readonly courses: readonly CoefficientOverTime[];
}

export const mostResiduals = 1500;
const smoothDegrees = 4;
const smoothPoints = 40;
/** The outer event times, where the smooth line is held by few events, say nothing of a change of sign. */
const outerShare = 0.1;

/**
 * Tests and residuals of proportional hazards: per covariate, for Cox over the Kaplan-Meier scale of time as cox.zph, for
 * Fine-Gray over log time; residuals with a natural spline of 4 degrees over the rank of the event. `null` without a fit.
 *
 * @see Grambsch & Therneau 1994, doi:10.1093/biomet/81.3.515
 */
export function proportionalHazards(
  { cox, fineGray, terms: fitted }: ModelFit,
  columns: readonly ModelColumn[],
): ProportionalHazards | null {
  const terms = [...new Set(columns.map(({ term }) => term))];
  const groups = terms.map((term) => ({
    name: term,
    terms: columns.flatMap((column, j) => (column.term === term ? [j] : [])),
  }));
  const checked =
    cox !== null
      ? { test: proportionalHazardsTest(cox, 'kaplan-meier', groups), ...coxResiduals(cox).schoenfeld }
      : fineGray !== null
        ? { test: fineGrayHazardsTest(fineGray, groups), ...fineGrayResiduals(fineGray) }
        : null;
  if (checked === null) return null;
  const { test, time, scaled: courses } = checked;
  return {
    terms: terms.flatMap((term, at) => {
      const found = test.terms[at];
      return found === undefined ? [] : [{ ...found, term }];
    }),
    global: test.global,
    courses: columns.flatMap(({ term, name }, j) => {
      const { coefficient, reason } = fitted[j] ?? { coefficient: null, reason: 'redundant' };
      const scaled = courses[j];
      if (coefficient === null || reason !== null || scaled === undefined) return [];
      return [{ term, column: name, coefficient, ...courseOf(time, scaled) }];
    }),
  };
}

function courseOf(
  time: Float64Array,
  scaled: Float64Array,
): Pick<CoefficientOverTime, 'residuals' | 'events' | 'smooth'> {
  const months = time.map((day) => day / daysPerMonth);
  const step = Math.ceil(time.length / mostResiduals);
  const places = Array.from(time.keys());
  const at = Array.from({ length: smoothPoints }, (_, point) =>
    Math.round((point * (time.length - 1)) / (smoothPoints - 1)),
  );
  const line = time.length < 2 * smoothDegrees ? null : splineSmooth(places, scaled, smoothDegrees, at);
  return {
    events: time.length,
    residuals: places
      .filter((place) => place % step === 0)
      .map((place) => ({ month: months[place] as number, value: scaled[place] as number })),
    smooth:
      line === null
        ? []
        : at.map((place, point) => ({ month: months[place] as number, value: line[point] as number })),
  };
}

/**
 * The month at which the smooth coefficient changes its sign for good, so that the hazards cross; `null` when it ends on the
 * side on which it began.
 */
export function crossingMonth({ smooth }: Pick<CoefficientOverTime, 'smooth'>): number | null {
  const inner = smooth.slice(
    Math.floor(smooth.length * outerShare),
    Math.ceil(smooth.length * (1 - outerShare)),
  );
  const [first, last] = [inner[0]?.value ?? 0, inner.at(-1)?.value ?? 0];
  if (first * last >= 0) return null;
  const stays = inner.findLastIndex(({ value }) => value * first >= 0) + 1;
  return inner[stays]?.month ?? null;
}
