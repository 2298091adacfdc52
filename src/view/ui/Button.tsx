import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps } from 'react-aria-components';
import styles from './button.module.css';
import { useSteady } from './use-steady';

interface Props extends Omit<ButtonProps, 'className' | 'style'> {
  /** `primary` once per view at most; `quiet` looks like text until it is hovered. */
  readonly look?: 'primary' | 'plain' | 'quiet';
}

export function Button(props: Props): ReactNode {
  return useSteady(props, button);
}

function button({ look = 'plain', ...rest }: Props): ReactNode {
  return <AriaButton {...rest} className={`${styles.button} ${styles[look]}`} />;
}
