import type { ReportFigure } from '@core/analyses/report-figure';
import type { Words } from '@language/words';
import { figureNames } from '@view/figures/exported-figure-names';
import type { FigureNames } from '@view/figures/figure-names';

/** The words of a figure of a report. */
export const reportFigureNames = (figure: ReportFigure, words: Words): FigureNames =>
  figureNames({ ...figure, samples: 'unrejected' }, words);
