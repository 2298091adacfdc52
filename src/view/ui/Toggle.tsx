import type { ReactNode } from 'react';
import { Switch } from 'react-aria-components';
import styles from './toggle.module.css';
import { useSteady } from './use-steady';

interface Props {
  readonly label: string;
  /** Read instead of the label, which it must hold: says of what. */
  readonly fullLabel?: string;
  readonly isOn: boolean;
  readonly onChange: (on: boolean) => void;
}

/** Something that is so or not, and takes effect at once. */
export function Toggle(props: Props): ReactNode {
  return useSteady(props, toggle);
}

function toggle({ label, fullLabel, isOn, onChange }: Props): ReactNode {
  return (
    <Switch
      className={styles.toggle ?? ''}
      isSelected={isOn}
      onChange={onChange}
      {...(fullLabel === undefined ? {} : { 'aria-label': fullLabel })}
    >
      <span className={styles.track} aria-hidden="true" />
      <span>{label}</span>
    </Switch>
  );
}
