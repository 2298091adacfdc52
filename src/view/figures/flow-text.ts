import { flowSteps } from '@core/analyses/flow-table';
import type { Attrition } from '@core/cohort/attrition';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { DisclosurePolicy } from '@core/disclosure/policy';
import { fromReleased, type Released, type ReleasedCount } from '@core/disclosure/released';
import { releaseFlow } from '@core/disclosure/released-flow';
import { anchorText, conditionText } from '@language/cohort-sentence';
import type { Words } from '@language/use-words';
import type { FlowStepText } from '@view/charts/flow-layout';

/** A flow of patients in words, ready to be drawn, listed or saved. */
export interface FlowText {
  readonly first: readonly string[];
  readonly steps: readonly FlowStepText[];
}

/** What each step of an attrition asks: the index event first, unless everybody has it. */
function stepReasons(words: Words, cohort: CohortDefinition) {
  const index = words.say('rule.index', { anchor: anchorText(words, cohort.index) });
  const rules = cohort.rules.map((rule, k) => ({
    at: k + 1,
    reason: conditionText(words, rule.condition),
    keepsUnknown: rule.unknown === 'include',
  }));
  return cohort.index.event === 'diagnosis'
    ? rules
    : [{ at: 0, reason: index, keepsUnknown: false }, ...rules];
}

/** The flow in exact numbers, for the screen. */
export function exactFlow(words: Words, cohort: CohortDefinition, { patients, steps }: Attrition): FlowText {
  const { say } = words;
  const reasons = stepReasons(words, cohort);
  return {
    first: [say('flow.all', { count: words.number(patients) })],
    steps: reasons.flatMap(({ at, reason, keepsUnknown }, place) => {
      const step = steps[at];
      if (step === undefined) return [];
      const unknown = words.number(step.unknown);
      return {
        excluded: [
          say('flow.excluded', { count: words.number(step.leaving) }),
          say('flow.reason', { reason }),
          say('flow.notMet', { count: words.number(step.notMet) }),
          say(keepsUnknown ? 'flow.unknownKept' : 'flow.unknown', { count: unknown }),
        ],
        remaining: [say(lastOr(place, reasons.length), { count: words.number(step.remaining) })],
      };
    }),
  };
}

/** The flow in released numbers, for whatever leaves the page. */
export function releasedFlowText(
  words: Words,
  cohort: CohortDefinition,
  attrition: Attrition,
  policy: DisclosurePolicy,
): Released<FlowText> {
  const { say } = words;
  const reasons = stepReasons(words, cohort);
  const released = releaseFlow(attrition.patients, flowSteps(cohort, attrition), policy);
  const text = (count: ReleasedCount) =>
    count.kind === 'masked'
      ? say('flow.under', { under: words.number(count.under) })
      : words.number(count.value);
  return fromReleased(released, (flow) => ({
    first: [say('flow.all', { count: text(flow.patients) })],
    steps: flow.steps.map((step, place) => ({
      excluded: [
        step.leaving === null
          ? say('flow.excludedLater')
          : say('flow.excluded', { count: text(step.leaving) }),
        say('flow.reason', { reason: reasons[place]?.reason ?? '' }),
        ...(step.leaving !== null && step.together > 1
          ? [say('flow.together', { count: step.together })]
          : []),
        ...(step.parts === null
          ? []
          : [
              say('flow.notMet', { count: text(step.parts.notMet) }),
              say('flow.unknown', { count: text(step.parts.unknown) }),
            ]),
      ],
      remaining: [say(lastOr(place, reasons.length), { count: text(step.remaining) })],
    })),
  }));
}

const lastOr = (place: number, steps: number) => (place === steps - 1 ? 'flow.inCohort' : 'flow.remaining');

/** A flow as plain text, one line per box. */
export function flowLines({ first, steps }: FlowText): readonly string[] {
  return [
    first.join(' '),
    ...steps.flatMap(({ excluded, remaining }) => [`  – ${excluded.join(' · ')}`, remaining.join(' ')]),
  ];
}
