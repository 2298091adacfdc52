import { ChoiceField } from './ChoiceField';

interface Props<Id extends string> {
  readonly label: string;
  /** What none of the options is called; it stands first. */
  readonly none: string;
  readonly options: readonly { readonly id: Id; readonly label: string }[];
  readonly chosen: Id | null;
  readonly onChoose: (id: Id | undefined) => void;
}

/** One of a few named options, or none of them. */
export function OptionalChoice<Id extends string>({ label, none, options, chosen, onChoose }: Props<Id>) {
  return (
    <ChoiceField<Id | 'none'>
      label={label}
      options={[{ id: 'none', label: none }, ...options]}
      chosen={chosen ?? 'none'}
      onChoose={(id) => onChoose(id === 'none' ? undefined : id)}
    />
  );
}
