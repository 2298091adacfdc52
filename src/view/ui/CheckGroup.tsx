import { Checkbox, CheckboxGroup, Label } from 'react-aria-components';
import { CheckMark } from './CheckMark';
import styles from './check-group.module.css';

interface Props {
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

/** Any of some named options. */
export function CheckGroup({ label, options, chosen, onChoose }: Props) {
  return (
    <CheckboxGroup className={styles.group ?? ''} value={[...chosen]} onChange={onChoose}>
      <Label className={styles.label ?? ''}>{label}</Label>
      <div className={styles.options}>
        {options.map((option) => (
          <Checkbox key={option.id} value={option.id} className={styles.option ?? ''}>
            <CheckMark />
            <span>{option.label}</span>
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  );
}
