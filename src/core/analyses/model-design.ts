import { type DesignCovariates, designCovariates } from '@core/statistics/design-matrix/design-covariates';
import { designMatrix } from '@core/statistics/design-matrix/design-matrix';
import type { MainTerm, ModelTerm } from '@core/statistics/design-matrix/model-term';
import { naturalSpline, type SplineKnots, splineKnots } from '@core/statistics/design-matrix/natural-spline';
import { causeOf } from './endpoint-survival';
import {
  type CategoryCovariateId,
  type CovariateId,
  type ModelDefinition,
  mergedLevel,
  reachedStates,
  smallLevel,
  splineDegrees,
} from './model-definition';
import type { CovariateColumn, ModelTable } from './model-table';

/** A covariate, a response that is reached later, or an interaction (`age:sex`), as its term is called in the design. */
export type TermId = CovariateId | 'reached' | `${CovariateId}:${CovariateId}`;

/** How a column of the design is made of the values of one patient. */
export type ColumnRecipe =
  | { readonly kind: 'number'; readonly of: CovariateId }
  | { readonly kind: 'level'; readonly of: CovariateId | 'reached'; readonly level: string }
  | { readonly kind: 'spline'; readonly of: CovariateId; readonly knots: SplineKnots; readonly part: number }
  | { readonly kind: 'product'; readonly of: readonly [ColumnRecipe, ColumnRecipe] };

export interface ModelColumn {
  readonly term: TermId;
  readonly name: string;
  readonly recipe: ColumnRecipe;
}

/** Follow-up in rows, as the regressions take them: one per patient, or two where a response is reached on the way. */
export interface FollowUpRows {
  /** Place of the patient of each row in the table. */
  readonly patient: Int32Array;
  readonly time: Float64Array;
  /** `null` when everybody is at risk from one day on. */
  readonly entry: Float64Array | null;
  /** 0 censored, or not over; 1 the event; the next ones compete. */
  readonly cause: Uint8Array;
}

/** One covariate of the complete cases: its levels as they are compared, or its numbers. */
export type DesignedCovariate =
  | {
      readonly kind: 'category';
      readonly id: CovariateId | 'reached';
      readonly reference: string;
      /** With the merged level, without levels that nobody has. */
      readonly levels: readonly string[];
      /** Place in `levels`, per row. */
      readonly codes: Float64Array;
      /** Levels that went into the merged one. */
      readonly merged: readonly string[];
    }
  | {
      readonly kind: 'number';
      readonly id: CovariateId;
      readonly form: 'linear' | 'spline';
      readonly values: Float64Array;
    };

export interface ModelDesign {
  readonly rows: FollowUpRows;
  readonly covariates: readonly DesignedCovariate[];
  readonly columns: readonly ModelColumn[];
  readonly values: DesignCovariates;
  /** Levels with a baseline of their own that somebody has, and the place of each row among them. */
  readonly strata: {
    readonly id: CategoryCovariateId;
    readonly levels: readonly string[];
    readonly codes: Int32Array;
  } | null;
  /** Patients in the rows, and patients of the table who miss something. */
  readonly patients: number;
  readonly incomplete: number;
}

export type DesignProblem =
  | { readonly kind: 'nobody' }
  /** Nobody among the complete cases has the level that others are to be compared with. */
  | { readonly kind: 'reference-empty'; readonly covariate: CovariateId }
  /** Too few different values for a spline. */
  | { readonly kind: 'too-few-values'; readonly covariate: CovariateId };

/** Patients of the table who miss each covariate; one may miss several. */
export function missingPerCovariate(
  table: ModelTable,
): readonly { readonly covariate: CovariateId | 'reached'; readonly missing: number }[] {
  const count = (has: (at: number) => boolean) => {
    let missing = 0;
    for (let at = 0; at < table.day.length; at++) missing += has(at) ? 0 : 1;
    return missing;
  };
  const { reached } = table;
  return [
    ...table.covariates.map((column) => ({
      covariate: column.id,
      missing: count((at) => isKnown(column, at)),
    })),
    ...(reached === null
      ? []
      : [{ covariate: 'reached' as const, missing: count((at) => !Number.isNaN(reached.day[at])) }]),
  ];
}

const isKnown = (column: CovariateColumn, at: number): boolean =>
  Number.isFinite(column.kind === 'number' ? column.values[at] : column.codes[at]);

/**
 * The rows and columns of a regression: complete cases only.
 *
 * Splines have their knots at the quantiles of the patients, a category its levels in the order of the fact. With a
 * response that is reached later, the follow-up of a patient who reaches it on the way is two rows: without it up to that
 * day, with it afterwards (counting process).
 */
export function modelDesign(table: ModelTable, definition: ModelDefinition): ModelDesign | DesignProblem {
  const complete = completePatients(table);
  if (complete.length === 0) return { kind: 'nobody' };
  const { rows, state } = followUpRows(table, complete);
  const covariates: DesignedCovariate[] = [];
  for (const wanted of definition.covariates) {
    const column = table.covariates.find(({ id }) => id === wanted.id);
    if (column === undefined) throw new RangeError(`the table has no ${wanted.id}`);
    if (column.kind === 'number') {
      const values = Float64Array.from(rows.patient, (at) => column.values[at] as number);
      const form = wanted.kind === 'number' ? wanted.form : 'linear';
      covariates.push({ kind: 'number', id: column.id, form, values });
      continue;
    }
    const reference = wanted.kind === 'category' ? wanted.reference : null;
    const chosen = comparedLevels(column, complete, reference, definition.mergesSmallLevels);
    if (chosen === null) return { kind: 'reference-empty', covariate: column.id };
    const codes = Float64Array.from(
      rows.patient,
      (at) => chosen.placeOf[column.codes[at] as number] as number,
    );
    const { placeOf: _, ...levels } = chosen;
    covariates.push({ kind: 'category', id: column.id, ...levels, codes });
  }
  if (table.reached !== null)
    covariates.push({
      kind: 'category',
      id: 'reached',
      reference: reachedStates[0],
      levels: reachedStates.filter((_, place) => place === 0 || state.includes(place)),
      codes: Float64Array.from(state),
      merged: [],
    });
  return designOf(covariates, definition.interactions, {
    rows,
    strata: strataOf(table, definition, rows),
    patients: complete.length,
    incomplete: table.day.length - complete.length,
  });
}

function strataOf(
  table: ModelTable,
  { stratum }: ModelDefinition,
  { patient }: FollowUpRows,
): ModelDesign['strata'] {
  const column = stratum === null ? undefined : table.covariates.find(({ id }) => id === stratum);
  if (stratum === null || column?.kind !== 'category') return null;
  const held = Int32Array.from(patient, (at) => column.codes[at] as number);
  const places = [...new Set(held)].toSorted((a, b) => a - b);
  return {
    id: stratum,
    levels: places.map((place) => column.levels[place] ?? ''),
    codes: held.map((place) => places.indexOf(place)),
  };
}

/** The same rows with other columns: one covariate alone, or a number in another form. */
export function designOf(
  covariates: readonly DesignedCovariate[],
  interactions: ModelDefinition['interactions'],
  cases: Pick<ModelDesign, 'rows' | 'strata' | 'patients' | 'incomplete'>,
): ModelDesign | DesignProblem {
  const terms: ModelTerm[] = [];
  const columns: ModelColumn[] = [];
  for (const covariate of covariates) {
    const term = termOf(covariate, cases.rows);
    if (term === null) return { kind: 'too-few-values', covariate: covariate.id as CovariateId };
    terms.push(term);
    columns.push(...columnsOf(covariate, term));
  }
  for (const [first, second] of interactions) {
    const of = (id: CovariateId) => columns.filter(({ term }) => term === id);
    terms.push({ kind: 'interaction', of: [first, second] });
    // The first runs fastest, as in the design.
    columns.push(
      ...of(second).flatMap((slow) =>
        of(first).map(
          (fast): ModelColumn => ({
            term: `${first}:${second}`,
            name: `${fast.name}:${slow.name}`,
            recipe: { kind: 'product', of: [fast.recipe, slow.recipe] },
          }),
        ),
      ),
    );
  }
  const values = designCovariates(designMatrix(terms, false));
  return { ...cases, covariates, columns, values };
}

function termOf(covariate: DesignedCovariate, { patient }: FollowUpRows): MainTerm | null {
  const { id: name } = covariate;
  if (covariate.kind === 'category') {
    const { codes, levels, reference } = covariate;
    return { kind: 'categorical', name, codes, levels, reference };
  }
  const { values, form } = covariate;
  if (form === 'linear') return { kind: 'numeric', name, values };
  const once = values.filter((_, row) => patient[row] !== patient[row - 1]);
  const knots = splineKnots(once, splineDegrees);
  return knots === null ? null : { kind: 'natural-spline', name, values, knots };
}

function columnsOf(covariate: DesignedCovariate, term: MainTerm): readonly ModelColumn[] {
  const { id } = covariate;
  if (covariate.kind === 'category')
    return covariate.levels
      .filter((level) => level !== covariate.reference)
      .map((level) => ({ term: id, name: `${id}=${level}`, recipe: { kind: 'level', of: id, level } }));
  const of = covariate.id;
  if (term.kind !== 'natural-spline' || 'degreesOfFreedom' in term.knots)
    return [{ term: of, name: of, recipe: { kind: 'number', of } }];
  const { knots } = term;
  return Array.from({ length: splineDegrees }, (_, part) => ({
    term: of,
    name: `${of}~${part + 1}`,
    recipe: { kind: 'spline', of, knots, part },
  }));
}

/** What one patient has in a column of the design. */
export function recipeValue(recipe: ColumnRecipe, profile: ReadonlyMap<string, number | string>): number {
  switch (recipe.kind) {
    case 'number':
      return Number(profile.get(recipe.of));
    case 'level':
      return profile.get(recipe.of) === recipe.level ? 1 : 0;
    case 'spline':
      return naturalSpline(recipe.knots).at(Number(profile.get(recipe.of)))[recipe.part] ?? Number.NaN;
    case 'product':
      return recipe.of.reduce((product, part) => product * recipeValue(part, profile), 1);
  }
}

function completePatients(table: ModelTable): readonly number[] {
  return Array.from(table.day.keys()).filter(
    (at) =>
      table.covariates.every((column) => isKnown(column, at)) && !Number.isNaN(table.reached?.day[at] ?? 0),
  );
}

function followUpRows(
  table: ModelTable,
  patients: readonly number[],
): { readonly rows: FollowUpRows; readonly state: readonly number[] } {
  const rows: { patient: number; time: number; entry: number; cause: number; state: number }[] = [];
  for (const patient of patients) {
    const time = table.day[patient] as number;
    // At risk from the origin on, its own day included.
    const from = Number.isNaN(table.entry[patient]) ? -1 : (table.entry[patient] as number);
    const kind = table.kind[patient] as number;
    const cause = causeOf(table.endpoint, kind < 0 ? null : kind);
    const change = table.reached?.day[patient] ?? Number.POSITIVE_INFINITY;
    if (change <= from) rows.push({ patient, time, entry: from, cause, state: 1 });
    else if (change >= time) rows.push({ patient, time, entry: from, cause, state: 0 });
    else
      rows.push(
        { patient, time: change, entry: from, cause: 0, state: 0 },
        { patient, time, entry: change, cause, state: 1 },
      );
  }
  const entries = new Set(rows.map(({ entry }) => entry));
  return {
    rows: {
      patient: Int32Array.from(rows, ({ patient }) => patient),
      time: Float64Array.from(rows, ({ time }) => time),
      entry: entries.size < 2 ? null : Float64Array.from(rows, ({ entry }) => entry),
      cause: Uint8Array.from(rows, ({ cause }) => cause),
    },
    state: rows.map(({ state }) => state),
  };
}

interface ComparedLevels {
  readonly reference: string;
  readonly levels: readonly string[];
  readonly merged: readonly string[];
  /** Place in `levels` of each level of the column. */
  readonly placeOf: readonly number[];
}

/** The levels that somebody has, small ones in one when asked for; `null` when nobody has the reference. */
function comparedLevels(
  column: Extract<CovariateColumn, { kind: 'category' }>,
  patients: readonly number[],
  wanted: string | null,
  merges: boolean,
): ComparedLevels | null {
  const counts = new Float64Array(column.levels.length);
  for (const at of patients) {
    const code = column.codes[at] as number;
    counts[code] = (counts[code] as number) + 1;
  }
  const present = column.levels.filter((_, place) => (counts[place] as number) > 0);
  const reference = wanted ?? present[0];
  if (reference === undefined || !present.includes(reference)) return null;
  const small = present.filter(
    (level) => level !== reference && (counts[column.levels.indexOf(level)] as number) < smallLevel,
  );
  const merged = merges && small.length > 1 ? small : [];
  const levels = [
    ...present.filter((level) => !merged.includes(level)),
    ...(merged.length === 0 ? [] : [mergedLevel]),
  ];
  return {
    reference,
    levels,
    merged,
    placeOf: column.levels.map((level) => levels.indexOf(merged.includes(level) ? mergedLevel : level)),
  };
}
