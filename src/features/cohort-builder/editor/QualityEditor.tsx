import type { QualityDraft } from '@core/cohort/rule-draft';
import { extractTableNames } from '@core/domain/extract-tables';
import { contractRuleSentence } from '@language/contract-rule';
import { useWords } from '@language/use-words';
import { travellingRules } from '@session/contract-rules';
import { GroupedChoice } from '@view/ui/GroupedChoice';
import { Toggle } from '@view/ui/Toggle';
import { useMemo } from 'react';
import styles from './editor.module.css';

interface Props {
  readonly draft: QualityDraft;
  readonly faultAt: (field: string) => string | undefined;
  readonly onChange: (draft: QualityDraft) => void;
}

/** Rules of the contract that no row of the patient may break. */
export function QualityEditor({ draft, faultAt, onChange }: Props) {
  const { say, language } = useWords();
  const { rules } = draft;
  const fault = faultAt('rules');
  const groups = useMemo(
    () =>
      extractTableNames
        .map((table) => ({
          id: table,
          label: table,
          options: travellingRules
            .filter((rule) => rule.table === table && !rules.includes(rule.id))
            .map(({ id }) => ({ id, label: contractRuleSentence(id, language) })),
        }))
        .filter(({ options }) => options.length > 0),
    [rules, language],
  );
  return (
    <div role="group" aria-label={say('editor.qualityRules')} className={styles.part}>
      {rules.map((rule) => (
        <Toggle
          key={rule}
          label={contractRuleSentence(rule, language)}
          isOn
          onChange={() => onChange({ ...draft, rules: rules.filter((one) => one !== rule) })}
        />
      ))}
      <GroupedChoice
        label={say('editor.qualityRules')}
        placeholder={say('editor.addRule')}
        groups={groups}
        chosen={null}
        onChoose={(rule) => onChange({ ...draft, rules: [...rules, rule] })}
      />
      {fault === undefined ? null : <p className={styles.fault}>{fault}</p>}
    </div>
  );
}
