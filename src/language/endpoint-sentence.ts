import { anyTimeFromMonth } from '@core/cohort/mmr-course';
import { eln2020 } from '@core/domain/guideline';
import { depthLimitsPercent } from '@core/domain/response-depth';
import type { EndpointDefinition, EndpointEvent } from '@core/endpoint/endpoint-definition';
import { anchorText } from './cohort-sentence';
import type { Words } from './use-words';

/** An endpoint as one sentence, without the full stop of a source: origin, entry, events, censoring, limits. */
export function endpointSentence(words: Words, endpoint: EndpointDefinition): string {
  const { competing, landmarkMonths, horizonMonths } = endpoint;
  const events = (list: readonly EndpointEvent[]) =>
    words.alternatives(list.map((event) => endpointEventText(words, event)));
  const months = (value: number) => words.number(value, { maximumFractionDigits: 2 });
  return words.say('endpoint.sentence', {
    origin: anchorText(words, endpoint.origin),
    entry: endpoint.entry === 'inclusion' ? words.say('endpoint.entry.inclusion') : '',
    events: events(endpoint.event) + (endpoint.event.length > 1 ? words.say('endpoint.first') : ''),
    competing: competing.length === 0 ? '' : words.say('endpoint.competing', { events: events(competing) }),
    censoring: censoringText(words, endpoint),
    landmark:
      landmarkMonths === null ? '' : words.say('endpoint.landmark', { months: months(landmarkMonths) }),
    horizon: horizonMonths === null ? '' : words.say('endpoint.horizon', { months: months(horizonMonths) }),
  });
}

function censoringText(words: Words, { followUp, censoring }: EndpointDefinition): string {
  const end = words.say(`endpoint.followUp.${followUp}`);
  if (censoring.length === 0) return end;
  const events = words.alternatives(censoring.map((event) => endpointEventText(words, event)));
  return words.say('endpoint.censoring', { end, events });
}

/** What an event of an endpoint is: «one test > 0.1 % IS (loss of MMR)». */
export function endpointEventText(words: Words, event: EndpointEvent): string {
  const percent = (value: number) => words.number(value, { maximumFractionDigits: 4 });
  switch (event.kind) {
    case 'loss_of_response':
      return words.say(`endpoint.event.loss_of_response.${event.tests}`, {
        percent: percent(depthLimitsPercent[event.depth]),
        depth: words.name('response', event.depth),
      });
    case 'stim_recurrence':
      return words.say('endpoint.event.stim_recurrence', { percent: percent(depthLimitsPercent.MMR) });
    case 'failure':
      return words.say('endpoint.event.failure', {
        percent: percent(eln2020.anyTime.limits.failureAbovePercent),
        month: anyTimeFromMonth,
      });
    case 'response':
      return words.say('endpoint.event.response', { depth: words.name('response', event.depth) });
    case 'line_end':
      return words.say('endpoint.event.line_end', {
        reasons: words.alternatives(
          event.reasons.map((reason) => words.name('stop_reason', reason).toLocaleLowerCase(words.language)),
        ),
      });
    default:
      return words.say(`endpoint.event.${event.kind}`);
  }
}
