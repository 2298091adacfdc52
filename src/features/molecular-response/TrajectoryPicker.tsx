import type { Trajectories, Trajectory } from '@core/analyses/response-trajectories';
import { useWords, type Words } from '@language/use-words';
import { depthText } from '@view/charts/molecular-response-curve';
import { Button } from '@view/ui/Button';
import { ChoiceField } from '@view/ui/ChoiceField';
import { useDeferredValue, useMemo } from 'react';
import styles from './molecular-response-view.module.css';

interface Props {
  readonly trajectories: Trajectories;
  readonly picked: Trajectory | null;
  readonly onPick: (trajectory: Trajectory | null) => void;
  readonly onOpen: (trajectory: Trajectory) => void;
}

/** One of the trajectories drawn, chosen from a list: what a click on its line does, without a pointer. */
export function TrajectoryPicker({ trajectories, picked, onPick, onOpen }: Props) {
  const words = useWords();
  // The list is long and closed: the curve is drawn before it.
  const listed = useDeferredValue(trajectories);
  const options = useMemo(
    () => [
      { id: 'none', label: words.say('response.pickNone') },
      ...listed.patients.map((one, place) => ({
        id: String(one.patientKey),
        label: trajectoryText(one, place, words),
      })),
    ],
    [listed, words],
  );
  return (
    <div className={styles.picker}>
      <ChoiceField
        label={words.say('response.pick')}
        options={options}
        chosen={picked === null ? 'none' : String(picked.patientKey)}
        onChoose={(id) => onPick(listed.patients.find(({ patientKey }) => String(patientKey) === id) ?? null)}
      />
      <Button
        isDisabled={picked === null}
        onPress={() => {
          if (picked !== null) onOpen(picked);
        }}
      >
        {words.say('response.openCourse')}
      </Button>
    </div>
  );
}

function trajectoryText({ samples }: Trajectory, place: number, words: Words): string {
  const last = samples.at(-1);
  return words.say('response.pickOne', {
    place: place + 1,
    samples: samples.length,
    month: last === undefined ? '–' : words.number(Math.round(last.month)),
    last:
      last === undefined
        ? '–'
        : depthText({ kind: last.detected ? 'percent' : 'below', percent: last.percent }, words.number),
  });
}
