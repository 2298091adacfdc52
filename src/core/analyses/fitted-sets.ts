import type { DisclosurePolicy } from '@core/disclosure/policy';
import type { ModelDefinition } from './model-definition';
import { modelDesign } from './model-design';
import type { ModelTable } from './model-table';
import type { ReleasedModel, ReleasedModelRow } from './released-model';

/** The rows of a regression with who is in each place: to compare sets of patients, never to be shown. */
export interface KeyedModelTable {
  readonly table: ModelTable;
  /** Number of the patient of each place. */
  readonly keys: Uint32Array;
}

/**
 * The sets of patients that a released regression tells of: its complete cases, each level that is told, and the levels of a
 * covariate that are not told, taken together. Another export that is near one of them would tell of a few: of who misses a
 * covariate that the first had not, of a level merged here and told there, of a level withheld here and told there.
 *
 * @returns keys ascending; sets under the threshold are left out, of which nothing is told
 */
export function fittedSets(
  { table, keys }: KeyedModelTable,
  definition: ModelDefinition,
  released: ReleasedModel,
  { threshold }: DisclosurePolicy,
): readonly Uint32Array[] {
  const design = modelDesign(table, definition);
  if ('kind' in design) return [];
  const { patient } = design.rows;
  const keysOf = (isIn: (row: number) => boolean) =>
    Uint32Array.from(
      new Set(
        Array.from(patient.keys()).flatMap((row) => (isIn(row) ? [keys[patient[row] as number] ?? 0] : [])),
      ),
    ).sort();
  const sets = design.covariates.flatMap((covariate) => {
    if (covariate.kind === 'number') return [];
    const isToldOf = (level: string) =>
      released.rows.some((row) => row.term === covariate.id && row.level === level && isTold(row));
    const places = covariate.levels.map((level, place) => ({ place, told: isToldOf(level) }));
    const told = new Set(places.filter((one) => one.told).map(({ place }) => place));
    return [
      ...[...told].map((place) => keysOf((row) => covariate.codes[row] === place)),
      keysOf((row) => !told.has(covariate.codes[row] as number)),
    ];
  });
  return [keysOf(() => true), ...sets].filter(({ length }) => length >= threshold);
}

const isTold = ({ patients, univariable, multivariable }: ReleasedModelRow): boolean =>
  patients?.kind === 'rounded' || [univariable, multivariable].some((one) => one?.ratio.value != null);
