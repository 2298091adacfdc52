import { type ReactNode, useMemo, useState } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import styles from './expander.module.css';

interface Props {
  readonly label: ReactNode;
  readonly level: 2 | 3;
  /** `heading` for a part of the page, `link` for something behind a figure. */
  readonly look: 'heading' | 'link';
  readonly open?: boolean;
  /** Stands beside the label, outside the button. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the page that opens and closes; closed at first unless `open`. What is closed is not rendered. */
export function Expander({ label, level, look, open = false, aside, children }: Props) {
  const [expanded, setExpanded] = useState(open);
  const shown = expanded ? children : null;
  // Drawn again when what is seen of it changes: behind a figure several stand closed, whatever they would hold.
  return useMemo(
    () => (
      <Disclosure className={styles.expander ?? ''} isExpanded={expanded} onExpandedChange={setExpanded}>
        <div className={styles.head}>
          <Heading level={level} className={styles.heading ?? ''}>
            <Button slot="trigger" className={`${styles.trigger} ${styles[look]}`}>
              <svg aria-hidden="true" width="10" height="10" viewBox="0 0 10 10">
                <path d="m3 1.5 4 3.5-4 3.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
              </svg>
              <span>{label}</span>
            </Button>
          </Heading>
          {aside}
        </div>
        <DisclosurePanel>{shown}</DisclosurePanel>
      </Disclosure>
    ),
    [label, level, look, aside, expanded, shown],
  );
}
