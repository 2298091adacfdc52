import {
  adverseEventActions,
  controlGenes,
  drugs,
  lineStopReasons,
  molecularMethods,
  phaseEventKinds,
  promInstruments,
  restartReasons,
  sampleValidations,
  specimens,
} from '@core/domain/extract-tables';
import { responseClasses } from '@core/domain/response-class';
import { type FactUnit, yesNo } from './fact-vocabulary';
import type { LinkedTable } from './patient-record';

/** A column of a linked table with codes; `levels` is `null` for an open list. Booleans are `yes` and `no`. */
export interface CategoryColumn {
  readonly kind: 'category';
  readonly levels: readonly string[] | null;
}

/** A column with numbers, which may be known within bounds only. */
export interface NumberColumn {
  readonly kind: 'number';
  readonly unit: FactUnit;
}

export type EventColumn = CategoryColumn | NumberColumn;

/** What a rule may ask of the rows of one table. */
export interface EventTableVocabulary {
  /** Columns that place a row in time; the first one unless the rule names another. A row without that day is left out. */
  readonly days: readonly [string, ...string[]];
  /**
   * What no row in the window means by default. `no`: the registry records the event when it happens. `unknown`: the
   * rows are measurements, and none means that nobody measured.
   */
  readonly ifNone: 'no' | 'unknown';
  readonly columns: Readonly<Record<string, EventColumn>>;
}

const category = (levels: readonly string[] | null) => ({ kind: 'category', levels }) as const;
const number = (unit: FactUnit) => ({ kind: 'number', unit }) as const;
const flag = category(yesNo);

/**
 * The linked tables and their columns. Derived columns: `is_tki`; `duration_months` of a line, which for one that goes
 * on is at least the time to the last contact; `bcr_abl1_is_pct` of a sample, which for an undetected transcript lies
 * between 0 and what the sample could have found; `response`, the class by value and control-gene copies;
 * `ph_positive_pct`, the share of Philadelphia-positive metaphases.
 */
export const eventTables = {
  treatment_line: {
    days: ['start_day', 'stop_day'],
    ifNone: 'no',
    columns: {
      drug: category(drugs),
      is_tki: flag,
      line_number: number('count'),
      start_year: number('year'),
      daily_dose_mg: number('mg'),
      duration_months: number('months'),
      generic: flag,
      stop_reason: category(lineStopReasons),
    },
  },
  dose_change: {
    days: ['day'],
    ifNone: 'no',
    columns: { line_number: number('count'), daily_dose_mg: number('mg'), reason: category(null) },
  },
  molecular: {
    days: ['day'],
    ifNone: 'unknown',
    columns: {
      bcr_abl1_is_pct: number('pct_is'),
      response: category(responseClasses),
      detected: flag,
      control_gene: category(controlGenes),
      control_copies: number('count'),
      bcr_abl1_copies: number('count'),
      conversion_factor: number('ratio'),
      on_international_scale: flag,
      method: category(molecularMethods),
      laboratory_id: category(null),
      specimen: category(specimens),
      validation: category(sampleValidations),
    },
  },
  mutation: {
    days: ['day'],
    ifNone: 'unknown',
    columns: { variant: category(null), variant_allele_pct: number('pct'), method: category(null) },
  },
  cytogenetics: {
    days: ['day'],
    ifNone: 'unknown',
    columns: {
      ph_positive_pct: number('pct'),
      metaphases: number('count'),
      high_risk_aca: flag,
    },
  },
  phase_event: { days: ['day'], ifNone: 'no', columns: { event: category(phaseEventKinds) } },
  adverse_event: {
    days: ['onset_day', 'resolved_day'],
    ifNone: 'no',
    columns: {
      term: category(null),
      grade: number('count'),
      related: flag,
      action: category(adverseEventActions),
      line_number: number('count'),
    },
  },
  prom: {
    days: ['day'],
    ifNone: 'unknown',
    columns: { instrument: category(promInstruments), scale: category(null), score: number('score') },
  },
  treatment_free_attempt: {
    days: ['stop_day', 'restart_day'],
    ifNone: 'no',
    columns: {
      attempt_number: number('count'),
      restart_reason: category(restartReasons),
      withdrawal_syndrome: flag,
    },
  },
} as const satisfies Readonly<Record<LinkedTable, EventTableVocabulary>>;

/** The vocabulary of a table, with the names of its columns as plain text. */
export const eventTable = (table: LinkedTable): EventTableVocabulary => eventTables[table];

/** A column of a table; `undefined` when the table has none of that name. */
export const eventColumn = (table: LinkedTable, column: string): EventColumn | undefined =>
  Object.hasOwn(eventTables[table].columns, column) ? eventTable(table).columns[column] : undefined;
