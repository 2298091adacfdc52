import type { LinkedTable } from '@core/cohort/patient-record';
import type { ExtractTableName } from '@core/domain/extract-tables';

/** A part of a cohort as it stands in a file: `readCohort` reads it, so that what may be left out is left out. */
export type Json = Readonly<Record<string, unknown>>;

/** Tables that may be drawn: `| patient | day | … |`, a line per row; an empty cell is null, T and F are truth values. */
export type DrawnTables = { readonly [Table in LinkedTable | 'patient' | 'diagnosis']?: string };

interface Paragraph {
  readonly title: string;
  readonly text: string;
  /** Rows of the patients; what is not drawn has the value of `ordinary-rows.ts`. */
  readonly tables: DrawnTables;
  /** Tables that the extract does not have at all. */
  readonly absent?: readonly ExtractTableName[];
  /** Rules of the contract that rows of a patient break: a line per patient and rule, in the columns `patient` and `rule`. */
  readonly broken?: string;
  /** Of the patients; diagnosis when left out. */
  readonly index?: Json;
}

/** How conditions answer: a column per condition, `met`, `not met` or `unknown` in its cells. */
export interface VerdictSpec extends Paragraph {
  readonly conditions: Readonly<Record<string, Json>>;
  readonly verdicts: string;
}

/** Who is in: a column per cohort, `in` or `out` in its cells. */
export interface MemberSpec extends Paragraph {
  readonly cohorts: Readonly<Record<string, Json>>;
  readonly members: string;
}

/** The attrition of one cohort, its rules in the order given; step 0 is the index event. */
export interface AttritionSpec extends Paragraph {
  readonly cohort: Json;
  readonly order?: readonly number[];
  readonly attrition: string;
}

export type Spec = VerdictSpec | MemberSpec | AttritionSpec;

/** A chapter of the manual: a file of `chapters/`. */
export interface Chapter {
  readonly title: string;
  readonly text: string;
  readonly specs: readonly Spec[];
}
