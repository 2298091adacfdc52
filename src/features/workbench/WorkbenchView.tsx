import { workbenchSchema } from '@data/queries/workbench/workbench-schema';
import { useWords } from '@language/use-words';
import { useAnswer } from '@session/use-answer';
import { useMayShowRows } from '@session/use-policy';
import { useWorkbench, workbench } from '@session/use-workbench';
import type { SqlEditorHandle } from '@view/editor/SqlEditor';
import { Button } from '@view/ui/Button';
import { Expander } from '@view/ui/Expander';
import { Notice } from '@view/ui/Notice';
import { ViewTabs } from '@view/ui/ViewTabs';
import { useMemo, useRef } from 'react';
import { knownTables } from './known-tables';
import { PastRuns } from './PastRuns';
import { ScriptPanel } from './ScriptPanel';
import { TableList } from './TableList';
import styles from './workbench-view.module.css';

/** The workbench, where the policy of disclosure lets rows be seen. */
export function WorkbenchView() {
  const { say } = useWords();
  return useMayShowRows() ? <OpenWorkbench /> : <Notice tone="warn" title={say('exports.noRows')} />;
}

function OpenWorkbench() {
  const words = useWords();
  const { say } = words;
  const { state, cohorts } = useWorkbench();
  const schema = useAnswer(workbenchSchema, null);
  const editor = useRef<SqlEditorHandle>(null);
  const standing = schema.kind === 'answered' ? schema.answer : null;
  const tables = useMemo(
    () => (standing === null ? null : knownTables(standing, cohorts, words)),
    [standing, cohorts, words],
  );
  const tab = state.tabs.find(({ id }) => id === state.chosen) ?? state.tabs[0];
  if (tab === undefined) return null;
  const nameOf = ({ id, title }: (typeof state.tabs)[number]) =>
    title ?? say('workbench.script', { number: id.slice(1) });
  return (
    <div className={styles.screen}>
      <p className={styles.lead}>{say('workbench.lead')}</p>
      <div className={styles.columns}>
        <div className={styles.main}>
          <ViewTabs
            label={say('workbench.scripts')}
            tabs={state.tabs.map((one) => ({ id: one.id, label: nameOf(one) }))}
            chosen={tab.id}
            onChoose={(id) => workbench.choose(id)}
          >
            <ScriptPanel
              key={tab.id}
              tab={tab}
              schema={standing}
              tables={tables}
              cohorts={cohorts}
              editor={editor}
              actions={
                <>
                  <Button look="quiet" onPress={() => workbench.open('')}>
                    {say('workbench.new')}
                  </Button>
                  <Button look="quiet" onPress={() => workbench.close(tab.id)}>
                    {say('workbench.close')}
                  </Button>
                </>
              }
            />
          </ViewTabs>
          <Expander label={say('workbench.history')} level={2} look="heading">
            <PastRuns past={state.past} />
          </Expander>
        </div>
        {tables === null ? null : (
          <TableList tables={tables} onInsert={(name) => editor.current?.insert(name)} />
        )}
      </div>
    </div>
  );
}
