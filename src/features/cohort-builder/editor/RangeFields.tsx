import type { FactUnit } from '@core/cohort/fact-vocabulary';
import type { RangeDraft } from '@core/cohort/rule-draft';
import { useWords } from '@language/use-words';
import { NumberBox } from '@view/ui/NumberBox';
import { Segments } from '@view/ui/Segments';
import styles from './editor.module.css';

interface Props {
  readonly unit: FactUnit;
  readonly range: RangeDraft;
  readonly fault: string | undefined;
  readonly onChange: (range: RangeDraft) => void;
}

/** Two bounds, each in the range or not; an empty field is no bound. */
export function RangeFields({ unit, range, fault, onChange }: Props) {
  const { say } = useWords();
  return (
    <div className={styles.line}>
      <Segments
        label={say('editor.lowerBound')}
        options={[
          { id: 'closed', label: '≥' },
          { id: 'open', label: '>' },
        ]}
        chosen={range.minOpen ? 'open' : 'closed'}
        onChoose={(kind) => onChange({ ...range, minOpen: kind === 'open' })}
      />
      <NumberBox
        label={say('editor.minimum', { unit: say(`unitName.${unit}`) })}
        value={range.min}
        onChange={(min) => onChange({ ...range, min })}
      />
      <Segments
        label={say('editor.upperBound')}
        options={[
          { id: 'closed', label: '≤' },
          { id: 'open', label: '<' },
        ]}
        chosen={range.maxOpen ? 'open' : 'closed'}
        onChoose={(kind) => onChange({ ...range, maxOpen: kind === 'open' })}
      />
      <NumberBox
        label={say('editor.maximum', { unit: say(`unitName.${unit}`) })}
        value={range.max}
        fault={fault}
        onChange={(max) => onChange({ ...range, max })}
      />
    </div>
  );
}
