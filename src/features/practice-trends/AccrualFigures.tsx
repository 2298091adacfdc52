import { accrualRows } from '@data/queries/accrual';
import { useAnswer } from '@session/use-answer';
import { useCohort } from '@session/use-url';
import { AccrualFigure, CentreAccrualFigure } from '@view/figures/AccrualFigures';
import { OwnCentreField } from '@view/figures/OwnCentreField';
import { useMemo, useState } from 'react';
import { useLastYear } from './use-last-year';

/** Who is included: by year, by centre, and after which delay. */
export function AccrualFigures() {
  const { cohort } = useCohort();
  const lastYear = useLastYear();
  const [own, setOwn] = useState<string | null>(null);
  const state = useAnswer(
    accrualRows,
    useMemo(() => ({ cohort }), [cohort]),
  );
  const centres = state.kind === 'answered' ? state.answer.map(({ centre }) => centre) : [];
  return (
    <>
      <AccrualFigure state={state} lastYear={lastYear} />
      <CentreAccrualFigure
        state={state}
        own={own}
        controls={<OwnCentreField centres={centres} own={own} onChoose={setOwn} />}
      />
    </>
  );
}
