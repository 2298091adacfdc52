import type { Words } from '@language/words';
import type { StepCurveWords } from '@view/charts/step-curves';

/** Where curves of the time on treatment end, and the month that their summary tells. */
export const treatmentTime = { horizonMonths: 120, summaryMonth: 60 } as const;

/** The words of curves of what comes on treatment, whatever it is. */
export const treatmentTimeWords = (
  { number, percent, say }: Words,
  own: Pick<StepCurveWords, 'events' | 'name' | 'tip'>,
): StepCurveWords => ({
  number,
  percent,
  x: say('treatment.timeX'),
  y: say('treatment.timeY'),
  atRisk: say('treatment.atRisk'),
  censored: say('treatment.censored'),
  ...own,
});
