import type { DepthState } from '@core/cohort/depth-course';
import type { Words } from '@language/words';

/** The name of a state: of a depth, that of the response. */
export function depthStateName(state: DepthState, words: Words): string {
  switch (state) {
    case 'above_mmr':
    case 'not_assessed':
    case 'off_tki':
    case 'dead':
      return words.say(`depth.state.${state}`);
    default:
      return words.name('response', state);
  }
}
