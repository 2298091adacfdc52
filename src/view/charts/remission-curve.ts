import { type CurveReading, curveSteps, riskTable } from '@core/analyses/curve-reading';
import type { RemissionCurve } from '@core/analyses/treatment-free-remission';
import type * as Plot from '@observablehq/plot';
import type { FigureWords } from './figure-words';
import { type StepCurve, stepCurves, stepCurvesHeight } from './step-curves';

export interface RemissionCurveWords extends FigureWords {
  readonly x: string;
  readonly y: string;
  readonly atRisk: string;
  readonly events: string;
  readonly censored: string;
  readonly level: (level: string) => string;
  readonly tip: (level: string, reading: CurveReading) => string;
}

/** Height of the whole figure. */
export const remissionCurveHeight = stepCurvesHeight;

/** Kaplan-Meier curves of remission with their bands, censor ticks and numbers under the axis. */
export function remissionCurve(
  curves: readonly RemissionCurve[],
  words: RemissionCurveWords,
  { width, horizonMonths, grouped }: { width: number; horizonMonths: number; grouped: boolean },
): Plot.PlotOptions {
  const drawn = curves.map(
    ({ level, curve }): StepCurve => ({
      id: level,
      steps: curveSteps(curve),
      counts: (months) => riskTable(curve, months),
    }),
  );
  return stepCurves(drawn, { ...words, name: words.level }, { width, horizonMonths, named: grouped });
}
