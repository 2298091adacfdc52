import type { EndpointSurvival } from '@core/analyses/endpoint-survival';
import { byCohorts } from '@core/analyses/group-variable';
import { shownTest } from '@core/analyses/shown-test';
import { awaitsResponse } from '@core/endpoint/endpoint-definition';
import type { PresetSource } from '@core/endpoint/endpoint-presets';
import { endpointSentence } from '@language/endpoint-sentence';
import type { Words } from '@language/use-words';
import { causeName, causesOf, type EndpointView, eventCountsText } from './endpoint-words';
import { pValueText } from './estimate-text';

interface Props {
  readonly survival: EndpointSurvival;
  readonly view: EndpointView;
  readonly source: PresetSource | null;
  readonly words: Words;
}

/** The rule of the endpoint, who was analysed and who was not, the test and the method. */
export function EndpointNotes({ survival, view, source, words }: Props) {
  const { say } = words;
  const { endpoint, curves, analysed, excluded, groupUnknown, includedLater, options } = survival;
  const level = words.number(options.level * 100);
  const censored = curves.reduce((sum, curve) => sum + curve.censored, 0);
  const left = excluded.filter(({ patients }) => patients > 0);
  return (
    <>
      <p>
        <strong>{endpointSentence(words, endpoint)}</strong>{' '}
        {source === null ? '' : say(`survival.source.${source.covers}`, { source: source.source })}
      </p>
      <p>
        {say('survival.analysed', { analysed, events: eventCountsText(survival, words), censored })}
        {left.length === 0
          ? ''
          : ` ${say('survival.excluded', {
              list: words.list(
                left.map(({ reason, patients }) => say(`survival.excluded.${reason}`, { count: patients })),
              ),
            })}`}
        {groupUnknown === 0 ? '' : ` ${say('survival.groupUnknown', { count: groupUnknown })}`}
      </p>
      {survival.groupBy === byCohorts ? (
        <p>{say('survival.cohortsNote', { shared: survival.shared })}</p>
      ) : null}
      <TestText survival={survival} view={view} words={words} />
      {awaitsResponse(endpoint) ? <p>{say('survival.seen')}</p> : null}
      {endpoint.entry === 'none' ? (
        includedLater === 0 ? null : (
          <p>{say('survival.includedLater', { count: includedLater })}</p>
        )
      ) : (
        <p>{say('survival.truncated')}</p>
      )}
      {view.kind === 'incidence' && endpoint.competing.length === 0 ? (
        <p>{say('survival.censoredOthers')}</p>
      ) : null}
      <p>{say(`survival.method.${view.kind}`, { level, interval: options.interval })}</p>
    </>
  );
}

function TestText({ survival, view, words }: Omit<Props, 'source'>) {
  const alone = survival.endpoint.competing.length === 0;
  const test = shownTest(survival, view.kind === 'free' || alone ? null : view.cause);
  if (test === null || test.pValue === null || test.statistic === null) return null;
  const values = {
    statistic: words.number(test.statistic, { maximumFractionDigits: 2 }),
    degreesOfFreedom: test.degreesOfFreedom,
    p: pValueText(test.pValue, words),
  };
  const text =
    view.kind === 'free' || alone
      ? words.say('survival.logRank', values)
      : words.say('survival.gray', {
          ...values,
          event: causeName(causesOf(survival)[view.cause - 1] ?? [], words),
        });
  return (
    <p>
      {text} {words.say('survival.testNote')}
    </p>
  );
}
