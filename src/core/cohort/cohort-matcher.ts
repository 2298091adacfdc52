import { daysPerMonth } from '@core/domain/calendar';
import type { ExtractTableName } from '@core/domain/extract-tables';
import type { AnchorDays, AnchorEvent } from './anchor-event';
import type {
  CohortDefinition,
  CohortRule,
  Condition,
  EventCondition,
  EventWindow,
  RowPredicate,
} from './cohort-definition';
import { categoryCell, type EventRow, numberCell } from './event-cell';
import { eventColumn } from './event-vocabulary';
import { windowDays } from './event-window';
import type { PatientFacts } from './fact-vocabulary';
import { isInRange } from './number-range';
import type { LinkedTable, PatientRecord } from './patient-record';

/** Three-valued answer of one rule for one patient. */
export type Verdict = 'met' | 'not-met' | 'unknown';

/** One patient as the matcher sees them: the rows, the facts and the days derived from them. */
export interface MatchedPatient {
  readonly record: PatientRecord;
  readonly facts: PatientFacts;
  readonly days: AnchorDays;
  /** Rules of the contract that could be checked, and those that a row of the patient breaks; nothing checked when left out. */
  readonly quality?: { readonly checked: ReadonlySet<string>; readonly broken: ReadonlySet<string> };
}

type Answer = boolean | null;

const unchecked = { checked: new Set<string>(), broken: new Set<string>() };

const verdictOf = (answer: Answer): Verdict => (answer === null ? 'unknown' : answer ? 'met' : 'not-met');

/**
 * One rule, one patient, without SQL: the slow and obvious reader that judges the compiler.
 *
 * A fact that is `null` is `unknown` for every rule on it; so is every row of a table that the extract does not have.
 *
 * @param index  the index event of the cohort, by which windows of `index` are counted
 * @see tests/generative/cohort-twin.test.ts holds it equal to the compiled SQL; tests/spec is the manual
 */
export function ruleVerdict(rule: CohortRule, patient: MatchedPatient, index: AnchorEvent): Verdict {
  return verdictOf(answerOf(rule.condition, patient, index));
}

/** Whether the patient has the index event: `unknown` when the table that would tell is not in the extract. */
export function indexVerdict(index: AnchorEvent, patient: MatchedPatient): Verdict {
  if (dayOf(index, patient) !== null) return 'met';
  return patient.record.present.has(tableOfEvent[index.event]) ? 'not-met' : 'unknown';
}

/** Whether a patient is in: index event there, every rule met, or unknown where the rule's policy includes the unknown. */
export function isInCohort(cohort: CohortDefinition, patient: MatchedPatient): boolean {
  if (indexVerdict(cohort.index, patient) !== 'met') return false;
  return cohort.rules.every((rule) => {
    const verdict = ruleVerdict(rule, patient, cohort.index);
    return verdict === 'met' || (verdict === 'unknown' && rule.unknown === 'include');
  });
}

/** The table that tells of an event. */
export const tableOfEvent: Readonly<Record<AnchorEvent['event'], ExtractTableName>> = {
  diagnosis: 'patient',
  inclusion: 'patient',
  last_contact: 'patient',
  death: 'patient',
  first_tki: 'treatment_line',
  line_start: 'treatment_line',
  line_stop: 'treatment_line',
  first_mmr: 'molecular',
  first_mr4: 'molecular',
  first_mr4_5: 'molecular',
  first_mr5: 'molecular',
  progression: 'phase_event',
  molecular_recurrence: 'treatment_free_attempt',
  stop: 'treatment_free_attempt',
  restart: 'treatment_free_attempt',
};

/** The day of an event; of rows with the same number the earliest counts. */
export function dayOf(anchor: AnchorEvent, { record, days }: MatchedPatient): number | null {
  if (!('number' in anchor)) return days[anchor.event];
  const lines = record.rows.treatment_line.filter((row) => row.line_number === anchor.number);
  const attempts = record.rows.treatment_free_attempt.filter((row) => row.attempt_number === anchor.number);
  const candidates: readonly (number | null)[] = {
    line_start: lines.map((row) => row.start_day),
    line_stop: lines.map((row) => row.stop_day),
    stop: attempts.map((row) => row.stop_day),
    restart: attempts.map((row) => row.restart_day),
  }[anchor.event];
  const known = candidates.filter((day) => day !== null);
  return known.length === 0 ? null : Math.min(...known);
}

function answerOf(condition: Condition, patient: MatchedPatient, index: AnchorEvent): Answer {
  switch (condition.kind) {
    case 'category': {
      const category = patient.facts[condition.fact];
      return category === null ? null : condition.values.includes(category);
    }
    case 'range': {
      const value = patient.facts[condition.fact];
      return isInRange(value === null ? null : { lower: value, upper: value }, condition);
    }
    case 'events':
      return answerOfEvents(condition, patient, index);
    case 'quality': {
      const { checked, broken } = patient.quality ?? unchecked;
      if (condition.rules.some((rule) => broken.has(rule))) return false;
      return condition.rules.every((rule) => checked.has(rule)) ? true : null;
    }
    case 'not': {
      const answer = answerOf(condition.of, patient, index);
      return answer === null ? null : !answer;
    }
    default: {
      const answers = condition.of.map((part) => answerOf(part, patient, index));
      const needed = { all: answers.length, any: 1, at_least: 'count' in condition ? condition.count : 1 };
      return atLeast(needed[condition.kind], answers);
    }
  }
}

/** At least so many are true: unknown while the unknown ones could still decide. */
function atLeast(needed: number, answers: readonly Answer[]): Answer {
  const met = answers.filter((answer) => answer === true).length;
  const open = answers.filter((answer) => answer === null).length;
  if (met >= needed) return true;
  return met + open >= needed ? null : false;
}

function answerOfEvents(condition: EventCondition, patient: MatchedPatient, index: AnchorEvent): Answer {
  const { table, window } = condition;
  if (!patient.record.present.has(table)) return null;
  const days = window === null ? everyDay : daysInWindow(window, patient, index);
  if (days === null) return null;
  const rows = (patient.record.rows[table] as readonly unknown[] as readonly EventRow[])
    .map((row) => ({ row, day: row[condition.day] }))
    .filter((placed): placed is { row: EventRow; day: number } => typeof placed.day === 'number')
    .filter(({ day }) => day >= days.from && day <= days.to)
    .filter(({ row }) => holds(condition.among, row, table, patient) === true)
    .map(({ row, day }) => ({ day, claim: holds(condition.where, row, table, patient) }));
  if (rows.length === 0) {
    const none = condition.ifNone === 'no' ? false : null;
    return condition.quantifier.kind === 'never' ? negated(none) : none;
  }
  return quantified(condition, rows);
}

interface ClaimedRow {
  readonly day: number;
  readonly claim: Answer;
}

function quantified({ quantifier }: EventCondition, rows: readonly ClaimedRow[]): Answer {
  const claims = rows.map(({ claim }) => claim);
  switch (quantifier.kind) {
    case 'any':
      return atLeast(1, claims);
    case 'never':
      return negated(atLeast(1, claims));
    case 'every':
      return atLeast(claims.length, claims);
    case 'first':
      return unanimous(rows, Math.min(...rows.map(({ day }) => day)));
    case 'last':
      return unanimous(rows, Math.max(...rows.map(({ day }) => day)));
    case 'at_least': {
      const { count, spanMonths = 0 } = quantifier;
      const reaches = (chosen: readonly ClaimedRow[]) => {
        const days = chosen.map(({ day }) => day);
        return chosen.length >= count && Math.max(...days) - Math.min(...days) >= spanMonths * daysPerMonth;
      };
      if (reaches(rows.filter(({ claim }) => claim === true))) return true;
      return reaches(rows.filter(({ claim }) => claim !== false)) ? null : false;
    }
  }
}

const negated = (answer: Answer): Answer => (answer === null ? null : !answer);

/** What all rows of one day say; `null` when they do not say the same. */
function unanimous(rows: readonly ClaimedRow[], day: number): Answer {
  const claims = new Set(rows.filter((row) => row.day === day).map(({ claim }) => claim));
  return claims.size === 1 ? ([...claims][0] ?? null) : null;
}

const everyDay = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

function daysInWindow(window: EventWindow, patient: MatchedPatient, index: AnchorEvent) {
  const zero = dayOf(window.of === 'index' ? index : window.of, patient);
  if (zero === null) return null;
  const { from, to } = windowDays(window);
  return { from: from === null ? everyDay.from : zero + from, to: to === null ? everyDay.to : zero + to };
}

function holds(
  predicates: readonly RowPredicate[],
  row: EventRow,
  table: LinkedTable,
  patient: MatchedPatient,
): Answer {
  const answers = predicates.map((predicate): Answer => {
    if (eventColumn(table, predicate.column)?.kind !== predicate.kind.replace('range', 'number')) {
      throw new RangeError(`no ${predicate.kind} column ${predicate.column} in ${table}`);
    }
    if (predicate.kind === 'range')
      return isInRange(numberCell(table, predicate.column, row, patient.days), predicate);
    const category = categoryCell(table, predicate.column, row);
    return category === null ? null : predicate.values.includes(category);
  });
  return atLeast(answers.length, answers);
}
