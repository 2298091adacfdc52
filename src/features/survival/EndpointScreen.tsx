import type { EndpointTable } from '@core/analyses/endpoint-survival';
import {
  baselineVariables,
  byCohorts,
  type CurveGroup,
  groupVariables,
  responseVariables,
} from '@core/analyses/group-variable';
import { immortalTime } from '@core/analyses/immortal-time';
import { eventGaps, leavesDatesOpen, turnbullResampling } from '@core/analyses/visit-gaps';
import type { AnswerState } from '@core/base/answer-state';
import { everyone } from '@core/cohort/cohort-definition';
import { awaitsResponse, type EndpointDefinition, hasIncidence } from '@core/endpoint/endpoint-definition';
import {
  type EndpointPresetId,
  endpointPresetIds,
  endpointPresets,
  presetOf,
} from '@core/endpoint/endpoint-presets';
import { tablesOfEndpoint } from '@core/endpoint/endpoint-tables';
import { endpointToken } from '@core/endpoint/endpoint-url';
import { endpointCohorts } from '@data/queries/endpoint-cohorts';
import { endpointEvents } from '@data/queries/endpoint-events';
import { endpointIntervals } from '@data/queries/endpoint-intervals';
import { cohortDescription } from '@language/cohort-description';
import { endpointSentence } from '@language/endpoint-sentence';
import { useWords, type Words } from '@language/use-words';
import { useLooks } from '@session/look-ledger';
import { markFigureDrawn } from '@session/redraw-clock';
import { urlChoices } from '@session/url-choices';
import { useAnswer } from '@session/use-answer';
import { ShownPatientsContext } from '@session/use-cohort-warnings';
import { useEndpoint } from '@session/use-endpoint';
import { useExtract } from '@session/use-extract';
import { useFigureCode } from '@session/use-figure-code';
import { useKeptAhead } from '@session/use-kept-ahead';
import { useMayShowRows } from '@session/use-policy';
import { useCohort, useUrlChoice } from '@session/use-url';
import { useWorkerAnswer } from '@session/use-worker-answer';
import { EndpointControls } from '@view/figures/EndpointControls';
import { EndpointFigure } from '@view/figures/EndpointFigure';
import { causeName, type EndpointView } from '@view/figures/endpoint-words';
import { FigureCode } from '@view/figures/FigureCode';
import { ImmortalTimeNotice } from '@view/figures/ImmortalTimeNotice';
import { ChoiceField } from '@view/ui/ChoiceField';
import { Notice } from '@view/ui/Notice';
import { OptionalChoice } from '@view/ui/OptionalChoice';
import { Segments } from '@view/ui/Segments';
import { Toggle } from '@view/ui/Toggle';
import { useCallback, useMemo } from 'react';
import { EndpointExport } from './EndpointExport';
import { type ComparedCohort, useComparedCohorts } from './use-compared-cohorts';

const noCohorts: readonly ComparedCohort[] = [];

interface Props {
  /** The endpoints that are offered; one of the reader's own is accepted where it fits among them. */
  readonly presets?: readonly EndpointPresetId[];
  readonly accepts?: (endpoint: EndpointDefinition) => boolean;
  /** What the bench calls the figure. */
  readonly mark: string;
  /** The longest axis, in months. */
  readonly horizonMonths: number;
}

/** The curves of one endpoint of the cohort, by whatever they are split, and what leaves of them. */
export function EndpointScreen({ presets = endpointPresetIds, accepts, mark, horizonMonths }: Props) {
  const words = useWords();
  const { say } = words;
  const { cohort } = useCohort();
  const extract = useExtract();
  const choice = useEndpoint(accepts);
  const drawn = useCallback(() => markFigureDrawn(mark), [mark]);
  const { endpoint } = choice;
  const [by, setBy] = useUrlChoice('curves');
  const [scale = 'log', setScale] = useUrlChoice('interval');
  const usual = awaitsResponse(endpoint) ? 'incidence' : 'free';
  const [shown = usual, setShown] = useUrlChoice('show');
  const [causeText, setCause] = useUrlChoice('cause');
  const groups = groupsOf(endpoint);
  const compared = useComparedCohorts();
  const ofCohorts = by === byCohorts && compared.length > 1;
  const groupBy = groups.find((group) => group === by) ?? null;
  const incidence = hasIncidence(endpoint);
  const cause = Math.min(Number(causeText ?? '1'), 1 + endpoint.competing.length);
  const view = useMemo(
    (): EndpointView =>
      shown === 'incidence' && incidence ? { kind: 'incidence', cause } : { kind: 'free' },
    [shown, incidence, cause],
  );
  const asked = useMemo(() => ({ cohort, endpoint, groupBy }), [cohort, endpoint, groupBy]);
  const shownPatients = useMemo(
    () => (ofCohorts ? null : ({ kind: 'endpoint', endpoint, groupBy } as const)),
    [ofCohorts, endpoint, groupBy],
  );
  const ofGroups = useAnswer(endpointEvents, asked, !ofCohorts);
  const askedOfNamed = useMemo(() => ({ endpoint, cohorts: compared }), [endpoint, compared]);
  const ofNamed = useAnswer(endpointCohorts, askedOfNamed, ofCohorts);
  const state = ofCohorts ? ofNamed : ofGroups;
  const ahead = useMemo(
    () =>
      presets
        .map((id) => endpointPresets[id].endpoint)
        .filter((one) => tablesOfEndpoint(one).every((table) => extract.has(table)))
        .map((one) => ({ cohort: everyone, endpoint: one, groupBy })),
    [presets, extract.has, groupBy],
  );
  useKeptAhead(endpointEvents, ahead, ofGroups.kind === 'answered');
  const shifts = leavesDatesOpen(endpoint) && !ofCohorts;
  const mayShift = shifts && groupBy === null && view.kind === 'free';
  const isDrawn = state.kind === 'answered' && !state.refreshing;
  const intervals = useAnswer(
    endpointIntervals,
    useMemo(() => ({ cohort, endpoint }), [cohort, endpoint]),
    // After the curves: of a million patients it takes as long as they do.
    isDrawn && shifts && (mayShift || view.kind === 'incidence') && extract.has('molecular'),
  );
  const [turnbull, setTurnbull] = useUrlChoice('turnbull');
  const between = intervals.kind === 'answered' && !intervals.refreshing ? intervals.answer : null;
  const freeGaps = useWorkerAnswer('visit-gaps', mayShift ? between : null);
  const resampling = useMemo(
    () =>
      turnbull === undefined || between === null || freeGaps === null
        ? null
        : turnbullResampling(between, freeGaps),
    [turnbull, between, freeGaps],
  );
  const band = useWorkerAnswer('turnbull-bootstrap', resampling);
  const incidenceGaps = useMemo(
    () => (shifts && view.kind === 'incidence' && between !== null ? eventGaps(between) : null),
    [shifts, view, between],
  );
  const cohortInWords = useMemo(() => cohortDescription(words, cohort).join(' '), [words, cohort]);
  const looks = useLooks(
    isDrawn
      ? {
          endpoint: endpointToken(endpoint),
          cohort: JSON.stringify(cohort),
          by: ofCohorts ? compared.map((one) => JSON.stringify(one.cohort)).join() : (groupBy ?? ''),
        }
      : null,
    extract.key,
  );
  const options = useMemo(() => ({ interval: scale, level: 0.95 }), [scale]);
  // While another endpoint is asked for, what is shown is still the one before, under its name.
  const preset = presetOf(state.kind === 'answered' ? state.answer.endpoint : endpoint);
  const title = ({ say: sayIn }: Words) =>
    preset === null ? sayIn('survival.custom') : sayIn(`survival.preset.${preset}`);
  const code = {
    title: title(words),
    method: [endpointSentence(words, endpoint), ...comparedBy(groupBy, words)].join(' '),
    curves: { view, interval: scale, horizonMonths },
  };
  const mayShowRows = useMayShowRows();
  const codeOfGroups = useFigureCode({ ...code, question: endpointEvents, parameters: asked });
  const codeOfNamed = useFigureCode({ ...code, question: endpointCohorts, parameters: askedOfNamed });
  const missing = tablesOfEndpoint(endpoint).find((table) => !extract.has(table));
  if (missing !== undefined) {
    return (
      <>
        <EndpointControls {...choice} presets={presets} />
        <Notice tone="warn" title={say('survival.missing', { table: missing })} />
      </>
    );
  }
  return (
    <FigureCode code={ofCohorts ? codeOfNamed : codeOfGroups}>
      <ShownPatientsContext value={shownPatients}>
        <EndpointFigure
          title={title(words)}
          state={state}
          options={options}
          view={view}
          horizonMonths={horizonMonths}
          source={preset === null ? null : endpointPresets[preset]}
          exporting={
            // What leaves is of the cohort of the screen, so that it waits for it.
            isDrawn ? (
              <EndpointExport
                groupBy={state.answer.groupBy}
                cohorts={ofCohorts ? compared : noCohorts}
                title={title}
                cohort={cohort}
                table={state.answer}
                interval={scale}
                view={view}
                horizonMonths={horizonMonths}
                looks={looks}
              />
            ) : null
          }
          onDrawn={drawn}
          mayShowRows={mayShowRows}
          gaps={view.kind === 'free' ? freeGaps : incidenceGaps}
          turnbull={turnbull === 'shown'}
          turnbullBand={band}
          cohort={cohortInWords}
          looks={looks}
          warning={
            <>
              {by === byCohorts && !ofCohorts ? (
                <Notice tone="info">
                  <p>{say('survival.cohortsHint')}</p>
                </Notice>
              ) : null}
              <Warning
                state={state}
                compared={ofCohorts ? compared : noCohorts}
                onLandmark={(landmarkMonths) => choice.choose({ ...endpoint, landmarkMonths })}
              />
            </>
          }
          controls={
            <>
              <EndpointControls {...choice} presets={presets} />
              <OptionalChoice
                label={say('survival.groupBy')}
                none={say('survival.noGroup')}
                options={[
                  ...groups.map((id) => ({ id, label: say(`clinic.${id}`) })),
                  { id: byCohorts, label: say('survival.cohorts') },
                ]}
                chosen={by === byCohorts ? byCohorts : groupBy}
                onChoose={setBy}
              />
              <ChoiceField
                label={say('survival.interval')}
                options={urlChoices.interval.map((id) => ({ id, label: say(`remission.interval.${id}`) }))}
                chosen={scale}
                onChoose={(id) => setScale(id === 'log' ? undefined : id)}
              />
              {incidence ? (
                <Segments
                  label={say('survival.show')}
                  options={(['free', 'incidence'] as const).map((id) => ({
                    id,
                    label: say(`survival.show.${id}`),
                  }))}
                  chosen={view.kind}
                  onChoose={(id) => setShown(id === usual ? undefined : id)}
                />
              ) : null}
              {mayShift ? (
                <Toggle
                  label={say('visits.toggle')}
                  isOn={turnbull === 'shown'}
                  onChange={(on) => setTurnbull(on ? 'shown' : undefined)}
                />
              ) : null}
              {view.kind === 'incidence' && (groupBy !== null || ofCohorts) ? (
                <ChoiceField
                  label={say('survival.cause')}
                  options={[endpoint.event, ...endpoint.competing.map((event) => [event])].map(
                    (events, place) => ({
                      id: String(place + 1),
                      label: causeName(events, words),
                    }),
                  )}
                  chosen={String(cause)}
                  onChoose={(id) => setCause(id === '1' ? undefined : id)}
                />
              ) : null}
            </>
          }
        />
      </ShownPatientsContext>
    </FigureCode>
  );
}

const comparedBy = (groupBy: CurveGroup | null, { say }: Words): readonly string[] =>
  groupBy === null ? [] : [say('code.notebook.groups', { group: say(`clinic.${groupBy}`) })];

/** Groups that the endpoint can be split by; the duration of TKI before a stop only where the stop is the origin. */
function groupsOf({ origin }: EndpointDefinition): readonly CurveGroup[] {
  const atStop = origin.event === 'stop' || origin.event === 'restart';
  return [...(atStop ? groupVariables : baselineVariables), ...responseVariables];
}

function Warning({
  state,
  compared,
  onLandmark,
}: {
  readonly state: AnswerState<EndpointTable>;
  readonly compared: readonly ComparedCohort[];
  readonly onLandmark: (months: number) => void;
}) {
  const { cohort } = useCohort();
  const table = state.kind === 'answered' ? state.answer : null;
  const immortal = useMemo(
    () => (table === null ? null : immortalTime(table, cohort, compared)),
    [table, cohort, compared],
  );
  return immortal === null ? null : <ImmortalTimeNotice immortal={immortal} onLandmark={onLandmark} />;
}
