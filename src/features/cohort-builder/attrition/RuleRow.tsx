import { partsOf } from '@core/cohort/rule-combination';
import { ruleSentence } from '@language/cohort-sentence';
import { useWords } from '@language/use-words';
import { Toggle } from '@view/ui/Toggle';
import { memo } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import styles from './attrition.module.css';
import type { AttritionRow } from './attrition-rows';
import { RuleCounts } from './RuleCounts';
import { useRuleRow } from './rule-rows';

export type RuleAction =
  | 'up'
  | 'down'
  | 'edit'
  | 'remove'
  | 'duplicate'
  | 'negate'
  | 'ungroup'
  | 'combine'
  | 'include'
  | 'exclude';

interface ListedProps {
  /** The row as the list has it. */
  readonly listed: AttritionRow;
  readonly rules: number;
  readonly onAction: (action: RuleAction, row: AttritionRow) => void;
}

type Props = Omit<ListedProps, 'listed'> & { readonly row: AttritionRow };

const capitalised = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** One step of the attrition: the rule in words, its counts, and what can be done with it. */
export function RuleRow({ listed, ...props }: ListedProps) {
  return <RuleContent row={useRuleRow(listed)} {...props} />;
}

const RuleContent = memo(function RuleContent({ row, rules, onAction }: Props) {
  const words = useWords();
  const { say } = words;
  const { rule, place } = row;
  const sentence = ruleSentence(words, rule);
  const act = (action: RuleAction) => () => onAction(action, row);
  const more: readonly RuleAction[] = [
    'duplicate',
    'negate',
    ...(rules > 1 ? (['combine'] as const) : []),
    ...(partsOf(rule.condition).length > 1 ? (['ungroup'] as const) : []),
  ];
  return (
    <div className={styles.rule}>
      <div className={styles.ruleHead}>
        <Button
          slot="drag"
          className={styles.drag ?? ''}
          aria-label={say('explorer.drag', { rule: sentence })}
        >
          <svg aria-hidden="true" width="10" height="16" viewBox="0 0 10 16">
            <path
              d="M2.5 3h.01M7.5 3h.01M2.5 8h.01M7.5 8h.01M2.5 13h.01M7.5 13h.01"
              stroke="currentColor"
              strokeWidth="2.4"
              strokeLinecap="round"
            />
          </svg>
        </Button>
        <p className={styles.sentence}>
          <span className={styles.number}>{place + 1}</span> {capitalised(sentence)}
        </p>
        <span className={styles.actions}>
          <Button
            className={styles.action ?? ''}
            data-action="up"
            isDisabled={place === 0}
            aria-label={say('explorer.up', { rule: sentence })}
            onPress={act('up')}
          >
            ↑
          </Button>
          <Button
            className={styles.action ?? ''}
            data-action="down"
            isDisabled={place === rules - 1}
            aria-label={say('explorer.down', { rule: sentence })}
            onPress={act('down')}
          >
            ↓
          </Button>
        </span>
      </div>
      <RuleCounts says={row.says} policy={rule.unknown} />
      <div className={styles.ruleFoot}>
        <Toggle
          label={say('explorer.keepUnknown')}
          fullLabel={say('explorer.keepUnknownOf', { rule: sentence })}
          isOn={rule.unknown === 'include'}
          onChange={(include) => onAction(include ? 'include' : 'exclude', row)}
        />
        <span className={styles.actions}>
          <Button
            className={styles.action ?? ''}
            aria-label={say('explorer.edit', { rule: sentence })}
            onPress={act('edit')}
          >
            ✎
          </Button>
          <MenuTrigger>
            <Button className={styles.action ?? ''} aria-label={say('explorer.more', { rule: sentence })}>
              ⋯
            </Button>
            <Popover className={styles.popover ?? ''}>
              <Menu className={styles.menu ?? ''} onAction={(key) => onAction(key as RuleAction, row)}>
                {more.map((action) => (
                  <MenuItem key={action} id={action} className={styles.menuItem ?? ''}>
                    {say(`ruleAction.${action as 'duplicate' | 'negate' | 'combine' | 'ungroup'}`)}
                  </MenuItem>
                ))}
              </Menu>
            </Popover>
          </MenuTrigger>
          <Button
            className={styles.action ?? ''}
            aria-label={say('explorer.remove', { rule: sentence })}
            onPress={act('remove')}
          >
            ✕
          </Button>
        </span>
      </div>
    </div>
  );
});
