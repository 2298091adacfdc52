import type { Definition } from '@core/base/definition';
import { withCohortSaved, workspaceJson } from '@core/cohort/cohort-workspace';
import { cohortJson } from '@core/cohort/read-cohort';
import { definitionText } from '@core/disclosure/released';
import { jsonFaultText } from '@language/json-fault-text';
import { useWords, type Words } from '@language/use-words';
import { type CohortFileAnswer, type CohortFileFault, readCohortFile } from '@session/read-cohort-file';
import { copyText, saveFile } from '@session/save-file';
import { currentAddress } from '@session/url-state';
import { useCohort, useCohortEditor } from '@session/use-url';
import { useWorkspace } from '@session/use-workspace';
import { Button } from '@view/ui/Button';
import { Notice } from '@view/ui/Notice';
import { useState } from 'react';
import { FileTrigger, Input, Label, TextField } from 'react-aria-components';
import styles from './cohort-menu.module.css';

/** Cohorts to and from files, and the link: how a definition reaches a colleague. */
export function CohortFiles({ onSaid }: { readonly onSaid: (text: string) => void }) {
  const words = useWords();
  const { say } = words;
  const { cohort, held } = useCohort();
  const { setCohort } = useCohortEditor();
  const { workspace, changeWorkspace } = useWorkspace();
  const [refused, setRefused] = useState<CohortFileAnswer | null>(null);
  const [link, setLink] = useState<string | null>(null);

  const open = async (file: File) => {
    onSaid('');
    const answer = await readCohortFile(file);
    setRefused(answer.fault === null ? null : answer);
    if (answer.fault !== null) return;
    const after = answer.files.reduce(
      (before, one) => withCohortSaved(before, one.cohort, one.name ?? ''),
      workspace,
    );
    changeWorkspace(() => after);
    const names = after.cohorts.slice(workspace.cohorts.length).map(({ name }) => name);
    const [only] = answer.files;
    if (answer.files.length === 1 && only !== undefined) setCohort(only.cohort);
    onSaid(say('workspace.imported', { count: names.length, names: words.list(names) }));
  };
  const copyLink = async () => {
    const address = currentAddress();
    const copied = await copyText(definitionText(address));
    setLink(copied ? null : address);
    onSaid(say(copied ? 'workspace.linkCopied' : 'workspace.linkShown'));
  };
  const saveJson = (name: string, json: Definition<object>) => saveFile(name, 'json', definitionText(json));

  return (
    <section className={styles.files} aria-label={say('workspace.share')}>
      <div className={styles.buttons}>
        <FileTrigger
          acceptedFileTypes={['.json', 'application/json']}
          onSelect={(files) => {
            const file = files?.[0];
            if (file !== undefined) void open(file);
          }}
        >
          <Button>{say('workspace.import')}</Button>
        </FileTrigger>
        <Button onPress={() => saveJson(say('workspace.fileName'), cohortJson({ name: null, cohort }))}>
          {say('workspace.exportCurrent')}
        </Button>
        {workspace.cohorts.length === 0 ? null : (
          <Button onPress={() => saveJson(say('workspace.allFileName'), workspaceJson(workspace))}>
            {say('workspace.exportAll')}
          </Button>
        )}
        {held ? null : <Button onPress={() => void copyLink()}>{say('workspace.copyLink')}</Button>}
      </div>
      {held ? <p className={styles.note}>{say('workspace.held')}</p> : null}
      {link === null ? null : (
        // A search form, as for every field.
        <form action="./search">
          <TextField className={styles.field ?? ''} value={link} isReadOnly>
            <Label className={styles.label ?? ''}>{say('workspace.link')}</Label>
            <Input className={styles.input ?? ''} onFocus={(event) => event.currentTarget.select()} />
          </TextField>
        </form>
      )}
      {refused?.fault == null ? null : (
        <Notice
          tone="danger"
          title={say('workspace.refused', { file: refused.fileName })}
          actions={<Button onPress={() => setRefused(null)}>{say('shell.dismiss')}</Button>}
        >
          <p>{faultText(words, refused.fault)}</p>
          <p>{say('workspace.refusedStays')}</p>
        </Notice>
      )}
    </section>
  );
}

function faultText(words: Words, fault: CohortFileFault): string {
  if (fault.kind === 'fault') return jsonFaultText(words, fault.fault);
  const megabytes = fault.kind === 'too-large' ? fault.mostBytes / 1_000_000 : 0;
  return words.say(`workspace.fault.${fault.kind}`, { megabytes });
}
