import type { ExtractTableName } from './extract-tables';

/** The dimensions of quality of the Open Data Contract Standard 3.1, all seven. */
export const qualityDimensions = [
  'conformity',
  'uniqueness',
  'completeness',
  'coverage',
  'consistency',
  'accuracy',
  'timeliness',
] as const;
export type QualityDimension = (typeof qualityDimensions)[number];

/** `error` refuses the extract, `warning` travels with the figures, `info` is for the reader of the quality screen. */
export const qualitySeverities = ['error', 'warning', 'info'] as const;
export type QualitySeverity = (typeof qualitySeverities)[number];

/** What a rule of the contract is about, without the way it is checked. */
export interface QualityRule {
  /** The same in every version of the contract, for as long as the rule means the same. */
  readonly id: string;
  readonly table: ExtractTableName;
  /** The column that a reader would mend. */
  readonly column: string;
  readonly severity: QualitySeverity;
  readonly dimension: QualityDimension;
  /** Share of rows that may break the rule before it counts as broken, in per cent; `null`: not one row may. */
  readonly atMostPercent: number | null;
}
