/** The states of a question on screen, one union so that no screen forgets a case. */
export type AnswerState<Answer> =
  | { readonly kind: 'asking' }
  /** `refreshing`: a newer question is being asked; the answer shown belongs to the one before. */
  | { readonly kind: 'answered'; readonly answer: Answer; readonly refreshing: boolean }
  | { readonly kind: 'failed'; readonly error: Error };

/** The same state of a question whose parameters are behind what is asked for by now. */
export const whileBehind = <Answer>(state: AnswerState<Answer>, isBehind: boolean): AnswerState<Answer> =>
  isBehind && state.kind === 'answered' ? { ...state, refreshing: true } : state;
