import {
  fewAssessed,
  type MilestoneBand,
  type MilestoneBar,
  type Milestones,
  milestones,
  type MilestoneTable as PatternTable,
} from '@core/analyses/milestones';
import type { AnswerState } from '@core/base/answer-state';
import { guidelines } from '@core/domain/guideline';
import type { MilestoneMonth } from '@core/domain/milestone';
import { useWords, type Words } from '@language/use-words';
import { bandStyle } from '@view/charts/milestone-style';
import { type StackedBar, stackedBars, stackedBarsHeight } from '@view/charts/stacked-bars';
import { type ReactNode, useCallback, useMemo } from 'react';
import { MilestoneLegend } from './MilestoneLegend';
import { MilestoneTable, milestoneGroupName } from './MilestoneTable';
import { PlottedFigure } from './PlottedFigure';

interface Props {
  readonly state: AnswerState<PatternTable>;
  /** Everybody at the three milestones, or the groups at one of them. */
  readonly shows: 'everybody' | { readonly groupsAt: MilestoneMonth };
  readonly controls?: ReactNode;
  readonly onDrawn?: () => void;
}

/** Stacked bars of the milestones with their denominators, reasons and table. */
export function MilestoneBarsFigure({ state, shows, controls, onDrawn }: Props) {
  const words = useWords();
  const table = state.kind === 'answered' ? state.answer : null;
  const found = useMemo(() => (table === null ? null : milestones(table)), [table]);
  const bars = useMemo(() => (found === null ? [] : namedBars(found, shows, words)), [found, shows, words]);
  const chart = useCallback(
    (width: number) => stackedBars(bars, bandStyle, barWords(words), width),
    [bars, words],
  );
  const title = titleOf(table, shows, words);
  const empty = found !== null && found.patients === 0;
  const summary = found === null || empty || shows !== 'everybody' ? '' : summaryOf(found, words);
  return (
    <PlottedFigure
      title={title}
      summary={summary}
      state={state}
      empty={empty}
      emptyText={words.say('milestones.empty')}
      options={chart}
      height={stackedBarsHeight(bars.length)}
      controls={controls}
      onDrawn={onDrawn}
      notes={found === null ? undefined : <Notes found={found} shows={shows} words={words} />}
      table={
        <MilestoneTable
          rows={bars}
          nameHeader={words.say(
            shows === 'everybody' ? 'milestones.column.milestone' : 'milestones.column.group',
          )}
          title={title}
          words={words}
        />
      }
      above={<MilestoneLegend words={words} />}
    />
  );
}

/** A bar of the picture, with all that its row of the table says. */
interface MilestoneStack extends StackedBar<MilestoneBand> {
  readonly bar: MilestoneBar;
}

function titleOf(table: PatternTable | null, shows: Props['shows'], words: Words): string {
  const guideline = table === null ? '' : words.say(`milestones.guideline.${table.guideline}`);
  if (shows === 'everybody') return words.say('milestones.bars', { guideline });
  return words.say(`milestones.groups.${table?.groupBy ?? 'first_tki'}`, {
    guideline,
    month: shows.groupsAt,
  });
}

function namedBars(found: Milestones, shows: Props['shows'], words: Words): readonly MilestoneStack[] {
  const count = ({ patients, few }: MilestoneBar) =>
    words.say(few ? 'milestones.countFew' : 'milestones.count', { count: patients });
  if (shows === 'everybody') {
    return found.bars.map((bar) => ({
      id: String(bar.month),
      name: words.say('figure.months', { months: bar.month }),
      count: count(bar),
      patients: bar.patients,
      bands: bar.bands,
      bar,
    }));
  }
  return found.groups.flatMap(({ level, bars }) => {
    const bar = bars.find(({ month }) => month === shows.groupsAt);
    if (bar === undefined) return [];
    const name = milestoneGroupName(found.groupBy, level, words);
    return { id: level ?? '', name, count: count(bar), patients: bar.patients, bands: bar.bands, bar };
  });
}

function barWords(words: Words) {
  return {
    number: words.number,
    percent: words.percent,
    x: words.say('milestones.x'),
    band: (band: MilestoneBand) => words.say(`milestones.band.${band}`),
    tip: ({ name, bands, patients }: StackedBar<MilestoneBand>, band: MilestoneBand) =>
      words.say('milestones.tip', {
        name,
        band: words.say(`milestones.band.${band}`),
        patients: bands[band],
        all: patients,
        share: words.percent(bands[band] / patients, 1),
      }),
  };
}

const summaryOf = ({ bars }: Milestones, words: Words): string =>
  bars
    .map(({ month, bands }) =>
      words.say('milestones.summary', {
        month,
        optimal: bands.optimal,
        warning: bands.warning,
        failure: bands.failure,
        notAssessed: bands.not_assessed,
      }),
    )
    .join(' ');

interface NotesProps {
  readonly found: Milestones;
  readonly shows: Props['shows'];
  readonly words: Words;
}

function Notes({ found, shows, words: { say } }: NotesProps) {
  const { guideline, patients, withoutTki, groupBy } = found;
  const shares = <p>{say('milestones.shares', { few: fewAssessed })}</p>;
  if (shows !== 'everybody') {
    return (
      <>
        {shares}
        {groupBy === 'centre' ? <p>{say('milestones.noRanking')}</p> : null}
      </>
    );
  }
  return (
    <>
      <p>{say('milestones.denominator', { patients, withoutTki })}</p>
      <p>{say(`milestones.rule.${guideline}`, { source: guidelines[guideline].source })}</p>
      <p>{say('milestones.window')}</p>
      {shares}
    </>
  );
}
