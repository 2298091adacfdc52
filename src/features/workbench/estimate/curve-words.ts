import type { CurveReading } from '@core/analyses/curve-reading';
import type { Words } from '@language/use-words';
import type { StepCurveWords } from '@view/charts/step-curves';

/** The level of a curve as its reader sees it. */
export const levelText = (level: string, levels: readonly string[], { say }: Words): string =>
  levels.length === 1 && level === 'all' ? say('workbench.everybody') : level;

/** Months at which the curves are read in their table. */
export const readMonths = [6, 12, 24, 36, 60] as const;

/** Longest axis, in months. */
export const horizonMonths = 240;

export function curveWords(name: (id: string) => string, y: string, words: Words): StepCurveWords {
  const { say, number, percent } = words;
  return {
    number,
    percent,
    x: say('workbench.months'),
    y,
    atRisk: say('survival.atRisk'),
    events: say('survival.events'),
    censored: say('survival.censored'),
    name,
    tip: (id, reading: CurveReading) =>
      say('workbench.tip', {
        name: name(id),
        month: number(reading.month, { maximumFractionDigits: 1 }),
        share: percent(reading.survival, 1),
        atRisk: number(reading.atRisk),
      }),
  };
}
