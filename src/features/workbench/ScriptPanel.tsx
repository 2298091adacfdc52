import { statementAt, statementsOf } from '@data/queries/workbench/script';
import type { WorkbenchSchema } from '@data/queries/workbench/workbench-schema';
import { useWords } from '@language/use-words';
import { useExtract } from '@session/use-extract';
import { type WorkbenchSession, workbench } from '@session/use-workbench';
import type { WorkbenchTab } from '@session/workbench-store';
import { SqlEditor, type SqlEditorHandle } from '@view/editor/SqlEditor';
import { Button } from '@view/ui/Button';
import { type ReactNode, type RefObject, useCallback, useMemo } from 'react';
import { completeSql } from './complete-sql';
import { Examples } from './Examples';
import type { KnownTables } from './known-tables';
import { OutcomePanel } from './OutcomePanel';
import styles from './workbench-view.module.css';

interface Props {
  readonly tab: WorkbenchTab;
  readonly schema: WorkbenchSchema | null;
  readonly tables: KnownTables | null;
  readonly cohorts: WorkbenchSession['cohorts'];
  readonly editor: RefObject<SqlEditorHandle | null>;
  readonly actions: ReactNode;
}

/** One script: its editor, its actions, and what became of the statement that was run last. */
export function ScriptPanel({ tab, schema, tables, cohorts, editor, actions }: Props) {
  const { say } = useWords();
  const { engine } = useExtract();
  const known = useMemo(
    () => ({
      tables:
        tables === null ? [] : [...tables.cohorts, ...tables.extract, ...tables.derived, ...tables.endpoints],
      functions: schema?.functions ?? [],
      keywords: schema?.keywords ?? [],
    }),
    [schema, tables],
  );
  const complete = useCallback(
    (script: string, position: number, asked: boolean) => completeSql(script, position, known, asked),
    [known],
  );
  const run = (asPlan: boolean) => {
    const script = workbench.script(tab.id);
    const { from = 0, to = 0, cursor = 0 } = editor.current?.selection() ?? {};
    const statement = from === to ? statementAt(script, cursor) : selected(script.slice(from, to), from);
    if (statement !== null) void workbench.run(tab.id, statement, { engine, cohorts }, asPlan);
  };
  const { outcome } = tab;
  const fault =
    outcome?.kind === 'failed'
      ? outcome.fault.position
      : outcome?.kind === 'refused'
        ? outcome.position
        : null;
  const isRunning = outcome?.kind === 'running';
  return (
    <>
      <SqlEditor
        label={say('workbench.editor')}
        script={workbench.script(tab.id)}
        onWrite={(script) => workbench.write(tab.id, script)}
        onRun={() => run(false)}
        words={schema}
        complete={complete}
        fault={fault}
        handle={editor}
      />
      <div className={styles.actions}>
        {isRunning ? (
          <Button look="primary" onPress={() => workbench.cancel(tab.id)}>
            {say('workbench.cancel')}
          </Button>
        ) : (
          <Button look="primary" onPress={() => run(false)}>
            {say('workbench.run')}
          </Button>
        )}
        <Button isDisabled={isRunning} onPress={() => run(true)}>
          {say('workbench.plan')}
        </Button>
        {actions}
        <p className={styles.hint}>{say('workbench.runHint')}</p>
      </div>
      {outcome === null ? (
        <Examples onChoose={(script) => editor.current?.replace(script)} />
      ) : (
        <OutcomePanel tab={tab} outcome={outcome} />
      )}
    </>
  );
}

/** What is selected as one statement; of several, the engine says that they are too many. */
function selected(text: string, from: number) {
  const statements = statementsOf(text);
  const [first] = statements;
  const last = statements.at(-1);
  if (first === undefined || last === undefined) return null;
  return { text: text.slice(first.from, last.to), from: from + first.from, to: from + last.to };
}
