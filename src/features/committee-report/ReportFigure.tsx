import { hasNumbers, type ReleasedBars, type ReleasedFigure } from '@core/analyses/released-figure';
import type { ReportFigure as Asked } from '@core/analyses/report-figure';
import type { Released } from '@core/disclosure/released';
import { releasedCountText } from '@language/released-text';
import { useWords, type Words } from '@language/use-words';
import { PlotFigure } from '@view/charts/PlotFigure';
import { barsPicture, partsIn } from '@view/figures/bars-picture';
import { figureNames } from '@view/figures/exported-figure-names';
import type { FigureNames } from '@view/figures/figure-names';
import { measuresPicture, printedMeasures } from '@view/figures/measures-export';
import type { PrintedTable } from '@view/figures/table-file';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { useCallback, useId, useMemo } from 'react';
import styles from './report.module.css';

interface Props {
  readonly asked: Asked;
  readonly figure: Released<ReleasedFigure>;
}

const rowHeight = 22;
/** The width of a sheet between its margins, in CSS pixels, before it is measured. */
const sheetWidth = 680;

/** A figure on paper: its picture and, under it, its numbers. Nothing for quantiles at visits, which no report holds. */
export function ReportFigure({ asked, figure }: Props) {
  const words = useWords();
  const names = useMemo(() => figureNames(asked, words), [asked, words]);
  const id = useId();
  const shown = useMemo(() => onPaper(figure, names, words), [figure, names, words]);
  const options = useCallback((width: number) => shown?.picture(width).options ?? {}, [shown]);
  if (shown === null) return null;
  const { head, rows } = shown.table;
  return (
    <figure className={styles.long} aria-labelledby={id}>
      <figcaption>
        <h3 id={id}>{names.title}</h3>
      </figcaption>
      {hasNumbers(figure) ? (
        <PlotFigure options={options} label={names.title} height={shown.picture(sheetWidth).height} />
      ) : (
        <p>{words.say('report.nothingTold')}</p>
      )}
      <DataTable
        caption={words.say('figure.tableOf', { title: names.title })}
        captionHidden
        columns={head.map(
          (header, place): DataColumn<readonly string[]> => ({
            id: String(place),
            header,
            cell: (row) => row[place] || '–',
            numeric: place > 0,
          }),
        )}
        rows={rows}
      />
    </figure>
  );
}

/** The picture of a figure at a width, and its numbers; `null` for quantiles at visits. */
function onPaper(figure: ReleasedFigure, names: FigureNames, words: Words) {
  switch (figure.kind) {
    case 'bars':
      return {
        picture: (width: number) => barsPicture(figure, names, words, { width, rowHeight }),
        table: barTable(figure, names, words),
      };
    case 'measures':
      return {
        picture: (width: number) => measuresPicture(figure, names, words, { width, rowHeight }),
        table: printedMeasures(figure, names, words),
      };
    case 'visits':
      return null;
  }
}

type Bar = ReleasedBars['panels'][number]['bars'][number];

const isTold = ({ patients }: Bar['parts'][number]): boolean =>
  patients.kind === 'rounded' && patients.value > 0;

/** A row per bar and a column per part, without those in which no count is large enough. */
function barTable(figure: ReleasedBars, names: FigureNames, words: Words): PrintedTable {
  const bars = figure.panels
    .flatMap(({ level, bars: own }) => own.map((bar) => ({ name: names.bar(bar.level, level), bar })))
    .filter(({ bar }) => bar.parts.some(isTold));
  const parts = partsIn(figure).filter((part) =>
    bars.some(({ bar }) => bar.parts.some((one) => one.level === part && isTold(one))),
  );
  return {
    head: [words.say('exports.figure.bar'), words.say('exports.figure.patients'), ...parts.map(names.part)],
    rows: bars.map(({ name, bar }) => [
      name,
      releasedCountText(words, bar.patients),
      ...parts.map((part) => {
        const found = bar.parts.find(({ level }) => level === part);
        return found === undefined ? '' : releasedCountText(words, found.patients);
      }),
    ]),
  };
}
