import { type AnonymityBand, type ClassSize, kAnonymity } from '@core/analyses/k-anonymity';
import type { AnswerState } from '@core/base/answer-state';
import { useWords, type Words } from '@language/use-words';
import { classSizeBars, classSizeHeight } from '@view/charts/class-size-bars';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { type ReactNode, useCallback, useMemo } from 'react';
import { PlottedFigure } from './PlottedFigure';

interface Props {
  readonly state: AnswerState<readonly ClassSize[]>;
  readonly controls: ReactNode;
  readonly onDrawn?: () => void;
}

/** How many patients share what somebody may know of them with how many others. */
export function AnonymityFigure({ state, controls, onDrawn }: Props) {
  const words = useWords();
  const { say } = words;
  const sizes = state.kind === 'answered' ? state.answer : null;
  const found = useMemo(() => kAnonymity(sizes ?? []), [sizes]);
  const options = useCallback(
    (width: number) =>
      classSizeBars(
        found.bands,
        {
          number: words.number,
          percent: words.percent,
          x: words.say('quality.patients'),
          band: (band) => bandName(band, words),
          count: ({ patients }) => `${words.number(patients)} (${shareOf(patients, found.patients, words)})`,
        },
        width,
      ),
    [found, words],
  );
  const alone = found.bands[0]?.patients ?? 0;
  const title = say('quality.anonymity');
  return (
    <PlottedFigure
      title={title}
      summary={
        found.k === null
          ? ''
          : say('quality.anonymitySummary', {
              alone,
              patients: found.patients,
              share: shareOf(alone, found.patients, words),
              k: found.k,
            })
      }
      state={state}
      empty={sizes !== null && found.k === null}
      emptyText={say('quality.nothing')}
      options={options}
      height={classSizeHeight(found.bands.length)}
      controls={controls}
      onDrawn={onDrawn}
      notes={<p>{say('quality.anonymityMethod')}</p>}
      table={<BandTable bands={found.bands} patients={found.patients} title={title} />}
    />
  );
}

const shareOf = (patients: number, all: number, { percent }: Words): string =>
  all === 0 ? '–' : percent(patients / all, 1);

function bandName({ from, to }: AnonymityBand, { say }: Words): string {
  if (to === null) return say('quality.band.open', { from });
  return from === to ? say('quality.band.alone') : say('quality.band.between', { from, to });
}

interface TableProps {
  readonly bands: readonly AnonymityBand[];
  readonly patients: number;
  readonly title: string;
}

function BandTable({ bands, patients, title }: TableProps) {
  const words = useWords();
  const columns = useMemo((): readonly DataColumn<AnonymityBand>[] => {
    const { say, number } = words;
    return [
      { id: 'band', header: say('quality.classSize'), cell: (band) => bandName(band, words) },
      { id: 'classes', header: say('quality.classes'), cell: (band) => number(band.classes), numeric: true },
      {
        id: 'patients',
        header: say('quality.patients'),
        cell: (band) => number(band.patients),
        numeric: true,
      },
      {
        id: 'share',
        header: say('quality.share'),
        cell: (band) => shareOf(band.patients, patients, words),
        numeric: true,
      },
    ];
  }, [words, patients]);
  return (
    <DataTable
      caption={words.say('figure.tableOf', { title })}
      captionHidden
      columns={columns}
      rows={bands}
    />
  );
}
