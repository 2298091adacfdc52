import type { MilestoneExplanation, UnusedReason } from '@core/cohort/milestone-explanation';
import type { ClassExplanation } from '@core/domain/class-explanation';
import type { Milestone } from '@core/domain/milestone';
import { quantity } from './number-text';
import type { Words } from './use-words';

/** Why a sample has its class: «MMR: 0.006% IS in 9,000 copies of ABL1; not MR4: too few copies, 10,000 are needed». */
export function classSentence(words: Words, explanation: ClassExplanation): string {
  const { sample, responseClass, reason, withheld } = explanation;
  if (responseClass === null)
    return words.say('definition.class.none', {
      reason: reason === null ? '' : unusedReasonText(words, reason),
    });
  const values = {
    class: words.name('response', responseClass),
    gene: sample.controlGene,
    copies: words.number(sample.controlCopies ?? 0),
    value: quantity(words, sample.bcrAbl1IsPercent ?? 0, 'pct_is'),
  };
  const found = !sample.detected
    ? words.say('definition.class.undetected', values)
    : sample.controlCopies === null
      ? words.say('definition.class.unknownCopies', values)
      : words.say('definition.class.detected', values);
  if (withheld === null) return found;
  return words.say('definition.withheld', {
    class: found,
    deeper: words.name('response', withheld.responseClass),
    reason: words.say(`definition.limit.${withheld.because}`, {
      needed: words.number(withheld.neededCopies ?? 0),
    }),
  });
}

/** Why a sample did not count: «further from the month». */
export const unusedReasonText = (words: Words, reason: UnusedReason): string =>
  words.say(`definition.reason.${reason}`);

/** A verdict with its limits: «European LeukemiaNet 2020, 6 months: Optimal; optimal ≤ 1% IS, failure > 10% IS». */
export function milestoneSentence(words: Words, explanation: MilestoneExplanation): string {
  const { title: guideline, month, milestone, verdict, notAssessed, confirmation } = explanation;
  if (milestone === null || verdict === null)
    return words.say('definition.milestone.notAssessed', {
      guideline,
      month,
      reason: words.say(`definition.notAssessed.${notAssessed ?? 'no_sample_in_window'}`),
    });
  const second = confirmation === null ? [] : [words.say(`definition.confirmation.${confirmation.outcome}`)];
  return words.say('definition.milestone', {
    guideline,
    month,
    verdict: words.name('milestone', verdict),
    limits: [...limitTexts(words, milestone), ...second].join(', '),
  });
}

function limitTexts(words: Words, milestone: Milestone): string[] {
  const { optimal, failureAbovePercent, confirmation } = milestone;
  const limit = quantity(words, optimal.percent, 'pct_is');
  const texts = [
    words.say(optimal.included ? 'definition.milestone.optimalTo' : 'definition.milestone.optimalBelow', {
      limit,
    }),
  ];
  if (failureAbovePercent !== null)
    texts.push(
      words.say('definition.milestone.failureAbove', {
        limit: quantity(words, failureAbovePercent, 'pct_is'),
      }),
    );
  if (confirmation !== null)
    texts.push(
      words.say('definition.milestone.failureConfirmed', {
        limit: quantity(words, confirmation.abovePercent, 'pct_is'),
        from: confirmation.fromMonths,
        to: confirmation.toMonths,
      }),
    );
  return texts;
}
