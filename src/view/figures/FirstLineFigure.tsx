import {
  type DrugArrival,
  type FirstLineBand,
  type FirstLineRow,
  type FirstLineYear,
  firstLineBands,
  firstLineDrugs,
} from '@core/analyses/first-line-drugs';
import type { AnswerState } from '@core/base/answer-state';
import { useWords, type Words } from '@language/use-words';
import { firstLineLook } from '@view/charts/drug-look';
import { firstLineBars, firstLineHeight } from '@view/charts/first-line-bars';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { useCallback, useMemo } from 'react';
import { PlottedFigure } from './PlottedFigure';
import { SwatchLegend } from './SwatchLegend';

interface Props {
  readonly state: AnswerState<readonly FirstLineRow[]>;
  /** The last year that the extract holds, when it is known. */
  readonly lastYear: number | undefined;
  readonly onDrawn?: () => void;
}

/** Which TKI was given first, year by year, with the arrival of each drug and of its generic. */
export function FirstLineFigure({ state, lastYear, onDrawn }: Props) {
  const words = useWords();
  const { say } = words;
  const rows = state.kind === 'answered' ? state.answer : null;
  const found = useMemo(() => firstLineDrugs(rows ?? [], lastYear), [rows, lastYear]);
  const chart = useCallback(
    (width: number) => firstLineBars(found, chartWords(words), width),
    [found, words],
  );
  const title = say('treatment.firstLine');
  const { years, arrivals, patients } = found;
  return (
    <PlottedFigure
      title={title}
      summary={patients === 0 ? '' : summaryOf(years, patients, words)}
      state={state}
      empty={patients === 0}
      emptyText={say('treatment.nobody')}
      options={chart}
      height={firstLineHeight}
      onDrawn={onDrawn}
      notes={
        <>
          <p>{say('treatment.firstLineRule')}</p>
          <p>{say('treatment.arrivals', { arrivals: arrivalsText(arrivals, words) })}</p>
        </>
      }
      table={<FirstLineTable years={years} title={title} words={words} />}
      above={
        <SwatchLegend
          items={firstLineBands.map((band) => ({
            id: band,
            name: say(`treatment.band.${band}`),
            fill: firstLineLook[band].fill,
          }))}
        />
      }
    />
  );
}

function arrivalName({ drug, generic }: DrugArrival, words: Words): string {
  const name = words.name('first_line_drug', drug);
  return generic ? words.say('treatment.generic', { drug: name }) : name;
}

const arrivalsText = (arrivals: readonly DrugArrival[], words: Words): string =>
  words.list(arrivals.map((arrival) => `${arrivalName(arrival, words)} ${arrival.year}`));

function chartWords(words: Words) {
  return {
    number: words.number,
    percent: words.percent,
    band: (band: FirstLineBand) => words.say(`treatment.band.${band}`),
    arrival: (arrival: DrugArrival) => arrivalName(arrival, words),
    tip: (of: FirstLineYear, band: FirstLineBand) =>
      words.say('treatment.firstLineTip', {
        year: yearText(of, words),
        band: words.say(`treatment.band.${band}`),
        patients: of.bands[band],
        all: of.patients,
        share: words.percent(of.bands[band] / of.patients),
      }),
  };
}

const yearText = ({ year, unfinished }: FirstLineYear, words: Words): string =>
  unfinished ? `${year} (${words.say('practice.unfinished')})` : String(year);

/** The most given first TKI of the first and of the last year. */
function summaryOf(years: readonly FirstLineYear[], patients: number, words: Words): string {
  const most = (of: FirstLineYear) => {
    const band = firstLineBands.reduce((a, b) => (of.bands[b] > of.bands[a] ? b : a));
    return {
      band: words.say(`treatment.band.${band}`),
      share: of.patients === 0 ? '–' : words.percent(of.bands[band] / of.patients),
    };
  };
  const [first, last] = [years[0], years.findLast(({ unfinished }) => !unfinished) ?? years.at(-1)];
  if (first === undefined || last === undefined) return '';
  const [one, two] = [most(first), most(last)];
  return words.say('treatment.firstLineSummary', {
    patients,
    first: String(first.year),
    firstBand: one.band,
    firstShare: one.share,
    last: String(last.year),
    lastBand: two.band,
    lastShare: two.share,
  });
}

interface TableProps {
  readonly years: readonly FirstLineYear[];
  readonly title: string;
  readonly words: Words;
}

function FirstLineTable({ years, title, words }: TableProps) {
  const { say, number, percent } = words;
  const columns: readonly DataColumn<FirstLineYear>[] = [
    { id: 'year', header: say('treatment.year'), cell: (of) => yearText(of, words) },
    {
      id: 'patients',
      header: say('treatment.patients'),
      cell: ({ patients }) => number(patients),
      numeric: true,
    },
    ...firstLineBands.map(
      (band): DataColumn<FirstLineYear> => ({
        id: band,
        header: say(`treatment.band.${band}`),
        cell: ({ bands, patients }) =>
          patients === 0 ? '0' : `${number(bands[band])} (${percent(bands[band] / patients)})`,
        numeric: true,
      }),
    ),
  ];
  return (
    <DataTable caption={say('figure.tableOf', { title })} captionHidden columns={columns} rows={years} />
  );
}
