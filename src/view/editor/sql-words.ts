/** What the editor colours as words of the language. */
export interface SqlWords {
  readonly keywords: readonly string[];
  readonly functions: readonly string[];
  readonly types: readonly string[];
}

/** Something that can be written at the cursor. */
export interface SqlCompletion {
  readonly label: string;
  readonly kind: 'table' | 'column' | 'function' | 'keyword';
  /** Beside the name: the type, the unit. */
  readonly detail?: string;
  /** What it means, in a sentence. */
  readonly meaning?: string;
  /** Higher stands first. */
  readonly rank?: number;
}

export interface SqlCompletions {
  /** Where the word that is completed begins. */
  readonly from: number;
  readonly options: readonly SqlCompletion[];
}
