import { tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import { firstLineDrugRows } from '@data/queries/treatment/first-line-drugs';
import { doseRows } from '@data/queries/treatment/first-year-dose';
import { drugTimeRows } from '@data/queries/treatment/time-on-drug';
import { treatmentPathwayRows } from '@data/queries/treatment/treatment-pathways';
import { useWords } from '@language/use-words';
import { useFigureExport } from '@session/use-figure-export';
import { useCohort, useUrlChoice } from '@session/use-url';
import { FirstLineFigure } from '@view/figures/FirstLineFigure';
import { FirstYearDoseFigure } from '@view/figures/FirstYearDoseFigure';
import { TimeOnDrugFigure } from '@view/figures/TimeOnDrugFigure';
import { TreatmentPathwaysFigure } from '@view/figures/TreatmentPathwaysFigure';
import { ChoiceField } from '@view/ui/ChoiceField';
import { useMemo } from 'react';
import { CodedFigure } from './CodedFigure';
import { useLastYear } from './use-last-year';

const usualDrug = 'imatinib';

/** How patients are treated: first TKI by year, its dose, the time on it, and what followed. */
export function TreatmentFigures() {
  const words = useWords();
  const { cohort } = useCohort();
  const lastYear = useLastYear();
  const [drug = usualDrug, setDrug] = useUrlChoice('drug');
  const question = useMemo(() => ({ cohort }), [cohort]);
  const leavingFirstLine = useFigureExport('first-line', {}, cohort);
  const leavingPathways = useFigureExport('pathways', {}, cohort);
  const leavingDoses = useFigureExport('first-year-dose', {}, cohort);
  const leavingTime = useFigureExport('time-on-drug', { drug }, cohort);
  return (
    <>
      <CodedFigure
        title={words.say('treatment.firstLine')}
        question={firstLineDrugRows}
        parameters={question}
        leaving={leavingFirstLine}
      >
        {(state) => <FirstLineFigure state={state} lastYear={lastYear} />}
      </CodedFigure>
      <CodedFigure
        title={words.say('treatment.pathways')}
        question={treatmentPathwayRows}
        parameters={question}
        leaving={leavingPathways}
      >
        {(state) => <TreatmentPathwaysFigure state={state} />}
      </CodedFigure>
      <CodedFigure
        title={words.say('treatment.time')}
        question={drugTimeRows}
        parameters={question}
        leaving={leavingTime}
      >
        {(state) => (
          <TimeOnDrugFigure
            state={state}
            drug={drug}
            controls={
              <ChoiceField
                label={words.say('treatment.drug')}
                options={tkiDrugs.map((id) => ({ id, label: words.name('first_line_drug', id) }))}
                chosen={drug}
                onChoose={(id) => setDrug(id === usualDrug ? undefined : id)}
              />
            }
          />
        )}
      </CodedFigure>
      <CodedFigure
        title={words.say('treatment.dose')}
        question={doseRows}
        parameters={question}
        leaving={leavingDoses}
      >
        {(state) => <FirstYearDoseFigure state={state} />}
      </CodedFigure>
    </>
  );
}
