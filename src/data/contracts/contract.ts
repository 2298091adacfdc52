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
