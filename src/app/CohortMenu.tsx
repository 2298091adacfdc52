import { useWords } from '@language/use-words';
import { useWorkspace } from '@session/use-workspace';
import { memo, useState } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { CohortFiles } from './CohortFiles';
import styles from './cohort-menu.module.css';
import { KeepCohort } from './KeepCohort';
import { NamedCohorts } from './NamedCohorts';

/** The cohorts put aside: keep, open, rename, take along, bring in. Nothing of it is stored. */
export const CohortMenu = memo(function CohortMenu() {
  const { say } = useWords();
  const { workspace } = useWorkspace();
  const [said, setSaid] = useState('');
  return (
    <DialogTrigger onOpenChange={() => setSaid('')}>
      <Button className={styles.trigger ?? ''}>
        {say('workspace.menu', { count: workspace.cohorts.length })}
        <svg aria-hidden="true" width="12" height="12" viewBox="0 0 12 12">
          <path d="M2.5 4.5 6 8l3.5-3.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom end">
        <Dialog className={styles.dialog ?? ''}>
          <Heading slot="title" level={2}>
            {say('workspace.title')}
          </Heading>
          <p className={styles.note}>{say('workspace.memory')}</p>
          <KeepCohort onSaid={setSaid} />
          <NamedCohorts onSaid={setSaid} />
          <CohortFiles onSaid={setSaid} />
          <p role="status" className={styles.said}>
            {said}
          </p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
});
