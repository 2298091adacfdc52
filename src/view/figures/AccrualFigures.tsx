import {
  type Accrual,
  type AccrualCentre,
  type AccrualRow,
  type AccrualYear,
  accrualByCentre,
  accrualByYear,
  type InclusionDelay,
  inclusionDelays,
} from '@core/analyses/accrual';
import { leastPerCentre } from '@core/analyses/centre-funnel';
import type { AnswerState } from '@core/base/answer-state';
import { useWords, type Words } from '@language/use-words';
import { accrualBars, accrualHeight, delayLook } from '@view/charts/accrual-bars';
import { type StackedBar, stackedBars, stackedBarsHeight } from '@view/charts/stacked-bars';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { type ReactNode, useCallback, useMemo } from 'react';
import { centreName } from './centre-name';
import { PlottedFigure } from './PlottedFigure';
import { SwatchLegend } from './SwatchLegend';

interface YearProps {
  readonly state: AnswerState<readonly AccrualRow[]>;
  /** The last year that the extract holds, when it is known. */
  readonly lastYear: number | undefined;
  readonly onDrawn?: () => void;
}

/** Inclusions per year by delay after the diagnosis, cumulated in the table, with those without recent news. */
export function AccrualFigure({ state, lastYear, onDrawn }: YearProps) {
  const words = useWords();
  const { say } = words;
  const rows = state.kind === 'answered' ? state.answer : null;
  const years = useMemo(() => accrualByYear(rows ?? [], lastYear), [rows, lastYear]);
  const chart = useCallback(
    (width: number) =>
      accrualBars(
        years,
        {
          number: words.number,
          percent: words.percent,
          y: say('accrual.y'),
          tip: (year) => tipOf(year, words),
        },
        width,
      ),
    [years, words, say],
  );
  const title = say('accrual.byYear');
  return (
    <PlottedFigure
      title={title}
      summary={years.length === 0 ? '' : summaryOf(years, words)}
      state={state}
      empty={years.length === 0}
      emptyText={say('accrual.nobody')}
      options={chart}
      height={accrualHeight}
      onDrawn={onDrawn}
      notes={
        <>
          <p>{say('accrual.rule')}</p>
          <p>{say('accrual.lostRule')}</p>
        </>
      }
      table={<YearTable years={years} title={title} words={words} />}
      above={<DelayLegend words={words} />}
    />
  );
}

interface CentreProps {
  readonly state: AnswerState<readonly AccrualRow[]>;
  /** The reader's own centre, the only one that is named. */
  readonly own: string | null;
  readonly controls: ReactNode;
}

/** Inclusions of each centre by delay: the own one named, the others not, none ranked by what it does. */
export function CentreAccrualFigure({ state, own, controls }: CentreProps) {
  const words = useWords();
  const { say } = words;
  const rows = state.kind === 'answered' ? state.answer : null;
  const bars = useMemo(
    () => accrualByCentre(rows ?? []).map((centre, place) => barOf(centre, place, own, words)),
    [rows, own, words],
  );
  const chart = useCallback(
    (width: number) => stackedBars(bars, delayLook, centreWords(words), width),
    [bars, words],
  );
  const title = say('accrual.byCentre');
  return (
    <PlottedFigure
      title={title}
      summary=""
      state={state}
      empty={bars.length === 0}
      emptyText={say('accrual.nobody')}
      options={chart}
      height={stackedBarsHeight(bars.length)}
      controls={controls}
      notes={<p>{say('accrual.centreRule', { least: leastPerCentre })}</p>}
      table={<CentreTable bars={bars} title={title} words={words} />}
      above={<DelayLegend words={words} />}
    />
  );
}

function DelayLegend({ words }: { readonly words: Words }) {
  return (
    <SwatchLegend
      items={inclusionDelays.map((delay) => ({
        id: delay,
        name: words.say(`accrual.delay.${delay}`),
        fill: delayLook[delay].fill,
      }))}
    />
  );
}

const yearText = ({ year, unfinished }: AccrualYear, words: Words): string =>
  unfinished ? `${year} (${words.say('practice.unfinished')})` : String(year);

const tipOf = (year: AccrualYear, words: Words): string =>
  words.say('accrual.tip', {
    year: yearText(year, words),
    patients: year.patients,
    incident: year.incident,
    cumulative: year.cumulative,
  });

function summaryOf(years: readonly AccrualYear[], words: Words): string {
  const sum = (of: 'incident' | 'prevalent' | 'alive' | 'lost') =>
    years.reduce((total, year) => total + year[of], 0);
  const patients = years.at(-1)?.cumulative ?? 0;
  const [incident, alive, lost] = [sum('incident'), sum('alive'), sum('lost')];
  return words.say('accrual.summary', {
    patients,
    incident,
    share: words.percent(incident / patients),
    prevalent: sum('prevalent'),
    lost,
    alive,
    lostShare: alive === 0 ? '–' : words.percent(lost / alive),
  });
}

interface CentreBar extends StackedBar<InclusionDelay> {
  readonly accrual: AccrualCentre;
}

const barOf = (accrual: AccrualCentre, place: number, own: string | null, words: Words): CentreBar => ({
  id: String(place),
  name: centreName(accrual.centre, own, words),
  count: words.say('accrual.count', { patients: accrual.patients }),
  patients: accrual.patients,
  bands: accrual.delays,
  accrual,
});

function centreWords(words: Words) {
  return {
    number: words.number,
    percent: words.percent,
    x: words.say('accrual.x'),
    band: (delay: InclusionDelay) => words.say(`accrual.delay.${delay}`),
    tip: ({ name, bands, patients }: StackedBar<InclusionDelay>, delay: InclusionDelay) =>
      words.say('accrual.centreTip', {
        centre: name,
        delay: words.say(`accrual.delay.${delay}`),
        patients: bands[delay],
        all: patients,
        share: words.percent(bands[delay] / patients),
      }),
  };
}

/** The columns that years and centres share. */
function countColumns<Row extends object>(
  words: Words,
  accrualOf: (row: Row) => Accrual,
): readonly DataColumn<Row>[] {
  const { say, number, percent } = words;
  const counted = (id: string, header: string, of: (accrual: Accrual) => string): DataColumn<Row> => ({
    id,
    header,
    cell: (row) => of(accrualOf(row)),
    numeric: true,
  });
  return [
    counted('patients', say('accrual.column.patients'), ({ patients }) => number(patients)),
    counted('incident', say('accrual.column.incident'), ({ incident }) => number(incident)),
    counted('prevalent', say('accrual.column.prevalent'), ({ prevalent }) => number(prevalent)),
    ...inclusionDelays.map((delay) =>
      counted(`delay-${delay}`, say(`accrual.delay.${delay}`), ({ delays }) => number(delays[delay])),
    ),
    counted('lost', say('accrual.column.lost'), ({ lost, alive }) =>
      alive === 0 ? '–' : `${number(lost)} (${percent(lost / alive)})`,
    ),
  ];
}

function YearTable({
  years,
  title,
  words,
}: {
  readonly years: readonly AccrualYear[];
  readonly title: string;
  readonly words: Words;
}) {
  const { say, number } = words;
  const columns: readonly DataColumn<AccrualYear>[] = [
    { id: 'year', header: say('practice.calendarYear'), cell: (year) => yearText(year, words) },
    ...countColumns<AccrualYear>(words, (year) => year),
    {
      id: 'cumulative',
      header: say('accrual.column.cumulative'),
      cell: ({ cumulative }) => number(cumulative),
      numeric: true,
    },
  ];
  return (
    <DataTable caption={say('figure.tableOf', { title })} captionHidden columns={columns} rows={years} />
  );
}

function CentreTable({
  bars,
  title,
  words,
}: {
  readonly bars: readonly CentreBar[];
  readonly title: string;
  readonly words: Words;
}) {
  const { say } = words;
  const columns: readonly DataColumn<CentreBar>[] = [
    { id: 'centre', header: say('practice.centre'), cell: ({ name }) => name },
    ...countColumns<CentreBar>(words, ({ accrual }) => accrual),
  ];
  return <DataTable caption={say('figure.tableOf', { title })} captionHidden columns={columns} rows={bars} />;
}
