import { CheckMark } from '@view/ui/CheckMark';
import { Checkbox, CheckboxGroup, Label } from 'react-aria-components';
import styles from './column-checks.module.css';

interface Props {
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

/** Any of the columns of an answer. */
export function ColumnChecks({ label, options, chosen, onChoose }: Props) {
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
