import { chartedFacts } from '@core/cohort/charted-facts';
import type { FactId } from '@core/cohort/fact-vocabulary';
import { useCallback, useMemo } from 'react';
import { chartsParameter, factsOfText, textOfFacts } from './url-choices';
import { useUrlParameter } from './use-url';

/** The facts of which the explorer shows a chart, kept in the address when they are not the usual ones. */
export function useShownFacts(): readonly [readonly FactId[], (facts: readonly FactId[]) => void] {
  const [text, setText] = useUrlParameter(chartsParameter);
  const shown = useMemo(() => (text === undefined ? null : factsOfText(text)) ?? chartedFacts, [text]);
  const show = useCallback(
    (facts: readonly FactId[]) => {
      const next = textOfFacts(facts);
      setText(next === textOfFacts(chartedFacts) ? undefined : next);
    },
    [setText],
  );
  return [shown, show];
}
