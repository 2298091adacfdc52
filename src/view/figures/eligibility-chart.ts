import type { EligibilityFunnel } from '@core/analyses/eligibility-funnel';
import type { Words } from '@language/words';
import { answerBars, answerBarsHeight } from '@view/charts/answer-bars';

/**
 * From treatment to a stop as options of Plot, in the words of the dashboard: one bar per step and rule, met, not met and
 * not known. An empty frame where nobody was treated.
 *
 * @param words  of the language to be read
 * @returns options with their `height` in pixels
 */
export function eligibilityChart(
  { steps }: Pick<EligibilityFunnel, 'steps'>,
  words: Words,
  { width }: { readonly width: number },
): ReturnType<typeof answerBars> & { readonly height: number } {
  const { say, number, percent } = words;
  return {
    ...answerBars(
      steps.map((step) => ({ ...step, name: say(`eligibility.step.${step.step}`) })),
      { number, percent, x: say('eligibility.x'), kind: (kind) => say(`eligibility.kind.${kind}`) },
      width,
    ),
    height: answerBarsHeight(Math.max(1, steps.length)),
  };
}
