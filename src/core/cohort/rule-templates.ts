import type { EventCondition } from './cohort-definition';
import { eventTable } from './event-vocabulary';
import type { LinkedTable } from './patient-record';

const about = (
  table: LinkedTable,
  rule: Partial<Omit<EventCondition, 'kind' | 'table'>>,
): EventCondition => ({
  kind: 'events',
  table,
  day: eventTable(table).days[0],
  among: [],
  where: [],
  window: null,
  quantifier: { kind: 'any' },
  ifNone: eventTable(table).ifNone,
  ...rule,
});

const firstTki = { event: 'first_tki' } as const;
const atMost = (max: number) => ({ kind: 'range', column: 'bcr_abl1_is_pct', min: null, max }) as const;

/** Questions that are asked of every registry, as rules to start from. */
export const ruleTemplates = {
  mmr_12m: about('molecular', {
    where: [atMost(0.1)],
    window: { of: firstTki, from: 9, to: 15, unit: 'months' },
  }),
  emr_3m: about('molecular', {
    where: [atMost(10)],
    window: { of: firstTki, from: 2, to: 4.5, unit: 'months' },
  }),
  sustained_mr4: about('molecular', {
    where: [atMost(0.01)],
    window: { of: { event: 'last_contact' }, from: -24, to: 0, unit: 'months' },
    quantifier: { kind: 'every' },
  }),
  followed_24m: about('molecular', { quantifier: { kind: 'at_least', count: 4, spanMonths: 24 } }),
  never_t315i: about('mutation', {
    where: [{ kind: 'category', column: 'variant', values: ['T315I'] }],
    quantifier: { kind: 'never' },
    // Nobody looks for it without a reason: none recorded is taken for none.
    ifNone: 'no',
  }),
  pleural_effusion: about('adverse_event', {
    where: [
      { kind: 'category', column: 'term', values: ['Pleural effusion'] },
      { kind: 'range', column: 'grade', min: 2, max: null },
    ],
  }),
  second_line_12m: about('treatment_line', {
    where: [{ kind: 'range', column: 'line_number', min: 2, max: null }],
    window: { of: firstTki, from: 0, to: 12, unit: 'months' },
  }),
  intolerance: about('treatment_line', {
    // Among, not where: a line that goes on has no reason, and leaves nothing open.
    among: [{ kind: 'category', column: 'stop_reason', values: ['intolerance'] }],
  }),
  stop_attempted: about('treatment_free_attempt', {}),
} as const satisfies Readonly<Record<string, EventCondition>>;

export type RuleTemplate = keyof typeof ruleTemplates;
export const ruleTemplateIds = Object.keys(ruleTemplates) as readonly RuleTemplate[];
