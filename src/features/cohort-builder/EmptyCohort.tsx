import { useWords } from '@language/use-words';
import { Notice } from '@view/ui/Notice';
import { useExplorerCounts } from './explorer-counts';

/** Says so when nobody is in. */
export function EmptyCohort() {
  const { say } = useWords();
  const { counts } = useExplorerCounts();
  if (counts === null || counts.inCohort > 0) return null;
  return (
    <Notice tone="info" title={say('figure.emptyCohort')}>
      <p>{say('figure.emptyHint')}</p>
    </Notice>
  );
}
