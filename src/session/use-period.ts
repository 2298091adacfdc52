import { useCallback, useMemo } from 'react';
import {
  lastMonth,
  type Period,
  periodOfText,
  shortestPeriod,
  textOfPeriod,
  zoomParameter,
} from './url-choices';
import { useUrlParameter } from './use-url';

/** The months that a curve is enlarged to, in the address; `null` for the whole period. Too short a period is none. */
export function usePeriod(): readonly [Period | null, (period: Period | null) => void] {
  const [text, setText] = useUrlParameter(zoomParameter);
  const period = useMemo(() => (text === undefined ? null : periodOfText(text)), [text]);
  const setPeriod = useCallback(
    (next: Period | null) => {
      if (next === null) return setText(undefined);
      const fromMonth = Math.max(0, Math.round(next.fromMonth));
      const toMonth = Math.min(lastMonth, Math.round(next.toMonth));
      if (toMonth - fromMonth >= shortestPeriod) setText(textOfPeriod({ fromMonth, toMonth }));
    },
    [setText],
  );
  return [period, setPeriod];
}
