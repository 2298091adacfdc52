import { periodOutcomeIds, periodOutcomes } from '@core/analyses/outcome-periods';
import { outcomePeriodRows } from '@data/queries/outcome-periods';
import { useWords } from '@language/use-words';
import { useCohort, useUrlChoice } from '@session/use-url';
import { OutcomePeriodsFigure } from '@view/figures/OutcomePeriodsFigure';
import { ChoiceField } from '@view/ui/ChoiceField';
import { Segments } from '@view/ui/Segments';
import { useMemo } from 'react';
import { CodedFigure } from './CodedFigure';
import { useLastYear } from './use-last-year';

const usualOutcome = 'mmr';

/** What becomes of patients, by the calendar period in which their clock began. */
export function OutcomeFigures() {
  const { say } = useWords();
  const { cohort } = useCohort();
  const lastYear = useLastYear();
  const [outcome = usualOutcome, setOutcome] = useUrlChoice('outcome');
  const [month, setMonth] = useUrlChoice('month');
  const { months } = periodOutcomes[outcome];
  const [usualMonths] = months;
  const read = months.find((one) => String(one) === month) ?? usualMonths;
  const question = useMemo(() => ({ cohort, outcome }), [cohort, outcome]);
  return (
    <CodedFigure title={say(`period.outcome.${outcome}`)} question={outcomePeriodRows} parameters={question}>
      {(state) => (
        <OutcomePeriodsFigure
          outcome={outcome}
          months={read}
          state={state}
          lastYear={lastYear}
          controls={
            <>
              <ChoiceField
                label={say('period.outcome')}
                options={periodOutcomeIds.map((id) => ({ id, label: say(`period.outcome.${id}`) }))}
                chosen={outcome}
                onChoose={(id) => setOutcome(id === usualOutcome ? undefined : id)}
              />
              <Segments
                label={say('period.at')}
                options={months.map((one) => ({
                  id: String(one),
                  label: say('period.months', { months: one }),
                }))}
                chosen={String(read)}
                onChoose={(id) => setMonth(id === String(usualMonths) ? undefined : id)}
              />
            </>
          }
        />
      )}
    </CodedFigure>
  );
}
