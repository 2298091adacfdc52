import type { AnswerState } from '@core/base/answer-state';
import { useState } from 'react';

/**
 * What the shown answer was asked with, where the answer does not say it: while a newer one is awaited, what was asked before. A
 * figure is then never under the name of numbers that are not here yet.
 *
 * @param asked  the same value for as long as the same is asked
 */
export function useAskedOf<Asked>(state: AnswerState<unknown>, asked: Asked): Asked {
  const [held, setHeld] = useState(asked);
  if (state.kind === 'answered' && state.refreshing) return held;
  if (held !== asked) setHeld(asked);
  return asked;
}
