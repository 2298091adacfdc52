import {
  type NamedCohort,
  withCohortDuplicated,
  withCohortRemoved,
  withCohortRenamed,
  withCohortReplaced,
} from '@core/cohort/cohort-workspace';
import { cohortJson } from '@core/cohort/read-cohort';
import { saysTheSame } from '@core/cohort/same-definition';
import { definitionText } from '@core/disclosure/released';
import { useWords } from '@language/use-words';
import { saveFile } from '@session/save-file';
import { useCohort, useCohortEditor } from '@session/use-url';
import { useWorkspace } from '@session/use-workspace';
import { Icon } from '@view/ui/Icon';
import { useRef, useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import styles from './cohort-menu.module.css';
import { RenameCohort } from './RenameCohort';

const actions = ['rename', 'duplicate', 'replace', 'saveFile', 'remove'] as const;
type Action = (typeof actions)[number];

/** One row per named cohort: press the name to open it, the dots for the rest. */
export function NamedCohorts({ onSaid }: { readonly onSaid: (text: string) => void }) {
  const { say } = useWords();
  const { cohort } = useCohort();
  const { setCohort } = useCohortEditor();
  const { workspace, changeWorkspace } = useWorkspace();
  const [renaming, setRenaming] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const act = (action: Action, one: NamedCohort) => {
    const { id, name } = one;
    switch (action) {
      case 'rename':
        setRenaming(id);
        return;
      case 'duplicate': {
        const after = withCohortDuplicated(workspace, id);
        changeWorkspace(() => after);
        onSaid(say('workspace.duplicated', { name: after.cohorts.at(-1)?.name ?? '' }));
        return;
      }
      case 'replace':
        changeWorkspace((before) => withCohortReplaced(before, id, cohort));
        onSaid(say('workspace.replaced', { name }));
        return;
      case 'saveFile':
        saveFile(name, 'json', definitionText(cohortJson(one)));
        return;
      case 'remove':
        changeWorkspace((before) => withCohortRemoved(before, id));
        onSaid(say('workspace.removed', { name }));
        // The row goes with its menu: the keyboard stays at the list.
        setTimeout(() => list.current?.focus(), 0);
    }
  };
  const rename = (id: string, typed: string | null) => {
    if (typed !== null) {
      const after = withCohortRenamed(workspace, id, typed);
      changeWorkspace(() => after);
      onSaid(say('workspace.renamed', { name: after.cohorts.find((one) => one.id === id)?.name ?? '' }));
    }
    setRenaming(null);
    setTimeout(() => list.current?.focus(), 0);
  };
  return (
    <ul ref={list} tabIndex={-1} className={styles.list} aria-label={say('workspace.title')}>
      {workspace.cohorts.length === 0 ? <li className={styles.note}>{say('workspace.none')}</li> : null}
      {workspace.cohorts.map((one) => (
        <li key={one.id} className={styles.row}>
          {renaming === one.id ? (
            <RenameCohort name={one.name} onDone={(typed) => rename(one.id, typed)} />
          ) : (
            <>
              <Button
                className={styles.load ?? ''}
                onPress={() => {
                  setCohort(one.cohort);
                  onSaid(say('workspace.loaded', { name: one.name }));
                }}
              >
                <span className="visually-hidden">{say('workspace.open')} </span>
                <span className={styles.name}>{one.name}</span>{' '}
                <span className={styles.rules}>
                  {saysTheSame(one.cohort, cohort)
                    ? say('workspace.isCurrent')
                    : say('workspace.rules', { count: one.cohort.rules.length })}
                </span>
              </Button>
              <MenuTrigger>
                <Button
                  className={styles.dots ?? ''}
                  aria-label={say('workspace.actions', { name: one.name })}
                >
                  <Icon name="more" />
                </Button>
                <Popover className={styles.menuPopover ?? ''}>
                  <Menu className={styles.menu ?? ''} onAction={(key) => act(key as Action, one)}>
                    {actions.map((action) => (
                      <MenuItem key={action} id={action} className={styles.item ?? ''}>
                        {say(`workspace.${action}`)}
                      </MenuItem>
                    ))}
                  </Menu>
                </Popover>
              </MenuTrigger>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
