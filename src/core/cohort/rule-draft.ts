import type { AnchorEvent } from './anchor-event';
import type { Condition, EventCondition, EventWindow, Quantifier, RowPredicate } from './cohort-definition';
import { eventColumn, eventTable } from './event-vocabulary';
import { type FactId, isCategoryFact, isNumberFact } from './fact-vocabulary';
import { isUpright, type NumberRange } from './number-range';
import type { LinkedTable } from './patient-record';
import { cohortLimits } from './read-cohort';
import { type CombinationKind, combined, partsOf } from './rule-combination';

/** A range as it is being typed: it may be upside down. */
export interface RangeDraft {
  readonly min: number | null;
  readonly max: number | null;
  readonly minOpen: boolean;
  readonly maxOpen: boolean;
}

/** A choice of codes and a range, of which the column or fact needs one. */
export interface ChoiceDraft {
  readonly values: readonly string[];
  readonly range: RangeDraft;
}

export interface FactDraft extends ChoiceDraft {
  readonly kind: 'fact';
  readonly fact: FactId;
}

export interface PredicateDraft extends ChoiceDraft {
  readonly column: string;
}

export interface EventDraft {
  readonly kind: 'events';
  readonly table: LinkedTable;
  readonly day: string;
  readonly among: readonly PredicateDraft[];
  readonly where: readonly PredicateDraft[];
  readonly quantifier: Quantifier['kind'];
  readonly count: number | null;
  readonly spanMonths: number | null;
  /** `false`: at any time. The rest of the window is kept, for who changes their mind. */
  readonly windowed: boolean;
  readonly of: 'index' | AnchorEvent;
  readonly from: number | null;
  readonly to: number | null;
  readonly unit: EventWindow['unit'];
  readonly ifNone: EventCondition['ifNone'];
}

export interface CombinationDraft {
  readonly kind: 'combination';
  readonly how: CombinationKind;
  readonly count: number | null;
  readonly parts: readonly Condition[];
}

export interface QualityDraft {
  readonly kind: 'quality';
  readonly rules: readonly string[];
}

/** A condition as it is being edited; `negated` asks for those who do not meet it. */
export interface RuleDraft {
  readonly negated: boolean;
  readonly body: FactDraft | EventDraft | QualityDraft | CombinationDraft;
}

/** Why a field cannot be used, for the words at that field: `where.0.range`, `count`. */
export interface DraftFault {
  readonly field: string;
  readonly reason: 'no-values' | 'upside-down' | 'no-count' | 'too-many' | 'no-span' | 'no-parts';
}

const anyNumber: RangeDraft = { min: null, max: null, minOpen: false, maxOpen: false };
export const emptyChoice: ChoiceDraft = { values: [], range: anyNumber };

export const emptyFactDraft = (fact: FactId): FactDraft => ({ kind: 'fact', fact, ...emptyChoice });

/** Any row of a table at any time: where an event rule begins. */
export const emptyEventDraft = (table: LinkedTable): EventDraft => ({
  kind: 'events',
  table,
  day: eventTable(table).days[0],
  among: [],
  where: [],
  quantifier: 'any',
  count: 2,
  spanMonths: null,
  windowed: false,
  of: { event: 'first_tki' },
  from: 0,
  to: 12,
  unit: 'months',
  ifNone: eventTable(table).ifNone,
});

/** A condition as a draft: the inverse of `readDraft`. */
export function draftOf(condition: Condition, negated = false): RuleDraft {
  switch (condition.kind) {
    case 'not':
      return draftOf(condition.of, !negated);
    case 'category':
      return { negated, body: { ...emptyFactDraft(condition.fact), values: condition.values } };
    case 'range':
      return { negated, body: { ...emptyFactDraft(condition.fact), range: rangeDraft(condition) } };
    case 'events':
      return { negated, body: eventDraft(condition) };
    case 'quality':
      return { negated, body: condition };
    default: {
      const count = condition.kind === 'at_least' ? condition.count : 1;
      return {
        negated,
        body: { kind: 'combination', how: condition.kind, count, parts: partsOf(condition) },
      };
    }
  }
}

const rangeDraft = ({ min, max, minOpen, maxOpen }: NumberRange): RangeDraft => ({
  min,
  max,
  minOpen: minOpen ?? false,
  maxOpen: maxOpen ?? false,
});

function eventDraft(condition: EventCondition): EventDraft {
  const { table, day, window, quantifier, ifNone } = condition;
  const predicates = (all: readonly RowPredicate[]) =>
    all.map(
      (one): PredicateDraft => ({
        column: one.column,
        values: one.kind === 'category' ? one.values : [],
        range: one.kind === 'range' ? rangeDraft(one) : anyNumber,
      }),
    );
  return {
    ...emptyEventDraft(table),
    day,
    among: predicates(condition.among),
    where: predicates(condition.where),
    quantifier: quantifier.kind,
    ...(quantifier.kind === 'at_least'
      ? { count: quantifier.count, spanMonths: quantifier.spanMonths ?? null }
      : {}),
    ...(window === null ? {} : { windowed: true, ...window }),
    ifNone,
  };
}

/**
 * The condition that a draft says, or why it says none: every fault with the field it belongs to.
 *
 * A range without bounds asks that the number be known. No code at all is a fault, not "nobody".
 */
export function readDraft(draft: RuleDraft): {
  readonly condition: Condition | null;
  readonly faults: readonly DraftFault[];
} {
  const faults: DraftFault[] = [];
  const refuse = (field: string, reason: DraftFault['reason']) => faults.push({ field, reason });
  const body = readBody(draft.body, refuse);
  if (faults.length > 0) return { condition: null, faults };
  return { condition: draft.negated ? { kind: 'not', of: body } : body, faults };
}

type Refuse = (field: string, reason: DraftFault['reason']) => void;

function readBody(body: RuleDraft['body'], refuse: Refuse): Condition {
  switch (body.kind) {
    case 'fact': {
      const { fact } = body;
      if (isCategoryFact(fact)) return { kind: 'category', fact, values: readValues(body, 'values', refuse) };
      if (isNumberFact(fact)) return { kind: 'range', fact, ...readRange(body, 'range', refuse) };
      throw new RangeError(`no fact ${fact}`);
    }
    case 'events':
      return readEvents(body, refuse);
    case 'quality':
      if (body.rules.length === 0) refuse('rules', 'no-values');
      return body;
    case 'combination': {
      if (body.parts.length === 0) refuse('parts', 'no-parts');
      if (body.how === 'at_least' && !isCount(body.count)) refuse('count', 'no-count');
      else if (body.how === 'at_least' && (body.count ?? 0) > body.parts.length) refuse('count', 'too-many');
      if (body.parts.length === 0) return { kind: 'all', of: [] };
      return combined(body.how, body.parts, body.count ?? 1);
    }
  }
}

function readEvents(draft: EventDraft, refuse: Refuse): EventCondition {
  const { table, day, windowed, of, from, to, unit, ifNone, quantifier, count, spanMonths } = draft;
  const predicates = (name: 'among' | 'where') =>
    draft[name].map((one, at): RowPredicate => {
      const { column } = one;
      const kind = eventColumn(table, column)?.kind;
      if (kind === 'category')
        return { kind, column, values: readValues(one, `${name}.${at}.values`, refuse) };
      return { kind: 'range', column, ...readRange(one, `${name}.${at}.range`, refuse) };
    });
  if (windowed && from !== null && to !== null && from > to) refuse('window', 'upside-down');
  const asked: Quantifier =
    quantifier === 'at_least'
      ? {
          kind: quantifier,
          count: count ?? 1,
          ...(spanMonths === null || spanMonths === 0 ? {} : { spanMonths }),
        }
      : { kind: quantifier };
  if (quantifier === 'at_least' && !isCount(count)) refuse('count', 'no-count');
  if (quantifier === 'at_least' && spanMonths !== null && (spanMonths < 0 || spanMonths > 1200))
    refuse('span', 'no-span');
  return {
    kind: 'events',
    table,
    day,
    among: predicates('among'),
    where: predicates('where'),
    window: windowed ? { of, from, to, unit } : null,
    quantifier: asked,
    ifNone,
  };
}

const isCount = (count: number | null) =>
  count !== null && Number.isInteger(count) && count >= 1 && count <= 10_000;

function readValues({ values }: ChoiceDraft, field: string, refuse: Refuse): readonly string[] {
  if (values.length === 0) refuse(field, 'no-values');
  if (values.length > cohortLimits.codes) refuse(field, 'too-many');
  return values;
}

function readRange({ range }: ChoiceDraft, field: string, refuse: Refuse): NumberRange {
  const { min, max, minOpen, maxOpen } = range;
  const read: NumberRange = {
    min,
    max,
    ...(min !== null && minOpen ? { minOpen: true } : {}),
    ...(max !== null && maxOpen ? { maxOpen: true } : {}),
  };
  if (!isUpright(read)) refuse(field, 'upside-down');
  return read;
}
