import { type PeriodOutcomeId, periodOutcomeIds, periodOutcomes } from '@core/analyses/outcome-periods';
import { outcomePeriodRows } from '@data/queries/outcome-periods';
import { useWords } from '@language/use-words';
import { useFigureExport } from '@session/use-figure-export';
import { useCohort, useUrlChoice } from '@session/use-url';
import { OutcomePeriodsFigure } from '@view/figures/OutcomePeriodsFigure';
import { Segments } from '@view/ui/Segments';
import { useMemo } from 'react';
import { CodedFigure } from './CodedFigure';
import styles from './practice-trends.module.css';
import { useLastYear } from './use-last-year';

/** What becomes of patients, by the calendar period in which their clock began. */
export function OutcomeFigures() {
  return (
    <div className={styles.grid}>
      {periodOutcomeIds.map((outcome) => (
        <OutcomeFigure key={outcome} outcome={outcome} />
      ))}
    </div>
  );
}

/** One outcome. A month is read of every outcome that can be read at it; what leaves is read at the first. */
function OutcomeFigure({ outcome }: { readonly outcome: PeriodOutcomeId }) {
  const { say } = useWords();
  const { cohort } = useCohort();
  const lastYear = useLastYear();
  const [month, setMonth] = useUrlChoice('month');
  const { months } = periodOutcomes[outcome];
  const [usualMonths] = months;
  const read = months.find((one) => String(one) === month) ?? usualMonths;
  const question = useMemo(() => ({ cohort, outcome }), [cohort, outcome]);
  const leaving = useFigureExport('outcome-periods', { outcome }, cohort);
  return (
    <CodedFigure
      title={say(`period.outcome.${outcome}`)}
      question={outcomePeriodRows}
      parameters={question}
      {...(read === usualMonths ? { leaving } : {})}
    >
      {(state) => (
        <OutcomePeriodsFigure
          outcome={outcome}
          months={read}
          state={state}
          lastYear={lastYear}
          controls={
            <Segments
              label={say('period.at')}
              options={months.map((one) => ({
                id: String(one),
                label: say('period.months', { months: one }),
              }))}
              chosen={String(read)}
              onChoose={(id) => setMonth(id === String(usualMonths) ? undefined : id)}
            />
          }
        />
      )}
    </CodedFigure>
  );
}
