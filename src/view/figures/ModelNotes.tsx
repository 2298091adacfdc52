import type { EndpointModel } from '@core/analyses/endpoint-model';
import { endpointSentence } from '@language/endpoint-sentence';
import type { Words } from '@language/use-words';
import { levelName, termName, testText } from './model-words';

interface Props {
  readonly model: EndpointModel;
  readonly words: Words;
}

/** The rule of the endpoint, who is a complete case and who is not, the tests of the whole model and the method. */
export function ModelNotes({ model, words }: Props) {
  const { say, number } = words;
  const { endpoint, definition, analysed, incomplete, missing, excluded, fitted, level } = model;
  const lacking = missing.filter((one) => one.missing > 0);
  const list = words.list(
    lacking.map((one) =>
      say('model.missingOne', { name: termName(one.covariate, definition, words), count: one.missing }),
    ),
  );
  const left = excluded.filter(({ patients }) => patients > 0);
  const { reached, stratum } = definition;
  return (
    <>
      <p>
        <strong>{endpointSentence(words, endpoint)}</strong>
      </p>
      <p>
        {fitted === null
          ? null
          : say('model.cases', {
              analysed,
              incomplete,
              missing: lacking.length === 0 ? '' : say('model.missingList', { list }),
              patients: fitted.patients,
            })}{' '}
        {left.length === 0
          ? null
          : say('survival.excluded', {
              list: words.list(
                left.map(({ reason, patients }) => say(`survival.excluded.${reason}`, { count: patients })),
              ),
            })}
      </p>
      {fitted === null ? null : (
        <>
          <p>
            {say('model.globalTests', {
              likelihoodRatio: testText(fitted.likelihoodRatio, words),
              wald: testText(fitted.wald, words),
              score:
                fitted.score === null ? '' : say('model.scoreTest', { test: testText(fitted.score, words) }),
            })}
          </p>
          {fitted.terms.flatMap(({ term, merged }) =>
            merged.length === 0
              ? []
              : [
                  <p key={term}>
                    {say('model.mergedList', {
                      name: termName(term, definition, words),
                      list: words.list(merged.map((one) => levelName(term, one, words))),
                    })}
                  </p>,
                ],
          )}
        </>
      )}
      <p>{say(`model.what.${definition.method}`, { level: number(level * 100) })}</p>
      {definition.covariates.some((one) => one.kind === 'number' && one.form === 'spline') ? (
        <p>{say('model.splines')}</p>
      ) : null}
      {definition.interactions.length === 0 ? null : <p>{say('model.interactions')}</p>}
      {stratum === null ? null : <p>{say('model.stratified', { name: say(`clinic.${stratum}`) })}</p>}
      {reached === null ? null : (
        <p>{say('model.timeDependent', { depth: words.name('response', reached) })}</p>
      )}
    </>
  );
}
