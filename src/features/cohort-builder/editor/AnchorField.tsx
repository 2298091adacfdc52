import { type AnchorEvent, numberedEvents } from '@core/cohort/anchor-event';
import { useWords } from '@language/use-words';
import { GroupedChoice } from '@view/ui/GroupedChoice';
import { NumberBox } from '@view/ui/NumberBox';
import { memo } from 'react';
import styles from './editor.module.css';

type AnchorName = AnchorEvent['event'] | 'index';

interface Props {
  readonly label: string;
  readonly events: readonly AnchorName[];
  readonly chosen: AnchorEvent | 'index';
  readonly onChange: (anchor: AnchorEvent | 'index') => void;
}

const anchorOf = (name: AnchorName, number: number): AnchorEvent | 'index' => {
  if (name === 'index') return 'index';
  const numbered = numberedEvents.find((event) => event === name);
  return numbered === undefined
    ? ({ event: name } as AnchorEvent)
    : { event: numbered, number: Math.max(1, Math.min(99, Math.trunc(number))) };
};

const isNumbered = (name: AnchorName) => (numberedEvents as readonly string[]).includes(name);

/** An event by which days are counted; lines and stops are numbered as the registry numbers them. */
export const AnchorField = memo(function AnchorField({ label, events, chosen, onChange }: Props) {
  const { say } = useWords();
  const name = chosen === 'index' ? 'index' : chosen.event;
  const number = chosen !== 'index' && 'number' in chosen ? chosen.number : null;
  const options = (wanted: boolean) =>
    events
      .filter((event) => isNumbered(event) === wanted)
      .map((event) => ({ id: event, label: say(`anchor.${event}`, { number: 'n' }) }));
  const groups = [
    { id: 'once', label: say('editor.anchorsOnce'), options: options(false) },
    { id: 'numbered', label: say('editor.anchorsNumbered'), options: options(true) },
  ];
  return (
    <div className={styles.anchor}>
      <GroupedChoice
        label={label}
        groups={groups}
        chosen={name}
        onChoose={(event) => onChange(anchorOf(event, number ?? 1))}
      />
      {number === null ? null : (
        <NumberBox
          label={say('editor.anchorNumber')}
          value={number}
          least={1}
          most={99}
          decimals={0}
          onChange={(next) => onChange(anchorOf(name, next ?? 1))}
        />
      )}
    </div>
  );
});
