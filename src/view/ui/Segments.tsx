import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import styles from './segments.module.css';
import { useSteady } from './use-steady';

interface Props<Id extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly label: string }[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
  /** The label is read, not shown. */
  readonly labelHidden?: boolean;
}

/** One of two to four options, all in sight. */
export function Segments<Id extends string>(props: Props<Id>): ReactNode {
  return useSteady(props, segments<Id>);
}

function segments<Id extends string>({
  label,
  options,
  chosen,
  onChoose,
  labelHidden = false,
}: Props<Id>): ReactNode {
  return (
    <RadioGroup
      className={styles.group ?? ''}
      orientation="horizontal"
      value={chosen}
      onChange={(id) => onChoose(id as Id)}
    >
      <Label className={labelHidden ? 'visually-hidden' : (styles.label ?? '')}>{label}</Label>
      <div className={styles.track}>
        {options.map((option) => (
          <Radio key={option.id} className={styles.segment ?? ''} value={option.id}>
            {option.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
