import type { AccrualRow } from '@core/analyses/accrual';
import type { AnswerState } from '@core/base/answer-state';
import { accrualRows } from '@data/queries/accrual';
import { useWords } from '@language/use-words';
import { useFigureExport } from '@session/use-figure-export';
import { useCohort } from '@session/use-url';
import { AccrualFigure, CentreAccrualFigure } from '@view/figures/AccrualFigures';
import { FigureExport } from '@view/figures/FigureExport';
import { OwnCentreField } from '@view/figures/OwnCentreField';
import { useMemo, useState } from 'react';
import { CodedFigure } from './CodedFigure';
import { useLastYear } from './use-last-year';

/** Who is included: by year, by centre, and after which delay. */
export function AccrualFigures() {
  const { say } = useWords();
  const { cohort } = useCohort();
  const lastYear = useLastYear();
  const [own, setOwn] = useState<string | null>(null);
  const question = useMemo(() => ({ cohort }), [cohort]);
  const leaving = useFigureExport('accrual', {}, cohort);
  return (
    <CodedFigure title={say('practice.topic.accrual')} question={accrualRows} parameters={question}>
      {(state) => (
        <>
          <FigureExport leaving={leaving}>
            <AccrualFigure state={state} lastYear={lastYear} />
          </FigureExport>
          <CentreAccrualFigure
            state={state}
            own={own}
            controls={<OwnCentreField centres={centresOf(state)} own={own} onChoose={setOwn} />}
          />
        </>
      )}
    </CodedFigure>
  );
}

const centresOf = (state: AnswerState<readonly AccrualRow[]>): readonly string[] =>
  state.kind === 'answered' ? state.answer.map(({ centre }) => centre) : [];
