import { FieldError, Input, Label, NumberField } from 'react-aria-components';
import styles from './number-entry.module.css';

interface Props {
  readonly label: string;
  /** `null` is an empty field. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly least?: number;
  readonly most?: number;
  readonly decimals?: number;
  /** Why the value is refused; shown at the field. */
  readonly fault?: string | undefined;
}

/**
 * A number to type. It stands in a search form: Chromium describes the number fields of a page to its maker's autofill
 * service, but not those of a search form.
 */
export function NumberEntry({ label, value, onChange, least, most, decimals = 6, fault }: Props) {
  return (
    <form className={styles.form} action="./search" onSubmit={(event) => event.preventDefault()}>
      <NumberField
        className={styles.field ?? ''}
        value={value ?? Number.NaN}
        onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
        formatOptions={{ useGrouping: false, maximumFractionDigits: decimals }}
        isInvalid={fault !== undefined}
        {...(least === undefined ? {} : { minValue: least })}
        {...(most === undefined ? {} : { maxValue: most })}
      >
        <Label className={styles.label ?? ''}>{label}</Label>
        <Input className={styles.input ?? ''} />
        {fault === undefined ? null : <FieldError className={styles.fault ?? ''}>{fault}</FieldError>}
      </NumberField>
    </form>
  );
}
