import { type CohortRule, eventConditions } from '@core/cohort/cohort-definition';
import { cohortJson, readCohort } from '@core/cohort/read-cohort';
import { draftOf, emptyEventDraft, emptyFactDraft, type RuleDraft, readDraft } from '@core/cohort/rule-draft';
import { ruleTemplateIds, ruleTemplates } from '@core/cohort/rule-templates';
import { arbitraryCohort } from '@tests/support/arbitrary-cohort';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const draft = (body: RuleDraft['body'], negated = false): RuleDraft => ({ negated, body });
const faultsOf = (body: RuleDraft['body']) => readDraft(draft(body)).faults;

/** Double negation is dropped, and so is a span of no months: they say nothing. */
const plain = (rule: CohortRule) =>
  JSON.parse(JSON.stringify(rule.condition).replaceAll(',"spanMonths":0', '')) as CohortRule['condition'];

describe('a rule as it is being edited', () => {
  it('reads back as the condition it was made of, whatever the rule', () => {
    fc.assert(
      fc.property(arbitraryCohort, ({ rules }) => {
        for (const rule of rules) {
          const condition = plain(rule);
          const isEmptyChoice = JSON.stringify(condition).includes('"values":[]');
          const isDoubleNot = /"kind":"not","of":\{"kind":"not"/.test(JSON.stringify(condition));
          if (isEmptyChoice || isDoubleNot || isLone(condition)) continue;
          const { condition: read, faults } = readDraft(draftOf(condition));
          expect(faults).toEqual([]);
          expect(read).toEqual(condition);
        }
      }),
    );
  });

  it('takes off two negations: the answer is the same', () => {
    const condition = { kind: 'category', fact: 'sex', values: ['F'] } as const;
    const twice = { kind: 'not', of: { kind: 'not', of: condition } } as const;
    expect(readDraft(draftOf(twice)).condition).toEqual(condition);
    expect(readDraft(draftOf({ kind: 'not', of: condition })).condition).toEqual({
      kind: 'not',
      of: condition,
    });
  });

  it('refuses a choice of nothing at its field', () => {
    expect(faultsOf(emptyFactDraft('sex'))).toEqual([{ field: 'values', reason: 'no-values' }]);
    const where = [{ column: 'response', values: [], range: emptyFactDraft('age').range }];
    expect(faultsOf({ ...emptyEventDraft('molecular'), where })).toEqual([
      { field: 'where.0.values', reason: 'no-values' },
    ]);
  });

  it('takes a range without bounds for "known", and refuses one upside down', () => {
    expect(readDraft(draft(emptyFactDraft('age'))).condition).toEqual({
      kind: 'range',
      fact: 'age',
      min: null,
      max: null,
    });
    const range = { min: 65, max: 18, minOpen: false, maxOpen: false };
    expect(faultsOf({ ...emptyFactDraft('age'), range })).toEqual([
      { field: 'range', reason: 'upside-down' },
    ]);
    const open = { min: 18, max: 18, minOpen: true, maxOpen: false };
    expect(faultsOf({ ...emptyFactDraft('age'), range: open })).toEqual([
      { field: 'range', reason: 'upside-down' },
    ]);
  });

  it('names every fault of a rule on events', () => {
    const body = {
      ...emptyEventDraft('molecular'),
      quantifier: 'at_least',
      count: 1.5,
      spanMonths: -1,
      windowed: true,
      from: 12,
      to: 3,
    } as const;
    expect(faultsOf(body)).toEqual([
      { field: 'window', reason: 'upside-down' },
      { field: 'count', reason: 'no-count' },
      { field: 'span', reason: 'no-span' },
    ]);
  });

  it('asks a combination for parts, and no more of them than there are', () => {
    expect(faultsOf({ kind: 'combination', how: 'any', count: 1, parts: [] })).toEqual([
      { field: 'parts', reason: 'no-parts' },
    ]);
    const parts = [{ kind: 'category', fact: 'sex', values: ['F'] }] as const;
    expect(faultsOf({ kind: 'combination', how: 'at_least', count: 2, parts })).toEqual([
      { field: 'count', reason: 'too-many' },
    ]);
  });

  it('starts from questions that are of the language, each about a table of its own day', () => {
    for (const id of ruleTemplateIds) {
      const rules = [{ condition: ruleTemplates[id], unknown: 'exclude' as const }];
      const cohort = { index: { event: 'diagnosis' as const }, rules };
      expect(readCohort(JSON.parse(JSON.stringify(cohortJson({ name: null, cohort }))))).toMatchObject({
        fault: null,
        file: { cohort },
      });
      expect(readDraft(draftOf(ruleTemplates[id])).condition).toEqual(ruleTemplates[id]);
      expect(eventConditions(ruleTemplates[id])).toHaveLength(1);
    }
  });
});

/** Whether a combination of one stands somewhere: it is read as its part. */
function isLone(condition: CohortRule['condition']): boolean {
  if (condition.kind === 'not') return isLone(condition.of);
  if (condition.kind !== 'all' && condition.kind !== 'any' && condition.kind !== 'at_least') return false;
  return (condition.kind !== 'at_least' && condition.of.length === 1) || condition.of.some(isLone);
}
