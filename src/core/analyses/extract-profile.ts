import type { ExtractTableName } from '@core/domain/extract-tables';

/** What an extract holds, in numbers alone: enough to compare it with another one when its rows are gone. */
export interface ExtractProfile {
  /** What its manifest calls it, and when it was made; `null` without a manifest. */
  readonly extract: string | null;
  readonly created: string | null;
  readonly patients: number;
  /** Every table of the contract; `null` rows where the extract does not have it. */
  readonly tables: readonly { readonly table: ExtractTableName; readonly rows: number | null }[];
  readonly columns: readonly ColumnProfile[];
  /** Patients of each centre, and of each year of diagnosis. */
  readonly centres: readonly LevelSize[];
  readonly years: readonly LevelSize[];
  /** Rules of the contract that were checked, by their ids, which last from version to version. */
  readonly rules: readonly RuleProfile[];
  readonly cohorts: readonly CohortSize[];
}

interface LevelSize {
  readonly level: string;
  readonly patients: number;
}

export interface CohortSize {
  /** `null`: the cohort on the screen. */
  readonly name: string | null;
  readonly patients: number;
}

export interface RuleProfile {
  readonly rule: string;
  readonly judged: number;
  readonly broken: number;
}

/** One column: how many rows tell, and what they tell. */
export interface ColumnProfile {
  readonly table: ExtractTableName;
  readonly column: string;
  readonly rows: number;
  readonly known: number;
  readonly distribution: Distribution;
}

export type Distribution =
  /** Of the finite values; `null` where there are too few. */
  | {
      readonly kind: 'number';
      readonly mean: number | null;
      readonly variance: number | null;
      readonly median: number | null;
    }
  /** Rows per code of the closed list, in its order. */
  | { readonly kind: 'levels'; readonly levels: readonly { readonly level: string; readonly rows: number }[] }
  /** Free codes and identifiers: how many different ones. */
  | { readonly kind: 'open'; readonly different: number };
