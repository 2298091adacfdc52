import { patientHistory } from '@data/queries/patient-history';
import { useWords } from '@language/use-words';
import { markFigureDrawn } from '@session/redraw-clock';
import { useAnswer } from '@session/use-answer';
import { useExtract } from '@session/use-extract';
import { EligibilityExplanation } from '@view/figures/EligibilityExplanation';
import { FailureNotice } from '@view/figures/FailureNotice';
import { MilestoneExplanation } from '@view/figures/MilestoneExplanation';
import { PatientTimelineFigure } from '@view/figures/PatientTimelineFigure';
import { Button } from '@view/ui/Button';
import { PendingPanel } from '@view/ui/PendingPanel';
import { useEffect, useId, useRef } from 'react';
import { PatientFactList } from './PatientFactList';
import styles from './patients-view.module.css';

interface Props {
  readonly patientKey: number;
  readonly place: number;
  readonly onClose: () => void;
}

const drawn = () => markFigureDrawn('patient-timeline');

/** One patient: the course, and what is known. Rows of a patient come into the page here, and nowhere else. */
export function PatientPanel({ patientKey, place, onClose }: Props) {
  const words = useWords();
  const extract = useExtract();
  const state = useAnswer(patientHistory, patientKey);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section className={styles.panel} aria-labelledby={titleId}>
      <header className={styles.panelHead}>
        <h2 ref={heading} id={titleId} tabIndex={-1}>
          {words.say('patients.open', { row: place + 1 })}
        </h2>
        <Button onPress={onClose}>{words.say('patients.close')}</Button>
      </header>
      {state.kind === 'asking' ? <PendingPanel label={words.say('figure.asking')} height={520} /> : null}
      {state.kind === 'failed' ? <FailureNotice error={state.error} words={words} /> : null}
      {state.kind === 'answered' ? (
        <>
          <PatientTimelineFigure course={state.answer} has={extract.has} onDrawn={drawn} />
          <MilestoneExplanation course={state.answer} />
          <EligibilityExplanation course={state.answer} has={extract.has} />
          <PatientFactList facts={state.answer.facts} />
        </>
      ) : null}
    </section>
  );
}
