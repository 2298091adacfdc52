import type { ReportFigure } from '@core/analyses/report-figure';
import type { Words } from '@language/words';
import { figureNames } from '@view/figures/exported-figure-names';
import type { FigureNames } from '@view/figures/figure-names';

/** The words of a figure of a report; a title says of which drug it is, where a report may hold the same of several. */
export function reportFigureNames(figure: ReportFigure, words: Words): FigureNames {
  const names = figureNames({ ...figure, samples: 'unrejected' }, words);
  const { drug } = figure.choices;
  return drug === undefined
    ? names
    : { ...names, title: `${names.title} · ${words.name('first_line_drug', drug)}` };
}
