import type { ProtectedCount } from '@core/disclosure/released-counts';
import { answerScript } from './answer-script';
import type { ReleasedFigure } from './released-figure';

/** The released numbers of a figure as a script of base R that stands alone: its table, and its picture. */
export function figureScript(
  figure: ReleasedFigure,
  head: { readonly title: string; readonly note: string },
): string {
  const told = (count: ProtectedCount) => (count.kind === 'rounded' ? count.value : null);
  if (figure.kind === 'visits') {
    const rows = figure.curves.flatMap(({ level, visits }) => visits.map((visit) => ({ level, visit })));
    const column = (of: (visit: (typeof rows)[number]['visit']) => number | null) =>
      rows.map(({ visit }) => of(visit));
    const table = {
      curve: rows.map(({ level }) => level),
      month: column(({ month }) => Number(month)),
      patients: column(({ patients }) => told(patients)),
      lower_quartile: column(({ lowerQuartile }) => lowerQuartile.percent.value),
      median: column(({ median }) => median.percent.value),
      upper_quartile: column(({ upperQuartile }) => upperQuartile.percent.value),
    };
    return answerScript('released-visits', [table], head);
  }
  if (figure.kind === 'measures') {
    const rows = figure.rows.flatMap(({ level, counts, measures }) => [
      ...counts.map((count) => ({
        level,
        measure: 'patients',
        name: count.level,
        value: told(count.patients),
      })),
      ...measures.flatMap((measure) =>
        measure.values.map(({ level: name, value }) => ({
          level,
          measure: measure.level,
          name,
          value: value.value,
        })),
      ),
    ]);
    const table = {
      row: rows.map(({ level }) => level),
      measure: rows.map(({ measure }) => measure),
      name: rows.map(({ name }) => name),
      value: rows.map(({ value }) => value),
    };
    return answerScript('released-measures', [table], head);
  }
  const rows = figure.panels.flatMap(({ level: panel, bars }) =>
    bars.flatMap((bar) => bar.parts.map((part) => ({ panel, bar: bar.level, part }))),
  );
  const table = {
    panel: rows.map(({ panel }) => panel),
    bar: rows.map(({ bar }) => bar),
    part: rows.map(({ part }) => part.level),
    patients: rows.map(({ part }) => told(part.patients)),
  };
  return answerScript('released-bars', [table], head);
}
