import {
  type CurveReading,
  curveSteps,
  incidenceSteps,
  readingAt,
  riskTable,
} from '@core/analyses/curve-reading';
import type { EndpointCurve, EndpointSurvival } from '@core/analyses/endpoint-survival';
import { byCohorts, type CurveSplit } from '@core/analyses/group-variable';
import { type EndpointEvent, endingEvents } from '@core/endpoint/endpoint-definition';
import { codeListOf } from '@language/code-name';
import { anchorText } from '@language/cohort-sentence';
import { endpointEventText } from '@language/endpoint-sentence';
import type { Words } from '@language/use-words';
import type { StepCurve } from '@view/charts/step-curves';
import { shareText } from './estimate-text';

/** What the curves of an endpoint are of: free of any event, or the incidence of one cause or, without groups, of all. */
export type EndpointView = { readonly kind: 'free' } | { readonly kind: 'incidence'; readonly cause: number };

/** A curve with its name. */
export interface NamedCurve extends StepCurve {
  readonly name: string;
}

export function curveName(groupBy: CurveSplit | null, level: string, words: Words): string {
  if (groupBy === null) return words.say('survival.everybody');
  return groupBy === byCohorts ? level : words.name(codeListOf(groupBy), level);
}

/** The events of each cause: the first is the event, however it is made up; the next are the competing ones. */
export function causesOf({
  endpoint,
}: Pick<EndpointSurvival, 'endpoint'>): readonly (readonly EndpointEvent[])[] {
  return [endpoint.event, ...endpoint.competing.map((event) => [event])];
}

export const causeName = (events: readonly EndpointEvent[], words: Words): string =>
  words.alternatives(events.map((event) => endpointEventText(words, event)));

/** The curves that a view shows, in their order, with their names. */
export function curvesOf(
  survival: EndpointSurvival,
  view: EndpointView,
  words: Words,
): readonly NamedCurve[] {
  const { curves, groupBy } = survival;
  const counts = (curve: EndpointCurve) => (months: readonly number[]) => riskTable(curve.eventFree, months);
  if (view.kind === 'free') {
    return curves.map((curve) => ({
      id: curve.level,
      name: curveName(groupBy, curve.level, words),
      steps: curveSteps(curve.eventFree),
      counts: counts(curve),
    }));
  }
  const causes = causesOf(survival);
  if (groupBy !== null) {
    return curves.flatMap((curve) =>
      curve.incidence === null
        ? []
        : [
            {
              id: curve.level,
              name: curveName(groupBy, curve.level, words),
              steps: incidenceSteps(curve.incidence, view.cause),
              counts: counts(curve),
            },
          ],
    );
  }
  return curves.flatMap((curve) => {
    const { incidence } = curve;
    if (incidence === null) return [];
    return causes.map((events, place) => ({
      id: `cause ${place + 1}`,
      name: causeName(events, words),
      steps: incidenceSteps(incidence, place + 1),
      counts: place === 0 ? counts(curve) : null,
      countsName: curveName(null, curve.level, words),
    }));
  });
}

/** One reading of a curve in words: «Women: at 24 months 51 % (44 to 58), 88 at risk». */
export function readingText(name: string, reading: CurveReading, words: Words): string {
  return words.say('survival.reading', {
    name,
    month: words.number(reading.month, { maximumFractionDigits: 1 }),
    share: words.percent(reading.survival),
    lower: shareText(reading.lower, words),
    upper: shareText(reading.upper, words),
    atRisk: reading.atRisk,
  });
}

/** A curve at a month in words, or that it does not reach so far. */
export function monthText({ name, steps }: NamedCurve, month: number, words: Words): string {
  const reading = readingAt(steps, month);
  return reading === null
    ? words.say('survival.readingBeyond', { name, month: words.number(month) })
    : readingText(name, reading, words);
}

/** How many events of each kind ended the follow-up of everybody. */
export function eventCountsText({ endpoint, curves }: EndpointSurvival, words: Words): string {
  return words.list(
    endingEvents(endpoint).map((event, kind) =>
      words.say('survival.eventCount', {
        event: endpointEventText(words, event),
        count: curves.reduce((sum, curve) => sum + (curve.events[kind] ?? 0), 0),
      }),
    ),
  );
}

/** What the picture of the curves says. */
export function chartWords(
  curves: readonly NamedCurve[],
  survival: EndpointSurvival | null,
  view: EndpointView,
  words: Words,
) {
  const { say } = words;
  const name = (id: string) => curves.find((curve) => curve.id === id)?.name ?? id;
  return {
    number: words.number,
    percent: words.percent,
    x: survival === null ? '' : say('survival.x', { origin: anchorText(words, survival.endpoint.origin) }),
    y: say(`survival.y.${view.kind}`),
    atRisk: say('survival.atRisk'),
    // Where events compete, the row counts who left for any of them, whichever curve is drawn.
    events: say(view.kind === 'free' ? 'survival.events' : 'survival.anyEvents'),
    censored: say('survival.censored'),
    name,
    tip: (id: string, reading: CurveReading) => readingText(name(id), reading, words),
  };
}
