import { type MilestoneGroup, milestoneGroups } from '@core/analyses/milestones';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { type FactRule, mostRules, withRule } from '@core/cohort/cohort-definition';
import type { CategoryFactId } from '@core/cohort/fact-vocabulary';
import type { AssessedGuidelineId } from '@core/domain/guideline';
import { type MilestoneMonth, milestoneMonths } from '@core/domain/milestone';
import { guidelineChanges } from '@data/queries/guideline-changes';
import { milestonePatterns } from '@data/queries/milestone-patterns';
import { useWords } from '@language/use-words';
import { markFigureDrawn } from '@session/redraw-clock';
import { urlChoices } from '@session/url-choices';
import { useAnswer } from '@session/use-answer';
import { useFigureCode } from '@session/use-figure-code';
import { useFigureExport } from '@session/use-figure-export';
import { useCohort, useOpenCohort, useUrlChoice } from '@session/use-url';
import { FigureCode } from '@view/figures/FigureCode';
import { FigureExport } from '@view/figures/FigureExport';
import { type AssessedChange, GuidelineChangesFigure } from '@view/figures/GuidelineChangesFigure';
import { MilestoneBarsFigure } from '@view/figures/MilestoneBarsFigure';
import { MilestoneFlowFigure } from '@view/figures/MilestoneFlowFigure';
import { Button } from '@view/ui/Button';
import { Segments } from '@view/ui/Segments';
import { type ReactNode, useMemo } from 'react';
import styles from './milestones-view.module.css';

const drawn = () => markFigureDrawn('milestones');
const everybody = 'everybody';
/** A class before and a class after. */
const rulesOfChange = 2;

export function MilestonesView() {
  const { say } = useWords();
  const { cohort } = useCohort();
  const openCohort = useOpenCohort('/patients');
  const [guidelineAsked, setGuideline] = useUrlChoice('guideline');
  const [splitAsked, setSplit] = useUrlChoice('split');
  const [monthAsked, setMonth] = useUrlChoice('milestone');
  const guideline = guidelineAsked ?? 'ELN2020';
  const groupBy = splitAsked ?? 'first_tki';
  const month = milestoneMonths.find((one) => String(one) === monthAsked) ?? 12;
  const asked = useMemo(() => ({ cohort, guideline, groupBy }), [cohort, guideline, groupBy]);
  const state = useAnswer(milestonePatterns, asked);
  const askedChanges = useMemo(
    () => ({ cohort, before: 'ELN2013' as const, after: 'ELN2020' as const }),
    [cohort],
  );
  const changes = useAnswer(guidelineChanges, askedChanges);
  const code = useFigureCode({
    title: say('milestones.title'),
    question: milestonePatterns,
    parameters: asked,
  });
  const codeOfChanges = useFigureCode({
    title: say('milestones.changes'),
    question: guidelineChanges,
    parameters: askedChanges,
  });
  const leavingBars = useFigureExport('milestones', { guideline }, cohort);
  const leavingFlows = useFigureExport('milestone-flows', { guideline }, cohort);
  const leavingChanges = useFigureExport('guideline-changes', {}, cohort);
  const groups = useMemo(() => ({ groupsAt: month }), [month]);
  return (
    <div className={styles.screen}>
      <FigureCode code={code}>
        <FigureExport leaving={leavingBars}>
          <MilestoneBarsFigure
            state={state}
            shows={everybody}
            onDrawn={drawn}
            controls={
              <Segments
                label={say('milestones.guideline')}
                options={urlChoices.guideline.map((id) => ({ id, label: say(`milestones.guideline.${id}`) }))}
                chosen={guideline}
                onChoose={(id) => setGuideline(id === 'ELN2020' ? undefined : id)}
              />
            }
          />
        </FigureExport>
      </FigureCode>
      <p className={styles.why}>
        {say('milestones.why')}{' '}
        <Button onPress={() => openCohort((before) => before)}>{say('milestones.toPatients')}</Button>
      </p>
      <FigureCode code={code}>
        <FigureExport leaving={leavingFlows}>
          <MilestoneFlowFigure state={state} />
        </FigureExport>
        <ExportedGroups groupBy={groupBy} guideline={guideline} month={month}>
          <MilestoneBarsFigure
            state={state}
            shows={groups}
            controls={
              <>
                <Segments
                  label={say('milestones.groupBy')}
                  options={milestoneGroups.map((id) => ({ id, label: say(`milestones.groupBy.${id}`) }))}
                  chosen={groupBy}
                  onChoose={(id) => setSplit(id === 'first_tki' ? undefined : id)}
                />
                <Segments
                  label={say('milestones.month')}
                  options={urlChoices.milestone.map((id) => ({
                    id,
                    label: say('figure.months', { months: Number(id) }),
                  }))}
                  chosen={String(month) as (typeof urlChoices.milestone)[number]}
                  onChoose={(id) => setMonth(id === '12' ? undefined : id)}
                />
              </>
            }
          />
        </ExportedGroups>
      </FigureCode>
      <FigureCode code={codeOfChanges}>
        <FigureExport leaving={leavingChanges}>
          <GuidelineChangesFigure
            state={changes}
            canOpen={cohort.rules.length + rulesOfChange <= mostRules}
            onOpen={(change) => openCohort((before) => cohortOfChange(before, change))}
          />
        </FigureExport>
      </FigureCode>
    </div>
  );
}

interface GroupsProps {
  readonly groupBy: MilestoneGroup;
  readonly guideline: AssessedGuidelineId;
  readonly month: MilestoneMonth;
  readonly children: ReactNode;
}

/** Groups by drug may leave; those by centre stay inside. */
function ExportedGroups({ groupBy, guideline, month, children }: GroupsProps) {
  const { cohort } = useCohort();
  const leaving = useFigureExport('milestone-groups', { guideline, month: String(month) }, cohort);
  return groupBy === 'centre' ? children : <FigureExport leaving={leaving}>{children}</FigureExport>;
}

/** The cohort with the two classes of a change as its last rules. */
function cohortOfChange(
  cohort: CohortDefinition,
  { month, before, after }: AssessedChange,
): CohortDefinition {
  const was: CategoryFactId = `eln2013_${month}m`;
  const is: CategoryFactId = `eln2020_${month}m`;
  return withRule(withRule(cohort, was, ruleOf(was, before)), is, ruleOf(is, after));
}

const ruleOf = (fact: CategoryFactId, value: string): FactRule => ({
  condition: { kind: 'category', fact, values: [value] },
  unknown: 'exclude',
});
