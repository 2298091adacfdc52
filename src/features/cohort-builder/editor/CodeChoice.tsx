import { useWords } from '@language/use-words';
import { CheckMark } from '@view/ui/CheckMark';
import { useId, useState } from 'react';
import { Checkbox, CheckboxGroup, Input, Label, SearchField } from 'react-aria-components';
import styles from './editor.module.css';

export interface Code {
  readonly code: string;
  readonly name: string;
  /** How many patients or rows have it, when that is known. */
  readonly held?: number;
}

interface Props {
  readonly label: string;
  readonly codes: readonly Code[];
  readonly chosen: readonly string[];
  readonly fault: string | undefined;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Lists longer than this can be searched. */
const longList = 12;

/** Some of a list of codes. Codes that are chosen but not in the list stay in sight. */
export function CodeChoice({ label, codes, chosen, fault, onChange }: Props) {
  const words = useWords();
  const [sought, setSought] = useState('');
  const faultId = useId();
  // What was chosen when the list came stands on top, and stays there while boxes are pressed.
  const [first] = useState(() => new Set(chosen));
  const strangers = chosen
    .filter((code) => !codes.some((one) => one.code === code))
    .map((code): Code => ({ code, name: code }));
  const listed = [...strangers, ...codes];
  const isFirst = ({ code }: Code) => first.has(code);
  const all = [...listed.filter(isFirst), ...listed.filter((code) => !isFirst(code))];
  const wanted = sought.trim().toLocaleLowerCase();
  const shown = all.filter(
    ({ code, name }) => wanted === '' || chosen.includes(code) || name.toLocaleLowerCase().includes(wanted),
  );
  return (
    <div className={styles.codes}>
      {all.length <= longList ? null : (
        <form action="./search" onSubmit={(event) => event.preventDefault()}>
          <SearchField className={styles.search ?? ''} value={sought} onChange={setSought}>
            <Label className={styles.label ?? ''}>{words.say('editor.search')}</Label>
            <Input className={styles.input ?? ''} />
          </SearchField>
        </form>
      )}
      <CheckboxGroup
        aria-label={label}
        className={styles.codeList ?? ''}
        value={[...chosen]}
        // Boxes that the search hides stay chosen.
        onChange={(values) => onChange(values)}
        isInvalid={fault !== undefined}
        {...(fault === undefined ? {} : { 'aria-describedby': faultId })}
      >
        {shown.map(({ code, name, held }) => (
          <Checkbox key={code} value={code} className={styles.code ?? ''}>
            <CheckMark />
            <span>{name}</span>
            {held === undefined ? null : <span className={styles.held}>{words.number(held)}</span>}
          </Checkbox>
        ))}
      </CheckboxGroup>
      {fault === undefined ? null : (
        <p id={faultId} className={styles.fault} role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
