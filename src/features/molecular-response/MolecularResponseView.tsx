import type { CurveOrigin } from '@core/analyses/curve-origin';
import { curveOrigins } from '@core/analyses/curve-origin';
import { baselineVariables } from '@core/analyses/group-variable';
import type { Trajectory } from '@core/analyses/response-trajectories';
import { responseTrajectories } from '@data/queries/response-trajectories';
import { visitDistribution } from '@data/queries/visit-distribution';
import { useWords } from '@language/use-words';
import { markFigureDrawn } from '@session/redraw-clock';
import { urlChoices } from '@session/url-choices';
import { useAnswer } from '@session/use-answer';
import { ShownPatientsContext } from '@session/use-cohort-warnings';
import { useExtract } from '@session/use-extract';
import { useFigureCode } from '@session/use-figure-code';
import { useFigureExport } from '@session/use-figure-export';
import { usePeriod } from '@session/use-period';
import { useMayShowPatients } from '@session/use-policy';
import { useCohort, useUrlChoice } from '@session/use-url';
import { FigureCode } from '@view/figures/FigureCode';
import { FigureExport } from '@view/figures/FigureExport';
import { MolecularResponseFigure } from '@view/figures/MolecularResponseFigure';
import { ChoiceField } from '@view/ui/ChoiceField';
import { Notice } from '@view/ui/Notice';
import { OptionalChoice } from '@view/ui/OptionalChoice';
import { Segments } from '@view/ui/Segments';
import { Toggle } from '@view/ui/Toggle';
import { useMemo, useState } from 'react';
import styles from './molecular-response-view.module.css';
import { PickedPatient } from './PickedPatient';
import { TrajectoryPicker } from './TrajectoryPicker';
import { ZoomControls } from './ZoomControls';

const drawn = () => markFigureDrawn('molecular-response');
const drawnWithTrajectories = () => {
  drawn();
  markFigureDrawn('response-trajectories');
};
const horizons = urlChoices.months;

/** The screen of one extract: with another extract it begins anew, and no patient stays picked out. */
export function MolecularResponseView() {
  return <ResponseOfExtract key={useExtract().key} />;
}

function ResponseOfExtract() {
  const { say } = useWords();
  const { cohort } = useCohort();
  const extract = useExtract();
  const [asked, setMonths] = useUrlChoice('months');
  const [originAsked, setOrigin] = useUrlChoice('origin');
  const [by, setBy] = useUrlChoice('by');
  const [hiddenByUser, setHidden] = useUrlChoice('trajectories');
  const mayShow = useMayShowPatients();
  const hidden = mayShow ? hiddenByUser : 'hidden';
  const [period, setPeriod] = usePeriod();
  const [pickedKey, setPickedKey] = useState<number | null>(null);
  const [opened, setOpened] = useState<Trajectory | null>(null);
  const horizon = asked ?? '60';
  const origin = originAsked ?? 'first_tki';
  const groupBy = baselineVariables.find((variable) => variable === by) ?? null;
  const canAsk = origin !== 'first_stop' || extract.has('treatment_free_attempt');
  const question = useMemo(() => ({ cohort, origin, groupBy }), [cohort, origin, groupBy]);
  const shownPatients = useMemo(() => ({ kind: 'response', origin, groupBy }) as const, [origin, groupBy]);
  const state = useAnswer(visitDistribution, question, canAsk);
  const code = useFigureCode({
    title: say('response.title'),
    question: visitDistribution,
    parameters: question,
  });
  const leaving = useFigureExport('response', { origin, by: groupBy ?? 'none' }, cohort);
  const trajectoryState = useAnswer(responseTrajectories, question, canAsk && hidden === undefined);
  const trajectories =
    hidden === undefined && trajectoryState.kind === 'answered' && !trajectoryState.refreshing
      ? trajectoryState.answer
      : null;
  const picked = trajectories?.patients.find(({ patientKey }) => patientKey === pickedKey) ?? null;
  const { fromMonth, toMonth } = period ?? { fromMonth: 0, toMonth: Number(horizon) };
  const controls = (
    <>
      <ChoiceField<CurveOrigin>
        label={say('response.origin')}
        options={curveOrigins.map((id) => ({ id, label: say(`response.origin.${id}`) }))}
        chosen={origin}
        onChoose={(id) => setOrigin(id === 'first_tki' ? undefined : id)}
      />
      <OptionalChoice
        label={say('survival.groupBy')}
        none={say('survival.noGroup')}
        options={baselineVariables.map((id) => ({ id, label: say(`clinic.${id}`) }))}
        chosen={groupBy}
        onChoose={setBy}
      />
      <Segments
        label={say('response.horizon')}
        options={horizons.map((id) => ({ id, label: say('figure.months', { months: Number(id) }) }))}
        chosen={horizon}
        onChoose={(id) => setMonths(id === '60' ? undefined : id)}
      />
    </>
  );
  if (!canAsk) {
    return (
      <div className={styles.screen}>
        <div className={styles.controls}>{controls}</div>
        <Notice tone="warn" title={say('response.missingStops')} />
      </div>
    );
  }
  return (
    <>
      <FigureCode code={code}>
        <FigureExport leaving={leaving}>
          <ShownPatientsContext value={shownPatients}>
            <MolecularResponseFigure
              state={state}
              fromMonth={fromMonth}
              toMonth={toMonth}
              plotHeight={400}
              notes="full"
              onDrawn={trajectories === null ? drawn : drawnWithTrajectories}
              controls={controls}
              trajectories={trajectories}
              picked={picked}
              onPick={(trajectory) => {
                setPickedKey(trajectory.patientKey);
                setOpened(trajectory);
              }}
              onPeriod={(from, to) => setPeriod({ fromMonth: from, toMonth: to })}
              under={
                <div className={styles.controls}>
                  <ZoomControls
                    period={{ fromMonth, toMonth }}
                    isZoomed={period !== null}
                    onPeriod={setPeriod}
                  />
                  {mayShow ? (
                    <Toggle
                      label={say('response.trajectories')}
                      isOn={hidden === undefined}
                      onChange={(on) => setHidden(on ? undefined : 'hidden')}
                    />
                  ) : null}
                  {trajectories === null || trajectories.patients.length === 0 ? null : (
                    <TrajectoryPicker
                      trajectories={trajectories}
                      picked={picked}
                      onPick={(trajectory) => setPickedKey(trajectory?.patientKey ?? null)}
                      onOpen={setOpened}
                    />
                  )}
                  <p className={styles.hint}>{say('response.zoomHint')}</p>
                </div>
              }
            />
          </ShownPatientsContext>
        </FigureExport>
      </FigureCode>
      {opened === null ? null : (
        <PickedPatient patientKey={opened.patientKey} onClose={() => setOpened(null)} />
      )}
    </>
  );
}
