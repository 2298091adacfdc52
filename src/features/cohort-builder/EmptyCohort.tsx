import { useWords } from '@language/use-words';
import { useCohortCharts } from '@session/use-cohort-charts';
import { Notice } from '@view/ui/Notice';

/** Says so when nobody is in. */
export function EmptyCohort() {
  const { say } = useWords();
  const counts = useCohortCharts();
  if (counts.kind !== 'answered' || counts.answer.inCohort > 0) return null;
  return (
    <Notice tone="info" title={say('figure.emptyCohort')}>
      <p>{say('figure.emptyHint')}</p>
    </Notice>
  );
}
