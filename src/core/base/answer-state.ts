/** The states of a question on screen, one union so that no screen forgets a case. */
export type AnswerState<Answer> =
  | { readonly kind: 'asking' }
  /** `refreshing`: a newer question is being asked; the answer shown belongs to the one before. */
  | { readonly kind: 'answered'; readonly answer: Answer; readonly refreshing: boolean }
  | { readonly kind: 'failed'; readonly error: Error };
