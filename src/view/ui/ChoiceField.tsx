import type { ReactNode } from 'react';
import {
  Button,
  type Key,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
} from 'react-aria-components';
import styles from './choice-field.module.css';
import { useSteady } from './use-steady';

interface Option<Id extends string> {
  readonly id: Id;
  readonly label: string;
}

interface Props<Id extends string> {
  readonly label: string;
  readonly options: readonly Option<Id>[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
}

/** One of a few named options. */
export function ChoiceField<Id extends string>(props: Props<Id>): ReactNode {
  return useSteady(props, choiceField<Id>);
}

function choiceField<Id extends string>({ label, options, chosen, onChoose }: Props<Id>): ReactNode {
  const choose = (key: Key | null) => {
    const option = options.find(({ id }) => id === key);
    if (option !== undefined) onChoose(option.id);
  };
  return (
    <Select className={styles.field ?? ''} value={chosen} onChange={choose}>
      <Label className={styles.label ?? ''}>{label}</Label>
      <Button className={styles.button ?? ''}>
        <SelectValue className={styles.value ?? ''} />
        <svg aria-hidden="true" width="12" height="12" viewBox="0 0 12 12">
          <path d="M2.5 4.5 6 8l3.5-3.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      </Button>
      <Popover className={styles.popover ?? ''}>
        <ListBox className={styles.list ?? ''} items={options}>
          {(option) => (
            <ListBoxItem className={styles.option ?? ''} id={option.id} textValue={option.label}>
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
