import { emptyFactDraft, readDraft } from '@core/cohort/rule-draft';
import {
  type EditorAction,
  editorAfter,
  editorOf,
  shownDraft,
} from '@features/cohort-builder/editor/editor-state';
import { describe, expect, it } from 'vitest';

const women = { kind: 'category', fact: 'sex', values: ['F'] } as const;
const old = { kind: 'range', fact: 'age', min: 65, max: null } as const;
const either = { condition: { kind: 'any', of: [women, old] }, unknown: 'include' } as const;

const stateAfter = (...actions: readonly EditorAction[]) => actions.reduce(editorAfter, editorOf(either));
const conditionOf = (...actions: readonly EditorAction[]) =>
  readDraft(shownDraft(stateAfter(...actions))).condition;

describe('the state of the rule editor', () => {
  it('starts with the rule as it stands', () => {
    expect(conditionOf()).toEqual(either.condition);
    expect(stateAfter().unknown).toBe('include');
    expect(readDraft(shownDraft(editorOf(null))).condition).toMatchObject({ kind: 'range', fact: 'age' });
  });

  it('opens a part, and puts the changed part back in its place', () => {
    expect(conditionOf({ kind: 'open-part', part: 1 })).toEqual(old);
    const men = { negated: true, body: { ...emptyFactDraft('sex'), values: ['F'] } };
    expect(
      conditionOf({ kind: 'open-part', part: 1 }, { kind: 'change', draft: men }, { kind: 'keep-part' }),
    ).toEqual({ kind: 'any', of: [women, { kind: 'not', of: women }] });
  });

  it('adds a part, or leaves without it', () => {
    expect(conditionOf({ kind: 'open-part', part: null }, { kind: 'leave-part' })).toEqual(either.condition);
    expect(conditionOf({ kind: 'open-part', part: null }, { kind: 'keep-part' })).toMatchObject({
      of: [women, old, { kind: 'range', fact: 'age' }],
    });
  });

  it('nests combinations', () => {
    const empty = { negated: false, body: { kind: 'combination', how: 'all', count: 1, parts: [] } } as const;
    expect(
      conditionOf(
        { kind: 'open-part', part: 0 },
        { kind: 'change', draft: empty },
        { kind: 'open-part', part: null },
        { kind: 'keep-part' },
        { kind: 'open-part', part: null },
        { kind: 'keep-part' },
        { kind: 'keep-part' },
      ),
    ).toMatchObject({ kind: 'any', of: [{ kind: 'all', of: [{ fact: 'age' }, { fact: 'age' }] }, old] });
  });

  it('keeps a part open that says nothing, and shows why', () => {
    const nothing = { negated: false, body: emptyFactDraft('sex') };
    const state = stateAfter(
      { kind: 'open-part', part: 0 },
      { kind: 'change', draft: nothing },
      { kind: 'keep-part' },
    );
    expect(state.tried).toBe(true);
    expect(state.frames).toHaveLength(2);
    expect(editorAfter(state, { kind: 'leave-part' }).frames).toHaveLength(1);
  });
});
