import { immortalCovariates } from '@core/analyses/immortal-time';
import { columnsOfModel, modelMethods, modelText, stratumIds } from '@core/analyses/model-definition';
import type { ModelTable } from '@core/analyses/model-table';
import { awaitsResponse, reachedDepths } from '@core/endpoint/endpoint-definition';
import { presetOf } from '@core/endpoint/endpoint-presets';
import { tablesOfEndpoint } from '@core/endpoint/endpoint-tables';
import { endpointToken } from '@core/endpoint/endpoint-url';
import { modelRows } from '@data/queries/model-rows';
import { cohortDescription } from '@language/cohort-description';
import { useWords, type Words } from '@language/use-words';
import { useLooks } from '@session/look-ledger';
import { markFigureDrawn } from '@session/redraw-clock';
import { useAnswer } from '@session/use-answer';
import { ShownPatientsContext } from '@session/use-cohort-warnings';
import { useEndpoint } from '@session/use-endpoint';
import { type ModelRun, useEndpointModel } from '@session/use-endpoint-model';
import { useExtract } from '@session/use-extract';
import { useFigureCode } from '@session/use-figure-code';
import { useModelDefinition } from '@session/use-model-definition';
import { useMayShowRows } from '@session/use-policy';
import { useCohort } from '@session/use-url';
import { EndpointControls } from '@view/figures/EndpointControls';
import { FailureNotice } from '@view/figures/FailureNotice';
import { FigureCode } from '@view/figures/FigureCode';
import { ImmortalTimeNotice } from '@view/figures/ImmortalTimeNotice';
import { ModelFigure } from '@view/figures/ModelFigure';
import { Button } from '@view/ui/Button';
import { Notice } from '@view/ui/Notice';
import { OptionalChoice } from '@view/ui/OptionalChoice';
import { Segments } from '@view/ui/Segments';
import { useMemo } from 'react';
import { CovariateList } from './CovariateList';
import { ModelExport } from './ModelExport';
import styles from './models-view.module.css';

const drawn = () => markFigureDrawn('models');

/** A regression of an endpoint of the cohort. */
export function ModelsView() {
  const words = useWords();
  const { say } = words;
  const { cohort } = useCohort();
  const extract = useExtract();
  const endpointChoice = useEndpoint();
  const { endpoint } = endpointChoice;
  const choice = useModelDefinition(endpoint);
  const { definition } = choice;
  const missing = tablesOfEndpoint(endpoint).find((table) => !extract.has(table));
  const ids = columnsOfModel(definition).join();
  const question = useMemo(
    () => ({
      cohort,
      endpoint,
      // A new list for a new text only: another form or reference needs no other rows.
      covariates: ids === '' ? [] : (ids.split(',') as (typeof definition.covariates)[number]['id'][]),
      reached: definition.reached,
    }),
    [cohort, endpoint, ids, definition.reached],
  );
  const shownPatients = useMemo(() => {
    const { cohort: _, ...fitted } = question;
    return { kind: 'model', ...fitted } as const;
  }, [question]);
  const asked = useAnswer(modelRows, question, missing === undefined);
  const code = useFigureCode({ title: say('model.title'), question: modelRows, parameters: question });
  const table = asked.kind === 'answered' && !asked.refreshing ? asked.answer : null;
  const { run, held, cancel, again } = useEndpointModel(table, definition);
  const mayShowRows = useMayShowRows();
  const looks = useLooks(
    run.kind === 'answered'
      ? {
          endpoint: endpointToken(endpoint),
          cohort: JSON.stringify(cohort),
          by: `${definition.method} ${modelText(definition)} ${definition.reached ?? ''} ${definition.stratum ?? ''}`,
        }
      : null,
    extract.key,
  );
  const settled = run.kind === 'answered';
  const model = missing === undefined ? (held?.model ?? null) : null;
  // While another endpoint is modelled, what is shown is still the one before, under its name.
  const preset = presetOf(model?.endpoint ?? endpoint);
  const title = ({ say: sayIn }: Words) =>
    sayIn('model.figure', {
      endpoint: preset === null ? sayIn('survival.custom') : sayIn(`survival.preset.${preset}`),
    });
  const cohortInWords = useMemo(() => cohortDescription(words, cohort).join(' '), [words, cohort]);
  return (
    <div className={styles.screen}>
      {missing === undefined ? (
        <CovariateList
          definition={definition}
          onChange={choice.setCovariates}
          afterStop={endpoint.origin.event === 'stop' || endpoint.origin.event === 'restart'}
        />
      ) : null}
      <FigureCode code={code}>
        <ShownPatientsContext value={shownPatients}>
          <ModelFigure
            title={title(words)}
            model={model}
            cohort={cohortInWords}
            exporting={
              // What leaves is of the cohort of the screen, so that it waits for it.
              settled && model?.fitted ? (
                <ModelExport
                  title={title}
                  cohort={cohort}
                  model={model}
                  fitted={model.fitted}
                  looks={looks}
                />
              ) : null
            }
            table={held?.table ?? null}
            mayShowRows={mayShowRows}
            profile={choice.profile}
            onProfile={choice.setProfile}
            onMerging={choice.setMerging}
            onDrawn={drawn}
            looks={looks}
            refreshing={
              missing === undefined && !settled && run.kind !== 'cancelled' && run.kind !== 'failed'
            }
            pending={
              missing === undefined ? (
                asked.kind === 'failed' ? (
                  <FailureNotice error={asked.error} words={words} />
                ) : (
                  <Pending run={run} onCancel={cancel} onAgain={again} />
                )
              ) : (
                <Notice tone="warn" title={say('survival.missing', { table: missing })} />
              )
            }
            warning={
              <Warning
                table={table}
                onLandmark={(landmarkMonths) => endpointChoice.choose({ ...endpoint, landmarkMonths })}
              />
            }
            controls={
              <>
                <EndpointControls {...endpointChoice} />
                {endpoint.competing.length === 0 ? null : (
                  <Segments
                    label={say('model.method')}
                    options={modelMethods.map((id) => ({ id, label: say(`model.method.${id}`) }))}
                    chosen={definition.method}
                    onChoose={choice.setMethod}
                  />
                )}
                {definition.method === 'cox' ? (
                  <OptionalChoice
                    label={say('model.stratum')}
                    none={say('model.stratumNone')}
                    options={stratumIds
                      .filter((id) => definition.covariates.every((one) => one.id !== id))
                      .map((id) => ({ id, label: say(`clinic.${id}`) }))}
                    chosen={definition.stratum}
                    onChoose={(id) => choice.setStratum(id ?? null)}
                  />
                ) : null}
                {definition.method === 'cox' && !awaitsResponse(endpoint) ? (
                  <OptionalChoice
                    label={say('model.reachedField')}
                    none={say('model.reachedNone')}
                    options={reachedDepths.map((id) => ({ id, label: words.name('response', id) }))}
                    chosen={definition.reached}
                    onChoose={(id) => choice.setReached(id ?? null)}
                  />
                ) : null}
              </>
            }
          />
        </ShownPatientsContext>
      </FigureCode>
    </div>
  );
}

function Pending({
  run,
  onCancel,
  onAgain,
}: {
  readonly run: ModelRun;
  readonly onCancel: () => void;
  readonly onAgain: () => void;
}) {
  const words = useWords();
  const { say } = words;
  if (run.kind === 'answered') return null;
  if (run.kind === 'failed') return <FailureNotice error={run.error} words={words} />;
  const running = run.kind === 'running' ? run.progress : null;
  return (
    <div className={styles.pending}>
      <p role="status">
        {run.kind === 'cancelled'
          ? say('model.cancelled')
          : running === null
            ? say('model.fitting')
            : say('model.fittingStep', { fit: running.fit + 1, fits: running.fits })}
      </p>
      {run.kind === 'cancelled' ? (
        <Button onPress={onAgain}>{say('model.again')}</Button>
      ) : run.kind === 'running' ? (
        <Button onPress={onCancel}>{say('model.cancel')}</Button>
      ) : null}
    </div>
  );
}

function Warning({
  table,
  onLandmark,
}: {
  readonly table: ModelTable | null;
  readonly onLandmark: (months: number) => void;
}) {
  const { cohort } = useCohort();
  const immortal = useMemo(
    () => (table === null ? null : immortalCovariates(table, cohort)),
    [table, cohort],
  );
  return immortal === null ? null : <ImmortalTimeNotice immortal={immortal} onLandmark={onLandmark} />;
}
