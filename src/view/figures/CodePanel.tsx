import { mostScriptRows } from '@core/analyses/answer-script';
import type { Definition } from '@core/base/definition';
import { useWords } from '@language/use-words';
import { Button } from '@view/ui/Button';
import { CodeBlock } from '@view/ui/CodeBlock';
import { PendingPanel } from '@view/ui/PendingPanel';
import { Segments } from '@view/ui/Segments';
import { useEffect, useState } from 'react';
import styles from './figure-code.module.css';

/** A figure as code, and where that code can be taken. */
export interface FigureCodeActions {
  /** The statements of the figure; another function for another question. */
  readonly statements: () => Promise<Definition<string>>;
  /** Base R with the answer in it; `null` for an answer of too many rows, or where the policy lets no rows be seen. */
  readonly script: (() => Promise<string | null>) | null;
  /** The TypeScript of a notebook. */
  readonly cell: () => Definition<string>;
  /** Puts code without an answer on the clipboard; `false` where the browser does not let it. `null`: it could name a person. */
  readonly onCopy: ((code: Definition<string>) => Promise<boolean>) | null;
  /** The name of the notebook that starts from here. */
  readonly notebook: string;
  /** `null` where the policy lets no rows be seen. */
  readonly onWorkbench: ((sql: string) => void) | null;
  /** `null` where a code of the definitions, or the name of the cohort, could be a person's. */
  readonly onNotebook: (() => void) | null;
}

interface Props {
  readonly code: FigureCodeActions;
  /** What the SQL and its answer in R leave open of the figure. */
  readonly note?: string | undefined;
}

const kinds = ['sql', 'cell', 'script'] as const;

/** The code of a figure in its kinds, one at a time. */
export function CodePanel({ code, note }: Props) {
  const { say } = useWords();
  const [kind, setKind] = useState<(typeof kinds)[number]>('sql');
  return (
    <div className={styles.panel}>
      <Segments
        label={say('code.kind')}
        labelHidden
        options={kinds
          .filter((id) => id !== 'script' || code.script !== null)
          .map((id) => ({ id, label: say(`code.${id}`) }))}
        chosen={kind}
        onChoose={setKind}
      />
      {note === undefined || kind === 'cell' ? null : <p className={styles.note}>{note}</p>}
      {kind === 'sql' ? <Statements code={code} /> : null}
      {kind === 'cell' ? <Cell code={code} /> : null}
      {kind === 'script' && code.script !== null ? <Script write={code.script} /> : null}
      {code.onNotebook === null ? null : (
        <div>
          <Button onPress={code.onNotebook}>{say('code.notebook')}</Button>
        </div>
      )}
      <p className={styles.note}>
        {code.onNotebook === null
          ? say('code.notebookPersonal')
          : say('code.notebookNote', { name: code.notebook })}
      </p>
    </div>
  );
}

const failed = Symbol('failed');

/** A text that takes time to be written: `undefined` until it is, `failed` when it could not be. */
function useWritten<Text>(write: () => Promise<Text>): Text | typeof failed | undefined {
  const [written, setWritten] = useState<{ readonly by: unknown; readonly text: Text | typeof failed }>();
  useEffect(() => {
    let isWanted = true;
    const show = (text: Text | typeof failed) => {
      if (isWanted) setWritten({ by: write, text });
    };
    write().then(show, () => show(failed));
    return () => {
      isWanted = false;
    };
  }, [write]);
  return written?.by === write ? written.text : undefined;
}

function Unwritten({ text }: { readonly text: typeof failed | undefined }) {
  const { say } = useWords();
  return text === undefined ? (
    <PendingPanel label={say('figure.asking')} height={120} />
  ) : (
    <p role="alert">{say('code.failed')}</p>
  );
}

function Copy({ text, onCopy }: { readonly text: Definition<string> } & Pick<FigureCodeActions, 'onCopy'>) {
  const { say } = useWords();
  const [said, setSaid] = useState('');
  if (onCopy === null) return null;
  const copy = async () => {
    const isCopied = await onCopy(text);
    setSaid(say(isCopied ? 'code.copied' : 'code.notCopied'));
  };
  return (
    <>
      <Button onPress={() => void copy()}>{say('code.copy')}</Button>
      <span role="status" className={styles.note}>
        {said}
      </span>
    </>
  );
}

function Statements({ code: { statements, onWorkbench, onCopy } }: Props) {
  const { say } = useWords();
  const sql = useWritten(statements);
  if (sql === undefined || sql === failed) return <Unwritten text={sql} />;
  return (
    <>
      <p className={styles.note}>{say('code.sqlNote')}</p>
      <CodeBlock label={say('code.sql')}>{sql}</CodeBlock>
      <div className={styles.actions}>
        {onWorkbench === null ? null : (
          <Button onPress={() => onWorkbench(sql)}>{say('code.workbench')}</Button>
        )}
        <Copy key={sql} text={sql} onCopy={onCopy} />
      </div>
    </>
  );
}

function Script({ write }: { readonly write: () => Promise<string | null> }) {
  const { say } = useWords();
  const script = useWritten(write);
  if (script === undefined || script === failed) return <Unwritten text={script} />;
  if (script === null)
    return <p className={styles.note}>{say('code.scriptTooLong', { most: mostScriptRows })}</p>;
  return (
    <>
      <p className={styles.note}>{say('code.scriptNote')}</p>
      <CodeBlock label={say('code.script')}>{script}</CodeBlock>
    </>
  );
}

function Cell({ code: { cell, onCopy } }: Props) {
  const { say } = useWords();
  const text = cell();
  return (
    <>
      <p className={styles.note}>{say('code.cellNote')}</p>
      <CodeBlock label={say('code.cell')}>{text}</CodeBlock>
      <div className={styles.actions}>
        <Copy key={text} text={text} onCopy={onCopy} />
      </div>
    </>
  );
}
