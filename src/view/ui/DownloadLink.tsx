import { useEffect, useState } from 'react';
import styles from './button.module.css';

interface Props {
  readonly label: string;
  readonly fileName: string;
  readonly type: string;
  readonly text: string;
}

/** A file that the page itself makes, to be taken along by a press: nothing is asked of a server. */
export function DownloadLink({ label, fileName, type, text }: Props) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([text], { type }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [text, type]);
  return (
    <a className={`${styles.button} ${styles.plain} ${styles.link}`} href={address} download={fileName}>
      {label}
    </a>
  );
}
