import type { ReactNode } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import styles from './dialog-frame.module.css';

interface Props {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** Stays in sight under what scrolls. */
  readonly foot: ReactNode;
  /** `wide` for a picture. */
  readonly size?: 'usual' | 'wide';
  readonly children: ReactNode;
}

/** A dialog over the page: the keyboard stays inside, Escape closes it, what was focused before is focused again. */
export function DialogFrame({ title, closeLabel, onClose, foot, size = 'usual', children }: Props) {
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={styles.modal ?? ''} data-size={size}>
        <Dialog className={styles.dialog ?? ''}>
          <div className={styles.head}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Button className={styles.close ?? ''} aria-label={closeLabel} onPress={onClose}>
              ✕
            </Button>
          </div>
          <div className={styles.body}>{children}</div>
          <div className={styles.foot}>{foot}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
