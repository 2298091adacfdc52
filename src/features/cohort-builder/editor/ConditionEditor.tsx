import {
  type DraftFault,
  draftOf,
  emptyEventDraft,
  emptyFactDraft,
  type RuleDraft,
} from '@core/cohort/rule-draft';
import { ruleTemplateIds, ruleTemplates } from '@core/cohort/rule-templates';
import { useWords } from '@language/use-words';
import { GroupedChoice } from '@view/ui/GroupedChoice';
import { Segments } from '@view/ui/Segments';
import { Toggle } from '@view/ui/Toggle';
import { CombinationEditor } from './CombinationEditor';
import { EventEditor } from './EventEditor';
import styles from './editor.module.css';
import { FactEditor } from './FactEditor';
import { QualityEditor } from './QualityEditor';

interface Props {
  readonly draft: RuleDraft;
  readonly faults: readonly DraftFault[];
  readonly onChange: (draft: RuleDraft) => void;
  readonly onPart: (part: number | null) => void;
}

const kinds = ['fact', 'events', 'quality', 'combination'] as const;

const emptyBody = {
  fact: emptyFactDraft('age'),
  events: emptyEventDraft('molecular'),
  quality: { kind: 'quality', rules: [] },
  combination: { kind: 'combination', how: 'any', count: 1, parts: [] },
} as const;

/** What a rule asks: of a fact, of events over time, of the quality of the data, or of a combination of conditions. */
export function ConditionEditor({ draft, faults, onChange, onPart }: Props) {
  const { say } = useWords();
  const { body } = draft;
  const put = (next: RuleDraft['body']) => onChange({ ...draft, body: next });
  const faultAt = (field: string) => {
    const fault = faults.find((one) => one.field === field);
    return fault === undefined ? undefined : say(`editorFault.${fault.reason}`);
  };
  return (
    <>
      <div className={styles.line}>
        <Segments
          label={say('editor.kind')}
          options={kinds.map((kind) => ({ id: kind, label: say(`editorKind.${kind}`) }))}
          chosen={body.kind}
          onChoose={(kind) => {
            if (kind !== body.kind) put(emptyBody[kind]);
          }}
        />
        <GroupedChoice
          label={say('editor.templates')}
          placeholder={say('editor.template')}
          groups={[
            {
              id: 'templates',
              label: say('editor.templates'),
              options: ruleTemplateIds.map((id) => ({ id, label: say(`ruleTemplate.${id}`) })),
            },
          ]}
          chosen={null}
          onChoose={(id) => onChange(draftOf(ruleTemplates[id]))}
        />
      </div>
      {body.kind === 'fact' ? <FactEditor draft={body} faultAt={faultAt} onChange={put} /> : null}
      {body.kind === 'events' ? <EventEditor draft={body} faultAt={faultAt} onChange={put} /> : null}
      {body.kind === 'quality' ? <QualityEditor draft={body} faultAt={faultAt} onChange={put} /> : null}
      {body.kind === 'combination' ? (
        <CombinationEditor draft={body} faultAt={faultAt} onChange={put} onPart={onPart} />
      ) : null}
      <Toggle
        label={say('editor.negate')}
        isOn={draft.negated}
        onChange={(negated) => onChange({ ...draft, negated })}
      />
    </>
  );
}
