import type { CohortRule, Condition, UnknownPolicy } from '@core/cohort/cohort-definition';
import { draftOf, emptyFactDraft, type RuleDraft, readDraft } from '@core/cohort/rule-draft';

/** A draft, and which part it is of the combination below it: `null` is a part that does not exist yet. */
interface Frame {
  readonly draft: RuleDraft;
  readonly part: number | null;
}

/** What the dialog edits: the rule at the bottom, and above it the parts that have been opened one inside the other. */
export interface EditorState {
  readonly frames: readonly [Frame, ...Frame[]];
  readonly unknown: UnknownPolicy;
  /** The reader has tried to go on: every fault is shown from then on. */
  readonly tried: boolean;
}

export type EditorAction =
  | { readonly kind: 'change'; readonly draft: RuleDraft }
  | { readonly kind: 'unknown'; readonly unknown: UnknownPolicy }
  | { readonly kind: 'open-part'; readonly part: number | null }
  | { readonly kind: 'keep-part' }
  | { readonly kind: 'leave-part' }
  | { readonly kind: 'try' };

const newDraft: RuleDraft = { negated: false, body: emptyFactDraft('age') };

export const editorOf = (rule: CohortRule | null): EditorState => ({
  frames: [{ draft: rule === null ? newDraft : draftOf(rule.condition), part: null }],
  unknown: rule?.unknown ?? 'exclude',
  tried: false,
});

/** The draft that is shown. */
export const shownDraft = ({ frames }: EditorState): RuleDraft => (frames.at(-1) ?? frames[0]).draft;

export function editorAfter(state: EditorState, action: EditorAction): EditorState {
  const { frames } = state;
  const top = frames.at(-1) ?? frames[0];
  const [bottom, ...above] = frames;
  switch (action.kind) {
    case 'change':
      return { ...state, frames: withTop(frames, { ...top, draft: action.draft }) };
    case 'unknown':
      return { ...state, unknown: action.unknown };
    case 'try':
      return { ...state, tried: true };
    case 'open-part': {
      const { body } = top.draft;
      if (body.kind !== 'combination') return state;
      const part = action.part === null ? undefined : body.parts[action.part];
      const draft = part === undefined ? newDraft : draftOf(part);
      return { ...state, tried: false, frames: [...frames, { draft, part: action.part }] };
    }
    case 'leave-part':
      return above.length === 0 ? state : { ...state, tried: false, frames: [bottom, ...above.slice(0, -1)] };
    case 'keep-part': {
      const { condition } = readDraft(top.draft);
      const below = frames.at(-2);
      if (condition === null || below === undefined || below.draft.body.kind !== 'combination')
        return { ...state, tried: true };
      const { body } = below.draft;
      const parts = withPart(body.parts, top.part, condition);
      const left: EditorState['frames'] = [bottom, ...above.slice(0, -1)];
      return {
        ...state,
        tried: false,
        frames: withTop(left, { ...below, draft: { ...below.draft, body: { ...body, parts } } }),
      };
    }
  }
}

const withPart = (parts: readonly Condition[], at: number | null, part: Condition) =>
  at === null ? [...parts, part] : parts.with(at, part);

function withTop(frames: EditorState['frames'], top: Frame): EditorState['frames'] {
  const [bottom, ...above] = frames;
  return above.length === 0 ? [top] : [bottom, ...above.slice(0, -1), top];
}
