import { ruleSentence } from '@language/cohort-sentence';
import { useWords } from '@language/use-words';
import { memo, useDeferredValue } from 'react';
import { GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import styles from './attrition.module.css';
import type { AttritionRow } from './attrition-rows';
import { type RuleAction, RuleRow } from './RuleRow';
import { inSameOrder, RuleRowsContext } from './rule-rows';

interface Props {
  readonly rows: readonly AttritionRow[];
  readonly onAction: (action: RuleAction, row: AttritionRow) => void;
  readonly onMove: (from: number, to: number) => void;
}

/** The rules in order; dragged by pointer or keyboard, or moved by their buttons. Counts come to the rows by themselves. */
export function RuleList({ rows, onAction, onMove }: Props) {
  // The list of the component library draws all rows twice when one of them changes. The row itself has changed by then.
  const deferred = useDeferredValue(rows);
  return (
    <RuleRowsContext value={rows}>
      <ListedRules rows={inSameOrder(deferred, rows) ? deferred : rows} onAction={onAction} onMove={onMove} />
    </RuleRowsContext>
  );
}

const ListedRules = memo(function ListedRules({ rows, onAction, onMove }: Props) {
  const words = useWords();
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      rows
        .filter(({ key }) => keys.has(key))
        .map(({ rule }) => ({ 'text/plain': ruleSentence(words, rule) })),
    onReorder: ({ keys, target }) => {
      const from = rows.findIndex(({ key }) => keys.has(key));
      const beside = rows.findIndex(({ key }) => key === target.key);
      if (from === -1 || beside === -1) return;
      const gap = target.dropPosition === 'after' ? beside + 1 : beside;
      onMove(from, gap > from ? gap - 1 : gap);
    },
  });
  return (
    <GridList
      className={styles.rules ?? ''}
      aria-label={words.say('explorer.steps')}
      items={rows}
      selectionMode="none"
      keyboardNavigationBehavior="tab"
      dragAndDropHooks={dragAndDropHooks}
      dependencies={[rows.length, onAction, words]}
    >
      {(row) => (
        <GridListItem
          id={row.key}
          textValue={ruleSentence(words, row.rule)}
          className={styles.item ?? ''}
          data-place={row.place}
          data-rule={row.key}
        >
          <RuleRow listed={row} rules={rows.length} onAction={onAction} />
        </GridListItem>
      )}
    </GridList>
  );
});
