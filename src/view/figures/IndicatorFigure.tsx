import { type GroupVariable, groupLevels, groupVariables } from '@core/analyses/group-variable';
import {
  type IndicatorSeries,
  type IndicatorTable,
  indicatorTrend,
  type YearOfIndicator,
} from '@core/analyses/indicator-trend';
import type { AnswerState } from '@core/base/answer-state';
import { centreTypes } from '@core/domain/extract-tables';
import { type IndicatorId, indicators } from '@core/domain/indicator';
import { useWords, type Words } from '@language/use-words';
import { indicatorTrendChart } from '@view/charts/indicator-trend';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { type ReactNode, useCallback, useMemo } from 'react';
import { pValueText } from './estimate-text';
import { PlottedFigure } from './PlottedFigure';
import { useAskedOf } from './use-asked-of';

interface Props {
  readonly indicator: IndicatorId;
  readonly state: AnswerState<IndicatorTable>;
  /** What the levels are of; `null` without groups. */
  readonly groupBy: string | null;
  /** The last year that the extract holds, when it is known. */
  readonly lastYear: number | undefined;
  /** Calendar years that each point takes together; 1. */
  readonly windowYears?: number;
  /** A year named beforehand in which practice is said to have changed. */
  readonly changeYear?: number | undefined;
  readonly controls?: ReactNode;
  readonly onDrawn?: () => void;
}

const height = 220;

/** One indicator over the calendar years, with its rule, its denominators and its trend. */
export function IndicatorFigure(props: Props) {
  const { indicator, state, lastYear, controls, onDrawn, windowYears = 1, changeYear } = props;
  const groupBy = useAskedOf(state, props.groupBy);
  const words = useWords();
  const { say } = words;
  const answer = state.kind === 'answered' ? state.answer : null;
  const trend = useMemo(
    () =>
      answer === null
        ? null
        : indicatorTrend(answer, { lastYear, levels: levelsOf(groupBy), windowYears, changeYear }),
    [answer, lastYear, groupBy, windowYears, changeYear],
  );
  const series = useMemo(() => trend?.series ?? [], [trend]);
  const options = useCallback(
    (width: number) =>
      indicatorTrendChart(
        series,
        {
          number: words.number,
          percent: words.percent,
          level: (level) => levelText(words, groupBy, level),
          tip: (level, year) =>
            [
              ...(groupBy === null ? [] : [levelText(words, groupBy, level)]),
              yearText(year, windowYears, words),
              shareWithInterval(year, words),
              say('practice.of', { met: year.met, assessed: year.assessed, unknown: year.unknown }),
            ].join('\n'),
        },
        { width, height, changeYear },
      ),
    [series, words, groupBy, say, windowYears, changeYear],
  );
  const title = say(`indicator.${indicator}`);
  const summary = series.length === 0 ? '' : summaryOf(series, { groupBy, changeYear }, words);
  const empty = trend !== null && series.every(({ years }) => years.every(({ assessed }) => assessed === 0));
  const { unit, better, year, version } = indicators[indicator];
  return (
    <PlottedFigure
      title={title}
      summary={summary}
      state={state}
      empty={empty}
      emptyText={say('practice.nobody')}
      options={options}
      height={height}
      controls={controls}
      onDrawn={onDrawn}
      notes={
        <>
          <p>
            {say(`indicator.${indicator}.rule`)} {say(`practice.year.${year}`)}
          </p>
          <p>
            {say('practice.meta', {
              unit: say(`practice.unit.${unit}`),
              better: say(`practice.better.${better ?? 'none'}`),
              version,
            })}
            {windowYears === 1 ? '' : ` ${say('practice.rollingNote', { years: windowYears })}`}
            {changeYear === undefined ? '' : ` ${say('practice.changeNote')}`}
          </p>
        </>
      }
      table={<YearTable series={series} groupBy={groupBy} windowYears={windowYears} title={title} />}
    />
  );
}

/** The years of a point, and whether the last of them is not over. */
function yearText(
  { year, unfinished }: Pick<YearOfIndicator, 'year' | 'unfinished'>,
  windowYears: number,
  words: Words,
): string {
  const years = windowYears === 1 ? `${year}` : `${year - windowYears + 1}–${year}`;
  return `${years}${unfinished ? ` (${words.say('practice.unfinished')})` : ''}`;
}

/** The levels of a group in their own order: low before high. */
function levelsOf(groupBy: string | null): readonly string[] {
  if (groupBy === 'centre_type') return centreTypes;
  return groupVariables.find((variable) => variable === groupBy) === undefined
    ? []
    : groupLevels[groupBy as GroupVariable];
}

export const levelText = (words: Words, groupBy: string | null, level: string | null): string =>
  level === null
    ? words.say('explorer.notKnown')
    : groupBy === null
      ? words.say('practice.together')
      : words.name(groupBy, level);

function shareWithInterval({ share }: Pick<YearOfIndicator, 'share'>, words: Words): string {
  const { estimate, interval } = share;
  if (estimate === null) return '–';
  const limit = (bound: number | null | undefined) => (bound == null ? '–' : words.percent(bound));
  return words.say('practice.share', {
    share: words.percent(estimate),
    lower: limit(interval?.lower),
    upper: limit(interval?.upper),
  });
}

interface Summarised {
  readonly groupBy: string | null;
  readonly changeYear: number | undefined;
}

function summaryOf(
  series: readonly IndicatorSeries[],
  { groupBy, changeYear }: Summarised,
  words: Words,
): string {
  return series
    .map(({ level, overall, trend, change }) => {
      const since = changeText(change, changeYear, words);
      if (groupBy !== null)
        return [levelText(words, groupBy, level), shareWithInterval(overall, words), since]
          .filter((part) => part !== '')
          .join(' ');
      const text = words.say('practice.summary', {
        share: shareWithInterval(overall, words),
        met: overall.met,
        assessed: overall.assessed,
        unknown: overall.unknown,
      });
      const test = trend.p === null ? '' : words.say('practice.trend', { p: pValueText(trend.p, words) });
      return [text, test, since].filter((part) => part !== '').join(' ');
    })
    .join(' · ');
}

function changeText(change: IndicatorSeries['change'], changeYear: number | undefined, words: Words): string {
  if (changeYear === undefined || change?.estimate == null) return '';
  const points = (share: number | null | undefined) =>
    share == null ? '–' : words.number(100 * share, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  return words.say('practice.changed', {
    year: String(changeYear),
    difference: points(change.estimate),
    lower: points(change.interval?.lower),
    upper: points(change.interval?.upper),
  });
}

interface TableRow extends YearOfIndicator {
  readonly level: string | null;
}

function YearTable({
  series,
  groupBy,
  windowYears,
  title,
}: {
  readonly series: readonly IndicatorSeries[];
  readonly groupBy: string | null;
  readonly windowYears: number;
  readonly title: string;
}) {
  const words = useWords();
  const rows = useMemo(
    () => series.flatMap(({ level, years }) => years.map((year): TableRow => ({ level, ...year }))),
    [series],
  );
  const columns = useMemo((): readonly DataColumn<TableRow>[] => {
    const { say, number } = words;
    const counts = (['units', 'assessed', 'met', 'unknown'] as const).map(
      (id): DataColumn<TableRow> => ({
        id,
        header: say(`practice.${id}`),
        cell: (row) => number(row[id]),
        numeric: true,
      }),
    );
    return [
      {
        id: 'year',
        header: say('practice.calendarYear'),
        cell: (row) => yearText(row, windowYears, words),
      },
      ...(groupBy === null
        ? []
        : [
            {
              id: 'level',
              header: say('practice.group'),
              cell: ({ level }: TableRow) => levelText(words, groupBy, level),
            },
          ]),
      ...counts,
      {
        id: 'share',
        header: say('practice.shareHeader'),
        cell: (row) => shareWithInterval(row, words),
        numeric: true,
      },
    ];
  }, [words, groupBy, windowYears]);
  return (
    <DataTable caption={words.say('figure.tableOf', { title })} captionHidden columns={columns} rows={rows} />
  );
}
