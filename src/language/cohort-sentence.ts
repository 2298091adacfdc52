import type { AnchorEvent } from '@core/cohort/anchor-event';
import type {
  CategoryCondition,
  CohortRule,
  Condition,
  EventCondition,
  EventWindow,
  RangeCondition,
  RowPredicate,
} from '@core/cohort/cohort-definition';
import { eventColumn, eventTable } from '@core/cohort/event-vocabulary';
import { facts } from '@core/cohort/fact-vocabulary';
import type { LinkedTable } from '@core/cohort/patient-record';
import type { MessageId } from './catalogue';
import { eventCode, factCode } from './code-name';
import { contractRuleSentence } from './contract-rule';
import { quantity, rangeText } from './number-text';
import type { Words } from './use-words';

/** A rule as a sentence without a full stop: «Age at diagnosis: 18 to 65 years, or not known». */
export function ruleSentence(words: Words, rule: CohortRule): string {
  const text = conditionText(words, rule.condition);
  return rule.unknown === 'include' ? words.say('rule.kept', { rule: text }) : text;
}

/** What is asked, without what happens to the unknown. */
export function conditionText(words: Words, condition: Condition): string {
  switch (condition.kind) {
    case 'category':
    case 'range':
      return words.say('rule.fact', {
        name: words.say(`clinic.${condition.fact}`),
        claim: factClaim(words, condition),
      });
    case 'events':
      return eventsText(words, condition);
    case 'quality':
      return words.say('rule.quality', {
        count: condition.rules.length,
        rules: condition.rules
          .map((rule) => words.say('rule.quoted', { rule: contractRuleSentence(rule, words.language) }))
          .join(' ; '),
      });
    case 'not':
      return words.say('rule.not', { condition: part(words, condition.of) });
    case 'all':
      return words.list(condition.of.map((one) => part(words, one)));
    case 'any':
      return words.alternatives(condition.of.map((one) => part(words, one)));
    case 'at_least':
      return words.say('rule.atLeastOf', {
        count: condition.count,
        conditions: condition.of.map((one) => part(words, one)).join(' ; '),
      });
  }
}

/** What a rule on a fact asks, without the name of the fact: «18 to 65 years», «e13a2 or e14a2». */
export function factClaim(words: Words, condition: CategoryCondition | RangeCondition): string {
  if (condition.kind === 'range') return rangeText(words, condition, facts[condition.fact].unit);
  const { fact, values } = condition;
  if (values.length === 0) return words.say('cohort.nobody');
  return words.alternatives(values.map((value) => factCode(words, fact, value)));
}

function part(words: Words, condition: Condition): string {
  const text = conditionText(words, condition);
  const isSimple = condition.kind === 'category' || condition.kind === 'range' || condition.kind === 'not';
  return isSimple ? text : words.say('rule.group', { condition: text });
}

const feminine: ReadonlySet<LinkedTable> = new Set(['treatment_line', 'mutation', 'treatment_free_attempt']);

function eventsText(words: Words, condition: EventCondition): string {
  const { table, among, where, quantifier, window, day } = condition;
  const claims = (predicates: readonly RowPredicate[]) =>
    words.list(predicates.map((predicate) => predicateText(words, table, predicate)));
  let noun = words.say(`event.${table}`);
  if (among.length > 0) noun = words.say('rule.among', { noun, claims: claims(among) });
  if (where.length > 0) noun = words.say('rule.with', { noun, claims: claims(where) });
  const gender = feminine.has(table) ? 'f' : 'm';
  const count = quantifier.kind === 'at_least' ? quantifier.count : 1;
  let what = words.say(`rule.${quantifier.kind}`, { gender, what: noun, count });
  if (quantifier.kind === 'at_least' && quantifier.spanMonths !== undefined) {
    const span = words.say('rule.span', { span: words.number(quantifier.spanMonths) });
    what = words.say('rule.events', { what, when: span });
  }
  const when = window === null ? words.say('rule.always') : windowText(words, window);
  const dated =
    day === eventTable(table).days[0]
      ? when
      : words.say('rule.byDay', { when, day: words.say(`eventDay.${day}` as MessageId) });
  return words.say('rule.events', { what, when: dated });
}

function predicateText(words: Words, table: LinkedTable, predicate: RowPredicate): string {
  const name = words.say(`event.${table}.${predicate.column}` as MessageId);
  if (predicate.kind === 'category') {
    const values = predicate.values.map((value) => eventCode(words, table, predicate.column, value));
    const claim = values.length === 0 ? words.say('cohort.nobody') : words.alternatives(values);
    return words.say('rule.fact', { name, claim });
  }
  const column = eventColumn(table, predicate.column);
  const unit = column?.kind === 'number' ? column.unit : 'count';
  return words.say('rule.fact', { name, claim: rangeText(words, predicate, unit) });
}

/** An event by which days are counted: «the start of the first TKI». */
export function anchorText(words: Words, anchor: 'index' | AnchorEvent): string {
  if (anchor === 'index') return words.say('anchor.index');
  return words.say(`anchor.${anchor.event}`, { number: 'number' in anchor ? anchor.number : 1 });
}

/** A window in words: «between 9 and 15 months after the start of the first TKI». */
export function windowText(words: Words, { of, from, to, unit }: EventWindow): string {
  const anchor = anchorText(words, of);
  const length = (value: number) => quantity(words, Math.abs(value), unit);
  const say = (kind: MessageId, values: Readonly<Record<string, string>> = {}) =>
    words.say(kind, { anchor, ...values });
  if (from === null && to === null) return say('rule.window.any');
  if (to === null && from !== null) {
    if (from === 0) return say('rule.window.since');
    return say(from > 0 ? 'rule.window.after' : 'rule.window.sinceBefore', { from: length(from) });
  }
  if (from === null && to !== null) {
    if (to === 0) return say('rule.window.until');
    return say(to > 0 ? 'rule.window.untilAfter' : 'rule.window.before', { to: length(to) });
  }
  const [first, last] = [from ?? 0, to ?? 0];
  if (first === 0 && last >= 0) return say('rule.window.within', { to: length(last) });
  if (first > 0) return say('rule.window.betweenAfter', { from: words.number(first), to: length(last) });
  if (last === 0) return say('rule.window.withinBefore', { from: length(first) });
  if (last < 0) return say('rule.window.betweenBefore', { from: words.number(-first), to: length(last) });
  if (first === -last) return say('rule.window.around', { to: length(last) });
  return say('rule.window.across', { from: length(first), to: length(last) });
}
