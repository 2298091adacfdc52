import { useEffect, useRef, useState } from 'react';
import { FieldError, Input, Label, TextField } from 'react-aria-components';
import styles from './number-entry.module.css';
import { readNumber } from './read-number';

interface Props {
  readonly label: string;
  /** The label is read, not shown. */
  readonly labelHidden?: boolean;
  /** `null` is an empty field. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  /** While typing, or when the field is left or Enter is pressed. */
  readonly changes?: 'typing' | 'leaving';
  readonly least?: number;
  readonly most?: number;
  /** Arrow keys go up and down by this. */
  readonly step?: number;
  /** Decimals that are kept; 0 takes whole numbers only. */
  readonly decimals?: number;
  /** Numbers are written with this before their decimals. */
  readonly decimalSign: string;
  /** Why the value is refused; shown at the field. */
  readonly fault?: string | undefined;
  /** Said at the field while its text is not a number. */
  readonly notANumber: string;
}

/**
 * A number to type. Not the number field of the component library: that one empties its announcements by markup, which
 * the Trusted Types of this page refuse. It stands in a search form, because Chromium describes the text fields of a page
 * to its maker's autofill service, but not those of a search form.
 */
export function NumberEntry(props: Props) {
  const { label, labelHidden = false, value, onChange, changes = 'typing', step = 1, decimals = 6 } = props;
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = props;
  const written = value === null ? '' : String(value).replace('.', props.decimalSign);
  const [text, setText] = useState(written);
  const said = useRef(value);
  useEffect(() => {
    // What the reader is typing stands, unless the value was changed elsewhere.
    if (said.current !== value) setText(written);
    said.current = value;
  }, [value, written]);
  const read = readNumber(text);

  const within = (number: number) => Math.min(most, Math.max(least, Number(number.toFixed(decimals))));
  const say = (next: number | null) => {
    if (next === said.current) return;
    said.current = next;
    onChange(next);
  };
  const settle = () => {
    if (read === undefined) return setText(written);
    const settled = read === null ? null : within(read);
    // An emptied field that must hold a number gets it back from the value.
    const shown = settled === null && changes === 'leaving' ? value : settled;
    setText(shown === null ? '' : String(shown).replace('.', props.decimalSign));
    say(settled);
  };
  const stepBy = (steps: number) => {
    const next = within((read ?? value ?? Math.max(0, least)) + steps * step);
    setText(String(next).replace('.', props.decimalSign));
    say(next);
  };
  const fault = read === undefined ? props.notANumber : props.fault;

  return (
    <form
      className={styles.form}
      action="./search"
      onSubmit={(event) => {
        event.preventDefault();
        settle();
      }}
    >
      <TextField
        className={styles.field ?? ''}
        value={text}
        onChange={(next) => {
          setText(next);
          const number = readNumber(next);
          if (changes === 'typing' && number !== undefined) say(number);
        }}
        onBlur={settle}
        isInvalid={fault !== undefined}
        {...(labelHidden ? { 'aria-label': label } : {})}
      >
        {labelHidden ? null : <Label className={styles.label ?? ''}>{label}</Label>}
        <Input
          className={styles.input ?? ''}
          inputMode={decimals === 0 ? 'numeric' : 'decimal'}
          autoComplete="off"
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              // The page is sandboxed without forms: a form that the key would send is refused, with a complaint.
              event.preventDefault();
              settle();
              return;
            }
            const steps = { ArrowUp: 1, ArrowDown: -1 }[event.key];
            if (steps === undefined) return;
            event.preventDefault();
            stepBy(steps);
          }}
        />
        {fault === undefined ? null : <FieldError className={styles.fault ?? ''}>{fault}</FieldError>}
      </TextField>
    </form>
  );
}
