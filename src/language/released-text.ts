import type { ProtectedCount } from '@core/disclosure/released-counts';
import type { Words } from './use-words';

/** A count as it leaves the page: «120», «< 11», «not shown». */
export function releasedCountText(words: Words, count: ProtectedCount): string {
  switch (count.kind) {
    case 'rounded':
      return words.number(count.value);
    case 'masked':
      return words.say('comparison.under', { count: count.under });
    case 'withheld':
      return words.say('comparison.withheld');
  }
}
