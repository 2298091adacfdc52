/** What one rule found in one part of the extract. */
export interface RuleCount {
  /** The id of the rule. */
  readonly rule: string;
  /** `all`: the whole extract; else one centre, or one year of diagnosis. */
  readonly split: 'all' | 'centre' | 'year';
  /** The centre or the year; `null` for all. */
  readonly level: string | null;
  /** Rows that the rule is about. */
  readonly rows: number;
  /** Of these, rows that have all that the rule reads. */
  readonly judged: number;
  /** Of the judged, rows that break it. */
  readonly broken: number;
  /** Patients with a judged row. */
  readonly patients: number;
  /** Patients with a broken row. */
  readonly touched: number;
}

/** A centre or a year of diagnosis, and how many patients it has. */
export interface PartSize {
  readonly split: 'centre' | 'year';
  readonly level: string;
  readonly patients: number;
}

/** What the rules of the contract found in an extract. Counts only, never a value. */
export interface QualityCounts {
  readonly counts: readonly RuleCount[];
  /** Rules that were not checked because a table that they read is not in the extract. */
  readonly unchecked: readonly string[];
  /** The centres and the years of the extract, each in their order. */
  readonly parts: readonly PartSize[];
  /** Patients of the extract, and those with at least one row that breaks a rule of severity `warning`. */
  readonly patients: number;
  readonly warned: number;
}
