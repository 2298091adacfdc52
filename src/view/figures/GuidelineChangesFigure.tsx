import type { AnswerState } from '@core/base/answer-state';
import { mostRules } from '@core/cohort/cohort-definition';
import { type MilestoneMonth, type MilestoneVerdict, milestoneMonths } from '@core/domain/milestone';
import { useWords, type Words } from '@language/use-words';
import { Button } from '@view/ui/Button';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { FigureFrame } from '@view/ui/FigureFrame';
import { useMemo } from 'react';
import { FigureState } from './FigureState';
import styles from './milestone.module.css';

/** Patients by their class in two versions of the guideline; `null` is not assessed. */
export interface ClassChange {
  readonly month: MilestoneMonth;
  readonly before: MilestoneVerdict | null;
  readonly after: MilestoneVerdict | null;
  readonly patients: number;
}

interface Props {
  readonly state: AnswerState<readonly ClassChange[]>;
  /** Opens the patients of one change as a cohort. */
  readonly onOpen: (change: AssessedChange) => void;
  /** The cohort has room for the two rules of a change. */
  readonly canOpen: boolean;
}

export type AssessedChange = ClassChange & {
  readonly before: MilestoneVerdict;
  readonly after: MilestoneVerdict;
};

/** Who changes class when the version of the guideline does, per milestone, with a way to open them. */
export function GuidelineChangesFigure({ state, onOpen, canOpen }: Props) {
  const words = useWords();
  const rows = state.kind === 'answered' ? state.answer : null;
  const changed = useMemo(() => (rows ?? []).filter(isAssessedChange), [rows]);
  const columns = useMemo(() => columnsOf(words), [words]);
  const empty = rows !== null && rows.length === 0;
  const title = words.say('milestones.changes');
  return (
    <FigureFrame
      title={title}
      {...(rows === null || empty ? {} : { summary: summaryOf(changed, words) })}
      refreshing={state.kind === 'answered' && state.refreshing}
      tableLabel={words.say('figure.table')}
      notes={
        changed.length === 0 ? undefined : (
          <p>{words.say(canOpen ? 'milestones.openHint' : 'milestones.openFull', { most: mostRules })}</p>
        )
      }
    >
      <FigureState state={state} height={220} empty={empty} emptyText={words.say('figure.emptyCohort')}>
        <div className={styles.openers}>
          {changed.map((change) => (
            <Button
              key={`${change.month} ${change.before}`}
              isDisabled={!canOpen}
              onPress={() => onOpen(change)}
            >
              {words.say('milestones.openCohort', {
                month: change.month,
                before: bandName(change.before, words),
                after: bandName(change.after, words),
                patients: change.patients,
              })}
            </Button>
          ))}
        </div>
        <DataTable caption={title} columns={columns} rows={rows ?? []} />
      </FigureState>
    </FigureFrame>
  );
}

const isAssessedChange = (row: ClassChange): row is AssessedChange =>
  row.before !== null && row.after !== null && row.before !== row.after;

const bandName = (verdict: MilestoneVerdict | null, words: Words): string =>
  words.say(`milestones.band.${verdict ?? 'not_assessed'}`);

function summaryOf(changed: readonly ClassChange[], words: Words): string {
  const at = (month: number) =>
    changed.filter((row) => row.month === month).reduce((sum, { patients }) => sum + patients, 0);
  return words.say('milestones.changesSummary', {
    changed: changed.reduce((sum, { patients }) => sum + patients, 0),
    list: words.list(
      milestoneMonths.map((month) => words.say('milestones.changesAt', { count: at(month), month })),
    ),
  });
}

function columnsOf(words: Words): readonly DataColumn<ClassChange>[] {
  const { say } = words;
  return [
    {
      id: 'month',
      header: say('milestones.column.milestone'),
      cell: ({ month }) => say('figure.months', { months: month }),
    },
    {
      id: 'before',
      header: say('milestones.guideline.ELN2013'),
      cell: ({ before }) => bandName(before, words),
    },
    { id: 'after', header: say('milestones.guideline.ELN2020'), cell: ({ after }) => bandName(after, words) },
    {
      id: 'patients',
      header: say('milestones.column.count'),
      cell: ({ patients }) => words.number(patients),
      numeric: true,
    },
    {
      id: 'change',
      header: say('milestones.column.change'),
      cell: ({ before, after }) => say(before === after ? 'milestones.kept' : 'milestones.changed'),
    },
  ];
}
