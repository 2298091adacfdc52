import type { ReactNode } from 'react';
import {
  Button,
  Header,
  type Key,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  Select,
  SelectValue,
} from 'react-aria-components';
import styles from './choice-field.module.css';
import { useSteady } from './use-steady';

export interface ChoiceGroup<Id extends string> {
  readonly id: string;
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly label: string }[];
}

interface Props<Id extends string> {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly groups: readonly ChoiceGroup<Id>[];
  /** `null`: nothing is chosen, and the placeholder says what a choice would do. */
  readonly chosen: Id | null;
  readonly placeholder?: string;
  readonly onChoose: (id: Id) => void;
}

/** One of many options, in groups; typing goes to the option that begins so. */
export function GroupedChoice<Id extends string>(props: Props<Id>): ReactNode {
  return useSteady(props, groupedChoice<Id>);
}

function groupedChoice<Id extends string>({
  label,
  labelHidden = false,
  groups,
  chosen,
  placeholder,
  onChoose,
}: Props<Id>): ReactNode {
  const choose = (key: Key | null) => {
    const option = groups.flatMap(({ options }) => options).find(({ id }) => id === key);
    if (option !== undefined) onChoose(option.id);
  };
  return (
    <Select
      className={styles.field ?? ''}
      value={chosen}
      onChange={choose}
      {...(placeholder === undefined ? {} : { placeholder })}
    >
      <Label className={labelHidden ? 'visually-hidden' : (styles.label ?? '')}>{label}</Label>
      <Button className={styles.button ?? ''}>
        <SelectValue className={styles.value ?? ''} />
        <svg aria-hidden="true" width="12" height="12" viewBox="0 0 12 12">
          <path d="M2.5 4.5 6 8l3.5-3.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      </Button>
      <Popover className={styles.popover ?? ''}>
        <ListBox className={styles.list ?? ''} items={groups}>
          {(group) => (
            <ListBoxSection id={group.id}>
              <Header className={styles.group ?? ''}>{group.label}</Header>
              {group.options.map((option) => (
                <ListBoxItem
                  className={styles.option ?? ''}
                  key={option.id}
                  id={option.id}
                  textValue={option.label}
                >
                  {option.label}
                </ListBoxItem>
              ))}
            </ListBoxSection>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
