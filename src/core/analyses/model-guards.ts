import type { EndpointModel, ModelTerm } from './endpoint-model';
import { smallLevel } from './model-definition';
import type { TermId } from './model-design';
import { crossingMonth } from './model-hazards';

/** Something that a reader of a model must know before reading its ratios. */
export type ModelGuard =
  /** Fewer than `eventsPerCoefficient` events per coefficient. */
  | { readonly kind: 'few-events'; readonly events: number; readonly coefficients: number }
  /** A coefficient that runs away: all, or none, of a level have the event. Which ones. */
  | { readonly kind: 'separation'; readonly parts: readonly TermPart[] }
  /** A coefficient that is a combination of others, or of a column without spread. */
  | { readonly kind: 'redundant'; readonly parts: readonly TermPart[] }
  | { readonly kind: 'not-converged' }
  /** The ratio of a covariate changes with time; with the month at which a coefficient changes its sign, if one does. */
  | {
      readonly kind: 'non-proportional';
      readonly term: TermId;
      readonly pValue: number;
      readonly crossing: number | null;
    }
  /** Levels of fewer than `smallLevel` patients, which can be taken together when they are two or more. */
  | {
      readonly kind: 'small-levels';
      readonly term: TermId;
      readonly levels: readonly {
        readonly level: string;
        readonly patients: number;
        readonly events: number;
      }[];
      readonly canMerge: boolean;
    }
  /** A straight line does not fit a number. */
  | { readonly kind: 'not-linear'; readonly term: TermId; readonly pValue: number };

interface TermPart {
  readonly term: TermId;
  readonly level: string | null;
}

/**
 * Events per coefficient below which ratios are unstable.
 *
 * @see Peduzzi et al., "Importance of events per independent variable in proportional hazards regression analysis. II",
 * J Clin Epidemiol 1995;48:1503, doi:10.1016/0895-4356(95)00048-8 (the citation was checked, the ten was not read in it)
 */
export const eventsPerCoefficient = 10;
const significant = 0.05;

/** What is to be said of a model, the gravest first; nothing without a fit. */
export function modelGuards({ definition, fitted }: EndpointModel): readonly ModelGuard[] {
  if (fitted === null) return [];
  const { events, coefficients, terms, outcome, hazards, forms } = fitted;
  const failing = (reason: 'infinite' | 'redundant'): readonly TermPart[] =>
    terms.flatMap(({ term, rows }) =>
      rows.flatMap(({ level, multivariable }) => (multivariable?.reason === reason ? [{ term, level }] : [])),
    );
  const [infinite, redundant] = [failing('infinite'), failing('redundant')];
  return [
    ...(infinite.length === 0 ? [] : [{ kind: 'separation' as const, parts: infinite }]),
    ...(outcome === 'not-converged' ? [{ kind: 'not-converged' as const }] : []),
    ...(redundant.length === 0 ? [] : [{ kind: 'redundant' as const, parts: redundant }]),
    ...(events < eventsPerCoefficient * coefficients
      ? [{ kind: 'few-events' as const, events, coefficients }]
      : []),
    ...(hazards?.terms ?? []).flatMap(({ term, pValue }): readonly ModelGuard[] => {
      if (pValue === null || pValue >= significant) return [];
      const courses = hazards?.courses.filter((course) => course.term === term) ?? [];
      const crossing = courses.map(crossingMonth).find((month) => month !== null) ?? null;
      return [{ kind: 'non-proportional', term, pValue, crossing }];
    }),
    ...forms.flatMap(({ covariate, test }): readonly ModelGuard[] => {
      const isLine = terms.some(({ term, kind }) => term === covariate && kind === 'number');
      return isLine && test?.pValue != null && test.pValue < significant
        ? [{ kind: 'not-linear', term: covariate, pValue: test.pValue }]
        : [];
    }),
    ...terms.flatMap((term) => smallLevels(term, definition.mergesSmallLevels)),
  ];
}

function smallLevels({ term, kind, rows }: ModelTerm, merges: boolean): readonly ModelGuard[] {
  if (kind !== 'category' || term === 'reached') return [];
  const levels = rows.flatMap(({ level, patients, events }) =>
    level !== null && patients < smallLevel ? [{ level, patients, events }] : [],
  );
  const mergeable = rows.filter(({ patients, isReference }) => patients < smallLevel && !isReference);
  return levels.length === 0
    ? []
    : [{ kind: 'small-levels', term, levels, canMerge: !merges && mergeable.length > 1 }];
}
