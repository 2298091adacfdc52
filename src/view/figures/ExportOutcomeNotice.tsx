import type { ExportOutcome } from '@core/analyses/export-outcome';
import { useWords } from '@language/use-words';
import { Notice } from '@view/ui/Notice';

interface Props {
  readonly outcome: ExportOutcome;
  readonly threshold: number;
}

/** What came of an export: how many files, or why there are none, and what was left out. */
export function ExportOutcomeNotice({ outcome: { refusal, leftOut, files }, threshold }: Props) {
  const { say } = useWords();
  const missing =
    leftOut.length === 0 ? null : (
      <>
        <p>{say('exports.leftOut')}</p>
        <ul>
          {leftOut.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </>
    );
  return refusal === null ? (
    <Notice tone="info" title={say('exports.made', { files })}>
      {missing}
    </Notice>
  ) : (
    <Notice tone="warn" title={say('exports.refusedTitle')}>
      <p>{say(`exports.refusal.${refusal}`, { threshold })}</p>
      {missing}
    </Notice>
  );
}
