import { useWords } from '@language/use-words';
import { ChoiceField } from '@view/ui/ChoiceField';

interface Props {
  readonly centres: readonly string[];
  readonly own: string | null;
  readonly onChoose: (own: string | null) => void;
}

/** The reader's own centre, kept in this page only, never in a link. */
export function OwnCentreField({ centres, own, onChoose }: Props) {
  const { say } = useWords();
  return (
    <ChoiceField
      label={say('practice.ownCentre')}
      options={[
        { id: '', label: say('practice.noCentre') },
        ...[...new Set(centres)].toSorted().map((code) => ({ id: code, label: code })),
      ]}
      chosen={own ?? ''}
      onChoose={(code) => onChoose(code === '' ? null : code)}
    />
  );
}
