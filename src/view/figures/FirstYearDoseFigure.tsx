import {
  type DoseBand,
  type DoseRow,
  type DrugDose,
  doseBands,
  firstYearDose,
} from '@core/analyses/first-year-dose';
import type { AnswerState } from '@core/base/answer-state';
import { useWords, type Words } from '@language/use-words';
import { doseLook } from '@view/charts/drug-look';
import { type StackedBar, stackedBars, stackedBarsHeight } from '@view/charts/stacked-bars';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { useCallback, useMemo } from 'react';
import { PlottedFigure } from './PlottedFigure';
import { SwatchLegend } from './SwatchLegend';

interface Props {
  readonly state: AnswerState<readonly DoseRow[]>;
  readonly onDrawn?: () => void;
}

/** The dose of the first TKI a year after its start, beside the one that it began with. */
export function FirstYearDoseFigure({ state, onDrawn }: Props) {
  const words = useWords();
  const { say } = words;
  const rows = state.kind === 'answered' ? state.answer : null;
  const doses = useMemo(() => firstYearDose(rows ?? []), [rows]);
  const drawn = useMemo(() => doses.filter(({ patients }) => patients > 0), [doses]);
  const chart = useCallback(
    (width: number) =>
      stackedBars(
        drawn.map((dose) => barOf(dose, words)),
        doseLook,
        {
          number: words.number,
          percent: words.percent,
          x: say('treatment.doseX'),
          band: (band: DoseBand) => say(`treatment.doseBand.${band}`),
          tip: ({ name, bands, patients }: StackedBar<DoseBand>, band: DoseBand) =>
            say('treatment.doseTip', {
              drug: name,
              band: say(`treatment.doseBand.${band}`),
              patients: bands[band],
              all: patients,
              share: words.percent(bands[band] / patients, 1),
            }),
        },
        width,
      ),
    [drawn, words, say],
  );
  const title = say('treatment.dose');
  const [first] = drawn;
  return (
    <PlottedFigure
      title={title}
      summary={first === undefined ? '' : summaryOf(first, words)}
      state={state}
      empty={first === undefined}
      emptyText={say('treatment.nobody')}
      options={chart}
      height={stackedBarsHeight(drawn.length)}
      onDrawn={onDrawn}
      notes={<p>{say('treatment.doseRule')}</p>}
      table={<DoseTable doses={doses} title={title} words={words} />}
      above={
        <SwatchLegend
          items={doseBands.map((band) => ({
            id: band,
            name: say(`treatment.doseBand.${band}`),
            fill: doseLook[band].fill,
          }))}
        />
      }
    />
  );
}

const barOf = ({ drug, patients, bands }: DrugDose, words: Words): StackedBar<DoseBand> => ({
  id: drug,
  name: words.name('first_line_drug', drug),
  count: words.say('treatment.doseCount', { patients }),
  patients,
  bands,
});

const doseText = (dose: number | null, words: Words): string =>
  dose === null ? '–' : words.number(dose, { maximumFractionDigits: 1 });

const summaryOf = ({ drug, startMedianMg, yearMedianMg, bands, patients }: DrugDose, words: Words): string =>
  words.say('treatment.doseSummary', {
    drug: words.name('first_line_drug', drug),
    start: doseText(startMedianMg, words),
    year: doseText(yearMedianMg, words),
    same: words.percent(bands.same / patients),
  });

interface TableProps {
  readonly doses: readonly DrugDose[];
  readonly title: string;
  readonly words: Words;
}

function DoseTable({ doses, title, words }: TableProps) {
  const { say, number } = words;
  const counted = (id: string, header: string, of: (dose: DrugDose) => number): DataColumn<DrugDose> => ({
    id,
    header,
    cell: (dose) => number(of(dose)),
    numeric: true,
  });
  const columns: readonly DataColumn<DrugDose>[] = [
    {
      id: 'drug',
      header: say('treatment.drug'),
      cell: ({ drug }) => words.name('first_line_drug', drug),
    },
    {
      id: 'start',
      header: say('treatment.startMedian'),
      cell: ({ startMedianMg }) => doseText(startMedianMg, words),
      numeric: true,
    },
    {
      id: 'later',
      header: say('treatment.yearMedian'),
      cell: ({ yearMedianMg }) => doseText(yearMedianMg, words),
      numeric: true,
    },
    counted('followed', say('treatment.followed'), ({ patients }) => patients),
    ...doseBands.map((band) => counted(band, say(`treatment.doseBand.${band}`), ({ bands }) => bands[band])),
    counted('notFollowed', say('treatment.notFollowed'), ({ notFollowed }) => notFollowed),
  ];
  return (
    <DataTable caption={say('figure.tableOf', { title })} captionHidden columns={columns} rows={doses} />
  );
}
