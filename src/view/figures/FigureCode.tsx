import { useWords } from '@language/use-words';
import { Button } from '@view/ui/Button';
import { CodeBlock } from '@view/ui/CodeBlock';
import { Expander } from '@view/ui/Expander';
import { FigureCodeSlot } from '@view/ui/figure-code-slot';
import { PendingPanel } from '@view/ui/PendingPanel';
import { Segments } from '@view/ui/Segments';
import { type ReactNode, useEffect, useState } from 'react';
import styles from './figure-code.module.css';

/** A figure as code, and where that code can be taken. */
export interface FigureCodeActions {
  /** The statements of the figure; another function for another question. */
  readonly statements: () => Promise<string>;
  /** The TypeScript of a notebook. */
  readonly cell: () => string;
  /** `null` where the policy lets no rows be seen. */
  readonly onWorkbench: ((sql: string) => void) | null;
  readonly onNotebook: () => void;
}

interface Props {
  readonly code: FigureCodeActions;
  readonly children: ReactNode;
}

/** Lays the code of a figure under it. */
export function FigureCode({ code, children }: Props) {
  const { say } = useWords();
  return (
    <FigureCodeSlot
      value={
        <Expander label={say('code.show')} level={3} look="link">
          <CodePanel code={code} />
        </Expander>
      }
    >
      {children}
    </FigureCodeSlot>
  );
}

const kinds = ['sql', 'cell'] as const;

function CodePanel({ code }: Pick<Props, 'code'>) {
  const { say } = useWords();
  const [kind, setKind] = useState<(typeof kinds)[number]>('sql');
  return (
    <div className={styles.panel}>
      <Segments
        label={say('code.kind')}
        labelHidden
        options={kinds.map((id) => ({ id, label: say(`code.${id}`) }))}
        chosen={kind}
        onChoose={setKind}
      />
      {kind === 'sql' ? <Statements code={code} /> : <Cell code={code} />}
    </div>
  );
}

function Statements({ code: { statements, onWorkbench } }: Pick<Props, 'code'>) {
  const { say } = useWords();
  const [sql, setSql] = useState<string | null>();
  useEffect(() => {
    let isWanted = true;
    const show = (text: string | null) => {
      if (isWanted) setSql(text);
    };
    statements().then(show, () => show(null));
    return () => {
      isWanted = false;
    };
  }, [statements]);
  if (sql === null) return <p role="alert">{say('code.failed')}</p>;
  if (sql === undefined) return <PendingPanel label={say('figure.asking')} height={120} />;
  return (
    <>
      <p className={styles.note}>{say('code.sqlNote')}</p>
      <CodeBlock label={say('code.sql')}>{sql}</CodeBlock>
      {onWorkbench === null ? null : (
        <Button onPress={() => onWorkbench(sql)}>{say('code.workbench')}</Button>
      )}
    </>
  );
}

function Cell({ code: { cell, onNotebook } }: Pick<Props, 'code'>) {
  const { say } = useWords();
  return (
    <>
      <p className={styles.note}>{say('code.cellNote')}</p>
      <CodeBlock label={say('code.cell')}>{cell()}</CodeBlock>
      <Button onPress={onNotebook}>{say('code.notebook')}</Button>
      <p className={styles.note}>{say('code.notebookNote')}</p>
    </>
  );
}
