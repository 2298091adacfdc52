import type { Answers, ReferenceFile } from '@core/statistics/reference/reference-case';

/** The methods with committed reference cases (`tests/reference/<method>/cases.json`), in the order of the screen. */
export const referenceMethods = [
  'kaplan-meier',
  'log-rank',
  'aalen-johansen',
  'fine-gray',
  'multi-state',
  'state-occupation',
  'cox',
  'turnbull',
  'left-censored',
  'contingency',
  'groups',
  'proportions',
  'descriptive',
  'roc',
  'regression',
  'mixed-model',
  'funnel',
  'design-matrix',
  'distributions',
] as const;

export type ReferenceMethod = (typeof referenceMethods)[number];

/** A case whose deviation exceeds the tolerance of its method. */
export interface FallenCase {
  readonly id: string;
  /** The value that is furthest off, as `survival[3]`; empty when the estimate failed. */
  readonly at: string;
  readonly deviation: number;
}

/** How far one method is from its reference, in this browser. */
export interface MethodVerdict {
  readonly method: ReferenceMethod;
  readonly cases: number;
  readonly values: number;
  /** Largest relative deviation over all cases; `Infinity` for a missing or undefined value. */
  readonly largest: number;
  readonly tolerance: number;
  readonly versions: ReferenceFile['versions'];
  readonly fallen: readonly FallenCase[];
}

export type ReferenceProgress =
  | {
      readonly kind: 'working';
      readonly method: ReferenceMethod;
      readonly done: number;
      readonly cases: number;
    }
  | { readonly kind: 'verdict'; readonly verdict: MethodVerdict }
  /** The cases could not be fetched or read. */
  | { readonly kind: 'unreadable'; readonly method: ReferenceMethod };

/** What a method answers to the input of a case. */
export type CaseAnswers = (input: ReferenceFile['cases'][number]['input']) => Answers;
