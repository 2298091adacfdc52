import { type AnchorEvent, numberedEvents, singleEvents } from '@core/cohort/anchor-event';
import type { AttritionStep } from '@core/cohort/attrition';
import { useWords } from '@language/use-words';
import { AnchorField } from '../editor/AnchorField';
import { AttritionStepCounts } from './AttritionStepCounts';
import styles from './attrition.module.css';

interface Props {
  readonly index: AnchorEvent;
  readonly step: AttritionStep | null;
  readonly patients: number;
  readonly onChange: (index: AnchorEvent | 'index') => void;
}

const events = [...singleEvents, ...numberedEvents];

/** The first step: the event that a patient must have, and by which windows may be counted. */
export function IndexStep({ index, step, patients, onChange }: Props) {
  const { say } = useWords();
  return (
    <div className={styles.step}>
      <AnchorField label={say('explorer.index')} events={events} chosen={index} onChange={onChange} />
      {index.event === 'diagnosis' ? (
        <p className={styles.leaving}>{say('explorer.indexEverybody')}</p>
      ) : (
        <AttritionStepCounts step={step} patients={patients} policy="exclude" isRule={false} />
      )}
    </div>
  );
}
