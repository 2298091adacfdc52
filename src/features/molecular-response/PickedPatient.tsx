import { patientHistory } from '@data/queries/patient-history';
import { useWords } from '@language/use-words';
import { useAnswer } from '@session/use-answer';
import { useExtract } from '@session/use-extract';
import { FailureNotice } from '@view/figures/FailureNotice';
import { PatientTimelineFigure } from '@view/figures/PatientTimelineFigure';
import { DialogFrame } from '@view/ui/DialogFrame';
import { PendingPanel } from '@view/ui/PendingPanel';

interface Props {
  readonly patientKey: number;
  readonly onClose: () => void;
}

/** The course of the patient whose trajectory was picked out, over the page. */
export function PickedPatient({ patientKey, onClose }: Props) {
  const words = useWords();
  const extract = useExtract();
  const state = useAnswer(patientHistory, patientKey);
  return (
    <DialogFrame
      title={words.say('response.pick')}
      closeLabel={words.say('patients.close')}
      onClose={onClose}
      size="wide"
      foot={<p>{words.say('response.courseNote')}</p>}
    >
      {state.kind === 'asking' || (state.kind === 'answered' && state.refreshing) ? (
        <PendingPanel label={words.say('figure.asking')} height={520} />
      ) : null}
      {state.kind === 'failed' ? <FailureNotice error={state.error} words={words} /> : null}
      {state.kind === 'answered' && !state.refreshing ? (
        <PatientTimelineFigure course={state.answer} has={extract.has} />
      ) : null}
    </DialogFrame>
  );
}
