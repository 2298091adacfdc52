import { everyone } from '@core/cohort/cohort-definition';
import { cohortVariables, isNumericVariable } from '@core/cohort/patient-facts';
import { cohortCounts } from '@data/queries/cohort-counts';
import { recurrenceEvents } from '@data/queries/recurrence-events';
import { visitQuartiles } from '@data/queries/visit-quartiles';
import { useWords } from '@language/use-words';
import { markFigureDrawn } from '@session/redraw-clock';
import { useAnswer } from '@session/use-answer';
import { useExtract } from '@session/use-extract';
import { useCohort } from '@session/use-url';
import { MolecularResponseFigure } from '@view/figures/MolecularResponseFigure';
import { TreatmentFreeRemissionFigure } from '@view/figures/TreatmentFreeRemissionFigure';
import { Button } from '@view/ui/Button';
import { Expander } from '@view/ui/Expander';
import { Notice } from '@view/ui/Notice';
import { useMemo } from 'react';
import { CategoryFacet } from './CategoryFacet';
import styles from './cohort-view.module.css';
import { RangeFacet } from './RangeFacet';

const remissionOptions = { interval: 'log', level: 0.95 } as const;
const responseDrawn = () => markFigureDrawn('molecular-response');
const remissionDrawn = () => markFigureDrawn('treatment-free-remission');

/** Beside the figures there is room for the rules; above them, on a small screen, they start closed. */
const wide = () => window.matchMedia('(min-width: 1001px)').matches;

export function CohortView() {
  const { say } = useWords();
  const { cohort, setCohort } = useCohort();
  const extract = useExtract();
  const counts = useAnswer(cohortCounts, cohort);
  const response = useAnswer(visitQuartiles, cohort);
  const remission = useAnswer(
    recurrenceEvents,
    useMemo(() => ({ cohort, groupBy: null }), [cohort]),
  );
  const known = counts.kind === 'answered' ? counts.answer : null;
  const facets = known !== null && (
    <div className={styles.facets}>
      {cohortVariables.map((variable) =>
        isNumericVariable(variable) ? (
          <RangeFacet
            key={variable}
            variable={variable}
            cohort={cohort}
            counts={known}
            onChange={setCohort}
          />
        ) : (
          <CategoryFacet
            key={variable}
            variable={variable}
            cohort={cohort}
            counts={known}
            onChange={setCohort}
          />
        ),
      )}
    </div>
  );
  return (
    <div className={styles.screen}>
      <section className={styles.rules} aria-label={say('cohort.rules')}>
        <Expander
          label={say('cohort.showRules', { count: cohort.rules.length })}
          level={2}
          look="heading"
          open={wide()}
          aside={
            cohort.rules.length === 0 ? null : (
              <Button look="quiet" onPress={() => setCohort(everyone)}>
                {say('cohort.clearAll')}
              </Button>
            )
          }
        >
          {facets}
        </Expander>
      </section>
      <div className={styles.figures}>
        {known?.inCohort === 0 ? (
          <Notice tone="info" title={say('figure.emptyCohort')}>
            <p>{say('figure.emptyHint')}</p>
          </Notice>
        ) : null}
        <MolecularResponseFigure
          state={response}
          horizonMonths={60}
          height={340}
          notes="brief"
          onDrawn={responseDrawn}
        />
        {extract.has('treatment_free_attempt') ? (
          <TreatmentFreeRemissionFigure
            state={remission}
            options={remissionOptions}
            horizonMonths={120}
            notes="brief"
            onDrawn={remissionDrawn}
          />
        ) : null}
      </div>
    </div>
  );
}
