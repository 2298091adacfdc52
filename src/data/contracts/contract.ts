import type { ExtractTableName } from '@core/domain/extract-tables';
import type { QualityRule } from '@core/domain/quality-rule';

/** A text of the contract in the two languages of the registry. */
export interface BilingualText {
  readonly en: string;
  readonly fr: string;
}

/** Storage types that the extract uses; `types-accepted.ts` lists the Arrow types that each one accepts. */
export type ColumnType = 'VARCHAR' | 'INTEGER' | 'DOUBLE' | 'BOOLEAN';

export interface ColumnContract {
  readonly name: string;
  readonly type: ColumnType;
  /** `false`: a null in this column breaks the contract. */
  readonly nullable: boolean;
  /** The closed list of codes, when the column has one. */
  readonly values?: readonly string[];
  /** Smallest and largest value that can be true, both included; a value outside breaks the contract. */
  readonly minimum?: number;
  readonly maximum?: number;
  /** UCUM unit, or the laboratory's own name for it (`%{IS}`). */
  readonly unit?: string;
  readonly references?: { readonly table: string; readonly column: string };
  readonly description: BilingualText;
}

export interface TableContract {
  readonly name: string;
  /** `false`: an extract without this table opens; the screens that need it say so. */
  readonly required: boolean;
  /** What one row is. */
  readonly grain: BilingualText;
  readonly description: BilingualText;
  /** Columns that together identify one row. */
  readonly key: readonly string[];
  readonly columns: readonly ColumnContract[];
}

export interface ExtractContract {
  readonly id: string;
  readonly version: string;
  readonly tables: readonly TableContract[];
}

/**
 * A rule of the contract on the rows of a table: a condition that a row breaks, over a relation with the columns of the
 * table and `patient_id`, unqualified. Where the condition is null a row cannot be judged and is not counted.
 */
export interface RowRule extends QualityRule {
  readonly description: BilingualText;
  /** What stands after FROM. */
  readonly rows: string;
  /** Which of the rows the rule is about; `null`: all. */
  readonly scope: string | null;
  /** True for a row that breaks the rule. */
  readonly breaks: string;
  /** The tables of the extract that it reads; without one of them the rule is not checked. */
  readonly reads: readonly ExtractTableName[];
}
