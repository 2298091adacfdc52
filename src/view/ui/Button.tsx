import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps } from 'react-aria-components';
import styles from './button.module.css';
import { useSteady } from './use-steady';

interface Props extends Omit<ButtonProps, 'className' | 'style'> {
  /** `primary` once per view at most; `quiet` looks like text until it is hovered. */
  readonly look?: 'primary' | 'plain' | 'quiet';
  /** What it began is being made: it does nothing until then, and the keyboard stays on it. The progress is told elsewhere. */
  readonly isBusy?: boolean;
}

export function Button(props: Props): ReactNode {
  return useSteady(props, button);
}

function button({ look = 'plain', isBusy = false, onPress, ...rest }: Props): ReactNode {
  const press = isBusy || onPress === undefined ? {} : { onPress };
  const className = `${styles.button} ${styles[look]} ${isBusy ? styles.busy : ''}`;
  return <AriaButton {...rest} {...press} className={className} />;
}
