import type { Words } from '@language/use-words';

/** What every funnel plot of centres says, on a screen and on paper; `own` is the code of the reader's centre. */
export const funnelWords = (own: string | null, { say, number, percent }: Words) => ({
  number,
  percent,
  x: say('practice.assessedPerCentre'),
  target: say('practice.overall'),
  inner: say('practice.limits', { level: percent(0.95) }),
  outer: say('practice.limits', { level: percent(0.998, 1) }),
  own: own ?? '',
});
