import { type Definition, definition } from '@core/base/definition';
import { type AnchorEvent, numberedEvents, singleEvents } from './anchor-event';
import {
  type CohortDefinition,
  type CohortRule,
  type Condition,
  type EventCondition,
  type EventWindow,
  mostRules,
  type Quantifier,
  type RowPredicate,
} from './cohort-definition';
import { type EventColumn, eventTable } from './event-vocabulary';
import { categoryFactIds, facts, numberFactIds } from './fact-vocabulary';
import { FieldReader, type JsonFault, JsonFaultError } from './json-field';
import { isUpright, type NumberRange } from './number-range';
import { linkedTables } from './patient-record';

/** What a cohort file says of itself. */
export const cohortFormat = 'cml-cohort';
export const cohortVersion = 1;

/** A cohort as it is saved: its name, and its definition. */
export interface CohortFile {
  readonly name: string | null;
  readonly cohort: CohortDefinition;
}

/** Bounds on what a file or a link may ask for; a protocol has tens of conditions. */
export const cohortLimits = {
  conditions: 200,
  depth: 8,
  codes: 500,
  codeLength: 64,
  predicates: 12,
  nameLength: 120,
  largest: 1_000_000_000,
} as const;

export type ReadCohort =
  | { readonly file: CohortFile; readonly fault: null }
  | { readonly file: null; readonly fault: JsonFault };

/**
 * Reads a cohort from parsed JSON, all or nothing: what is not of the language is refused with the path of the first
 * fault and what was expected there. The text that stood there is not repeated.
 *
 * @example
 * readCohort({ format: 'cml-cohort', version: 2 }).fault // { path: 'version', expected: { kind: 'one-of', options: ['1'] } }
 */
export function readCohort(json: unknown): ReadCohort {
  try {
    return { file: cohortOf(new FieldReader(json, '')), fault: null };
  } catch (error) {
    if (error instanceof JsonFaultError) return { file: null, fault: error.fault };
    throw error;
  }
}

/** The same where a cohort stands inside another definition. Throws a `JsonFaultError` on what it is not. */
export function cohortOf(field: FieldReader): CohortFile {
  // Before anything else: another version may have members that this one does not know.
  field.get('format').oneOf([cohortFormat]);
  field.get('version').exactly(cohortVersion);
  field.only(['$schema', 'format', 'version', 'name', 'index', 'rules']);
  const name = field.has('name') ? field.get('name').text(cohortLimits.nameLength) : null;
  const budget = { conditions: 0 };
  const index = field.has('index') ? readAnchor(field.get('index')) : { event: 'diagnosis' as const };
  const rules = field
    .get('rules')
    .list(mostRules)
    .map((rule) => readRule(rule, budget));
  return { name, cohort: deepFreeze({ index, rules }) };
}

/** A cohort as the JSON that `readCohort` reads: the inverse of it. */
export function cohortJson({ name, cohort }: CohortFile): Definition<object> {
  return definition({
    format: cohortFormat,
    version: cohortVersion,
    ...(name === null ? {} : { name }),
    index: cohort.index,
    rules: cohort.rules,
  });
}

interface Budget {
  conditions: number;
}

function readRule(field: FieldReader, budget: Budget): CohortRule {
  field.only(['condition', 'unknown']);
  return {
    condition: readCondition(field.get('condition'), budget, 1),
    unknown: field.get('unknown').oneOf(['exclude', 'include']),
  };
}

function readCondition(field: FieldReader, budget: Budget, depth: number): Condition {
  budget.conditions += 1;
  if (budget.conditions > cohortLimits.conditions)
    field.fail({ kind: 'at-most', most: cohortLimits.conditions });
  if (depth > cohortLimits.depth) field.fail({ kind: 'depth', most: cohortLimits.depth });
  const kind = field
    .get('kind')
    .oneOf(['category', 'range', 'events', 'quality', 'all', 'any', 'at_least', 'not']);
  switch (kind) {
    case 'category': {
      field.only(['kind', 'fact', 'values']);
      const fact = field.get('fact').oneOf(categoryFactIds);
      return { kind, fact, values: readCodes(field.get('values'), facts[fact].levels) };
    }
    case 'range':
      field.only(['kind', 'fact', ...rangeKeys]);
      return { kind, fact: field.get('fact').oneOf(numberFactIds), ...readRange(field) };
    case 'events':
      return readEvents(field);
    case 'quality': {
      field.only(['kind', 'rules']);
      const rules = readCodes(field.get('rules'), null);
      if (rules.length === 0) field.get('rules').fail({ kind: 'not-empty' });
      return { kind, rules };
    }
    case 'not':
      field.only(['kind', 'of']);
      return { kind, of: readCondition(field.get('of'), budget, depth + 1) };
    default: {
      field.only(kind === 'at_least' ? ['kind', 'of', 'count'] : ['kind', 'of']);
      const parts = field.get('of').list(cohortLimits.conditions);
      if (parts.length === 0) field.get('of').fail({ kind: 'not-empty' });
      const of = parts.map((part) => readCondition(part, budget, depth + 1));
      if (kind !== 'at_least') return { kind, of };
      return { kind, count: field.get('count').integer(1, of.length), of };
    }
  }
}

function readEvents(field: FieldReader): EventCondition {
  field.only(['kind', 'table', 'day', 'among', 'where', 'window', 'quantifier', 'ifNone']);
  const table = field.get('table').oneOf(linkedTables);
  const vocabulary = eventTable(table);
  const predicates = (name: string) =>
    field.has(name)
      ? field
          .get(name)
          .list(cohortLimits.predicates)
          .map((one) => readPredicate(one, vocabulary.columns))
      : [];
  return {
    kind: 'events',
    table,
    day: field.has('day') ? field.get('day').oneOf(vocabulary.days) : vocabulary.days[0],
    among: predicates('among'),
    where: predicates('where'),
    window: field.has('window') ? readWindow(field.get('window')) : null,
    quantifier: readQuantifier(field.get('quantifier')),
    ifNone: field.has('ifNone') ? field.get('ifNone').oneOf(['no', 'unknown']) : vocabulary.ifNone,
  };
}

function readPredicate(field: FieldReader, columns: Readonly<Record<string, EventColumn>>): RowPredicate {
  const kind = field.get('kind').oneOf(['category', 'range']);
  const wanted = kind === 'category' ? 'category' : 'number';
  const names = Object.keys(columns).filter((name) => columns[name]?.kind === wanted);
  const column = field.get('column').oneOf(names);
  if (kind === 'range') {
    field.only(['kind', 'column', ...rangeKeys]);
    return { kind, column, ...readRange(field) };
  }
  field.only(['kind', 'column', 'values']);
  const vocabulary = columns[column];
  return {
    kind,
    column,
    values: readCodes(field.get('values'), vocabulary?.kind === 'category' ? vocabulary.levels : null),
  };
}

function readCodes(field: FieldReader, levels: readonly string[] | null): readonly string[] {
  const codes = field
    .list(cohortLimits.codes)
    .map((one) => (levels === null ? one.text(cohortLimits.codeLength) : one.oneOf(levels)));
  return [...new Set(codes)];
}

const rangeKeys = ['min', 'max', 'minOpen', 'maxOpen'];

function readRange(field: FieldReader): NumberRange {
  const bound = (name: string) =>
    field.has(name) ? field.get(name).number(-cohortLimits.largest, cohortLimits.largest) : null;
  const open = (name: string) => field.has(name) && field.get(name).truth();
  const [min, max, minOpen, maxOpen] = [bound('min'), bound('max'), open('minOpen'), open('maxOpen')];
  const range = {
    min,
    max,
    ...(min !== null && minOpen ? { minOpen: true as const } : {}),
    ...(max !== null && maxOpen ? { maxOpen: true as const } : {}),
  };
  if (!isUpright(range)) field.fail({ kind: 'range' });
  return range;
}

function readWindow(field: FieldReader): EventWindow {
  field.only(['of', 'from', 'to', 'unit']);
  const bound = (name: string) => (field.has(name) ? field.get(name).number(-1_000_000, 1_000_000) : null);
  const [from, to] = [bound('from'), bound('to')];
  if (from !== null && to !== null && from > to) field.fail({ kind: 'range' });
  const of = field.get('of');
  return {
    of: of.isText() ? of.oneOf(['index'] as const) : readAnchor(of),
    from,
    to,
    unit: field.get('unit').oneOf(['days', 'months']),
  };
}

function readQuantifier(field: FieldReader): Quantifier {
  const kind = field.get('kind').oneOf(['any', 'never', 'every', 'first', 'last', 'at_least']);
  if (kind !== 'at_least') {
    field.only(['kind']);
    return { kind };
  }
  field.only(['kind', 'count', 'spanMonths']);
  const count = field.get('count').integer(1, 10_000);
  if (!field.has('spanMonths')) return { kind, count };
  return { kind, count, spanMonths: field.get('spanMonths').number(0, 1200) };
}

function readAnchor(field: FieldReader): AnchorEvent {
  const event = field.get('event').oneOf([...singleEvents, ...numberedEvents]);
  const numbered = numberedEvents.find((one) => one === event);
  if (numbered !== undefined) {
    field.only(['event', 'number']);
    return { event: numbered, number: field.get('number').integer(1, 99) };
  }
  field.only(['event']);
  return { event: singleEvents.find((one) => one === event) ?? 'diagnosis' };
}

function deepFreeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) deepFreeze(part);
  return Object.freeze(value);
}
