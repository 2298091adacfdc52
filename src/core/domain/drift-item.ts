/** What two extracts are compared by, in the order in which it is told. */
export const driftTopics = [
  'rows',
  'completeness',
  'distribution',
  'centre',
  'year',
  'rule',
  'cohort',
] as const;
export type DriftTopic = (typeof driftTopics)[number];

/** One number of two extracts. */
export interface DriftItem {
  readonly topic: DriftTopic;
  /** A table, `table.column`, a centre, a year, the id of a rule, or the name of a cohort; `null`: the current cohort. */
  readonly subject: string | null;
  /** `null`: there is no such thing in that extract. A share is in [0, 1]. */
  readonly before: number | null;
  readonly after: number | null;
  readonly unit: 'count' | 'share' | 'value' | 'different';
  /** Standardised difference of a distribution, without unit; `null` where it is none or cannot be told. */
  readonly difference: number | null;
  /** Whether somebody should look: see `changeLimits`. */
  readonly changed: boolean;
}
