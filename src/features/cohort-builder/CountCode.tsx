import { ruleOn } from '@core/cohort/cohort-definition';
import type { FactId } from '@core/cohort/fact-vocabulary';
import { cohortCharts } from '@data/queries/cohort-charts';
import { useWords } from '@language/use-words';
import { useFigureCode } from '@session/use-figure-code';
import { useCohort } from '@session/use-url';
import { CodePanel } from '@view/figures/CodePanel';
import { Expander } from '@view/ui/Expander';
import { memo, useMemo } from 'react';

interface Props {
  readonly title: string;
  /** Of one chart, the fact of it; of the attrition, `null`. */
  readonly fact: FactId | null;
}

/** The code of a count of the cohort, closed at first: while it is, it follows no rule. */
export const CountCode = memo(function CountCode(props: Props) {
  const { say } = useWords();
  return (
    <Expander label={say('code.show')} level={3} look="link">
      <OpenCode {...props} />
    </Expander>
  );
});

function OpenCode({ title, fact }: Props) {
  const { say } = useWords();
  const { cohort } = useCohort();
  const parameters = useMemo(() => ({ cohort, facts: fact === null ? [] : [fact] }), [cohort, fact]);
  const code = useFigureCode({ title, question: cohortCharts, parameters });
  const hasOwnRule = fact !== null && ruleOn(cohort, fact) !== null;
  return <CodePanel code={code} note={hasOwnRule ? say('code.ownRule') : undefined} />;
}
