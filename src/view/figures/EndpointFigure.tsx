import {
  type EndpointOptions,
  type EndpointSurvival,
  type EndpointTable,
  endpointSurvival,
} from '@core/analyses/endpoint-survival';
import type { Looks } from '@core/analyses/look-ledger';
import type { VisitGaps } from '@core/analyses/visit-gaps';
import type { AnswerState } from '@core/base/answer-state';
import { awaitsResponse } from '@core/endpoint/endpoint-definition';
import type { PresetSource } from '@core/endpoint/endpoint-presets';
import type { TurnbullInterval } from '@core/statistics/survival/turnbull-bootstrap';
import { useWords, type Words } from '@language/use-words';
import { axisEnd, type StepCurveWords, stepCurves, stepCurvesHeight } from '@view/charts/step-curves';
import { Expander } from '@view/ui/Expander';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { EndpointEstimates } from './EndpointEstimates';
import { EndpointMethods } from './EndpointMethods';
import { EndpointNotes } from './EndpointNotes';
import { EndpointScript } from './EndpointScript';
import { EndpointStepTable } from './EndpointStepTable';
import { chartWords, curvesOf, type EndpointView, monthText, type NamedCurve } from './endpoint-words';
import { shareText } from './estimate-text';
import { LooksNote } from './LooksNote';
import { PlottedFigure } from './PlottedFigure';
import { turnbullCurve, turnbullId, VisitGapsSection } from './VisitGapsSection';

interface Props {
  readonly title: string;
  readonly state: AnswerState<EndpointTable>;
  readonly options: EndpointOptions;
  readonly view: EndpointView;
  readonly horizonMonths: number;
  /** Where the endpoint is defined; `null` for one of the reader's own. */
  readonly source: PresetSource | null;
  readonly controls: ReactNode;
  /** Stands above the curves: what is wrong with what was asked. */
  readonly warning: ReactNode;
  /** What leaves of the figure. */
  readonly exporting: ReactNode;
  /** Whether rows of single patients may be seen: the script holds the day on which each left. */
  readonly mayShowRows: boolean;
  readonly onDrawn?: () => void;
  /** What the visits leave open of the days of the events; `null` where they leave nothing open, or it is not known yet. */
  readonly gaps: VisitGaps | null;
  /** Whether Turnbull's curve stands beside the one of Kaplan-Meier. */
  readonly turnbull: boolean;
  /** Its bootstrap intervals, one per reading; `null` while they are not there. */
  readonly turnbullBand: readonly TurnbullInterval[] | null;
  /** The cohort in words, and what was looked at in this session. */
  readonly cohort: string;
  readonly looks: Looks;
}

/** The curves of an endpoint with its rule in one sentence, its counts, tests, estimates and numbers. */
export function EndpointFigure(props: Props) {
  const { title, state, options, view, horizonMonths, source, controls, warning, exporting, onDrawn } = props;
  const { gaps, turnbull, turnbullBand, cohort, looks } = props;
  const words = useWords();
  const table = state.kind === 'answered' ? state.answer : null;
  const survival = useMemo(
    () => (table === null ? null : endpointSurvival(table, options)),
    [table, options],
  );
  const curves = useMemo(
    () => (survival === null ? [] : curvesOf(survival, view, words)),
    [survival, view, words],
  );
  // Visits date a response: how far apart they are is open beside its incidence.
  const showsGaps = view.kind === 'incidence' && survival !== null && awaitsResponse(survival.endpoint);
  const beside =
    gaps === null || !turnbull || curves.length !== 1 || gaps.curve === null || gaps.curve.length === 0
      ? null
      : gaps.curve;
  const drawnCurves = useMemo(
    () => (beside === null ? curves : [...curves, turnbullCurve(beside, turnbullBand, words)]),
    [curves, beside, turnbullBand, words],
  );
  const [month, setMonth] = useState<number | null>(null);
  const named = drawnCurves.length > 1 || (survival?.groupBy ?? null) !== null;
  const chart = useCallback(
    (width: number) =>
      stepCurves(drawnCurves, figureWords(drawnCurves, survival, view, words), {
        width,
        horizonMonths,
        named,
        cursorMonth: month,
      }),
    [drawnCurves, survival, view, words, horizonMonths, named, month],
  );
  const summary = curves.map((curve) => monthText(curve, 24, words)).join(' · ');
  const empty = survival !== null && curves.length === 0;
  const height = stepCurvesHeight(curves.filter(({ counts }) => counts !== null).length, named);
  const end = axisEnd(curves, horizonMonths);
  const reading = month === null ? null : curves.map((curve) => monthText(curve, month, words)).join(' · ');
  return (
    <PlottedFigure
      title={title}
      summary={summary}
      state={state}
      empty={empty}
      emptyText={words.say('survival.empty')}
      options={chart}
      height={height}
      controls={controls}
      warning={warning}
      onDrawn={onDrawn}
      notes={
        survival === null ? undefined : (
          <>
            <EndpointNotes survival={survival} view={view} source={source} words={words} />
            <LooksNote looks={looks} />
          </>
        )
      }
      table={<EndpointStepTable curves={curves} title={title} words={words} />}
      cursor={{
        events: end + 1,
        at: month,
        onMove: setMonth,
        label: words.say('survival.cursor'),
        valueText: reading ?? words.say('survival.months', { months: month ?? 0 }),
        reading: reading,
        hint: words.say('survival.hint'),
        lines: Math.min(4, Math.max(1, curves.length)),
      }}
      below={
        survival === null || table === null ? null : (
          <>
            <EndpointEstimates survival={survival} view={view} words={words} />
            {gaps === null ? null : (
              <Expander
                key={String(showsGaps)}
                label={words.say('visits.panel')}
                level={3}
                look="link"
                open={showsGaps}
              >
                <VisitGapsSection gaps={gaps} band={turnbullBand} survival={survival} words={words} />
              </Expander>
            )}
            <Expander label={words.say('methods.panel')} level={3} look="link">
              <EndpointMethods
                survival={survival}
                view={view}
                title={title}
                cohort={cohort}
                looks={looks}
                words={words}
              />
            </Expander>
            {props.mayShowRows ? (
              <Expander label={words.say('survival.script')} level={3} look="link">
                <EndpointScript table={table} survival={survival} title={title} words={words} />
              </Expander>
            ) : null}
            <Expander label={words.say('exports.panel')} level={3} look="link">
              {exporting}
            </Expander>
          </>
        )
      }
    />
  );
}

/** The words of the chart; Turnbull's curve is a band, and has nobody at risk. */
function figureWords(
  curves: readonly NamedCurve[],
  survival: EndpointSurvival | null,
  view: EndpointView,
  words: Words,
): StepCurveWords {
  const base = chartWords(curves, survival, view, words);
  const tip: StepCurveWords['tip'] = (id, reading) =>
    id === turnbullId
      ? words.say('visits.tip', {
          month: words.number(reading.month, { maximumFractionDigits: 1 }),
          lower: shareText(reading.lower, words),
          upper: shareText(reading.upper, words),
        })
      : base.tip(id, reading);
  return { ...base, tip };
}
