import type { CombinationKind } from '@core/cohort/rule-combination';
import { useWords } from '@language/use-words';
import { NumberBox } from '@view/ui/NumberBox';
import { Segments } from '@view/ui/Segments';
import styles from './editor.module.css';

interface Props {
  readonly how: CombinationKind;
  readonly count: number | null;
  readonly countFault: string | undefined;
  readonly onChange: (change: { readonly how?: CombinationKind; readonly count?: number | null }) => void;
}

const kinds = ['all', 'any', 'at_least'] as const;

/** How many of several conditions must hold. */
export function CombinationKindField({ how, count, countFault, onChange }: Props) {
  const { say } = useWords();
  return (
    <div className={styles.line}>
      <Segments
        label={say('editor.how')}
        options={kinds.map((kind) => ({ id: kind, label: say(`editorHow.${kind}`) }))}
        chosen={how}
        onChoose={(next) => onChange({ how: next })}
      />
      {how === 'at_least' ? (
        <NumberBox
          label={say('editor.atLeastOf')}
          value={count}
          decimals={0}
          fault={countFault}
          onChange={(next) => onChange({ count: next })}
        />
      ) : null}
    </div>
  );
}
