import { Button as AriaButton, type ButtonProps } from 'react-aria-components';
import styles from './button.module.css';

interface Props extends Omit<ButtonProps, 'className' | 'style'> {
  /** `primary` once per view at most; `quiet` looks like text until it is hovered. */
  readonly look?: 'primary' | 'plain' | 'quiet';
}

export function Button({ look = 'plain', ...rest }: Props) {
  return <AriaButton {...rest} className={`${styles.button} ${styles[look]}`} />;
}
