import type { EndpointSurvival } from '@core/analyses/endpoint-survival';
import type { Looks } from '@core/analyses/look-ledger';
import { shownTest } from '@core/analyses/shown-test';
import { endpointSentence } from '@language/endpoint-sentence';
import type { Words } from '@language/use-words';
import { differencesText } from './endpoint-estimates';
import { curveName, type EndpointView } from './endpoint-words';
import { monthsIntervalText, monthsText, pValueText } from './estimate-text';
import { looksText } from './LooksNote';

interface Props {
  readonly survival: EndpointSurvival;
  readonly view: EndpointView;
  readonly title: string;
  /** The cohort in words. */
  readonly cohort: string;
  readonly looks: Looks;
  readonly words: Words;
}

/** A caption and a methods section for a paper, written from the figure in the language of the screen. */
export function EndpointMethods(props: Props) {
  const { say } = props.words;
  return (
    <>
      <p>{say('methods.intro')}</p>
      <h4>{say('methods.caption')}</h4>
      <p>{captionOf(props)}</p>
      <h4>{say('methods.methods')}</h4>
      <p>{methodsOf(props)}</p>
    </>
  );
}

function captionOf({ survival, view, title, words }: Props): string {
  const { say } = words;
  const { curves, groupBy, endpoint, options } = survival;
  const name = (level: string) => curveName(groupBy, level, words);
  const groups = curves.map(({ level, patients, median }) =>
    say('methods.group', {
      name: name(level),
      patients,
      median: say('methods.median', {
        median: monthsText(median, words),
        interval: monthsIntervalText(median, words),
      }),
    }),
  );
  return say(`methods.captionText.${view.kind}`, {
    title,
    rule: endpointSentence(words, endpoint),
    level: words.number(options.level * 100),
    groups: groups.length === 0 ? '' : `${groups.join('; ')}.`,
    followUp: words.list(
      curves.map(({ level, followUp }) =>
        curves.length === 1
          ? monthsText(followUp, words)
          : say('methods.followUpOf', { name: name(level), followUp: monthsText(followUp, words) }),
      ),
    ),
  });
}

function methodsOf({ survival, view, cohort, looks, words }: Props): string {
  const { say } = words;
  const { endpoint, options, analysed } = survival;
  const left = survival.excluded.filter(({ patients }) => patients > 0);
  const list = words.list(
    left.map(({ reason, patients }) => say(`survival.excluded.${reason}`, { count: patients })),
  );
  const test = shownTest(survival, view.kind === 'free' ? null : view.cause);
  return [
    say('methods.population', { cohort }),
    say('methods.endpoint', { rule: endpointSentence(words, endpoint) }),
    say('methods.analysed', {
      analysed,
      excluded: left.length === 0 ? '' : say('methods.excluded', { list }),
    }),
    say(`methods.${view.kind}`, {
      level: words.number(options.level * 100),
      interval: options.interval,
    }),
    ...(endpoint.entry === 'none' ? [] : [say('methods.truncated')]),
    ...(test === null || test.pValue === null
      ? []
      : [
          differencesText(survival, view, words),
          say(view.kind === 'free' ? 'methods.logRank' : 'methods.gray', {
            degreesOfFreedom: test.degreesOfFreedom,
            p: pValueText(test.pValue, words),
          }),
        ]),
    say('methods.software'),
    ...(looks.analyses === 0 ? [] : [looksText(looks, words)]),
  ].join(' ');
}
