import type {
  ReleasedMeasure,
  ReleasedMeasuredRow,
  ReleasedMeasures,
} from '@core/analyses/released-measures';
import { releasedCountText } from '@language/released-text';
import type { Words } from '@language/words';
import type { ToldBarsSize } from '@view/charts/told-bars';
import { type ToldPoint, toldPoints, toldPointsHeight } from '@view/charts/told-points';
import type { FigureNames, MeasureNames } from './figure-names';
import type { PrintedTable } from './table-file';

const nameOfMeasure = (row: ReleasedMeasuredRow, measure: ReleasedMeasure, names: FigureNames): string =>
  [names.bar(row.level, ''), measuresOf(names).measure(measure.level)]
    .filter((text) => text !== '')
    .join(' · ');

function measuresOf({ measures }: FigureNames): MeasureNames {
  if (measures === undefined) throw new RangeError('a figure of measures has no names for them');
  return measures;
}

const numberOf = ({ values }: ReleasedMeasure, level: string): number | null =>
  values.find((one) => one.level === level)?.value.value ?? null;

/** The picture of a figure of measures: one point with its interval per row and measure that is told. */
export function measuresPicture(
  { rows }: ReleasedMeasures,
  names: FigureNames,
  words: Words,
  size: ToldBarsSize,
) {
  const { drawn, x } = measuresOf(names);
  const [main, lower, upper] = drawn;
  const points = rows.flatMap((row) =>
    row.measures.flatMap((measure): readonly ToldPoint[] => {
      const value = numberOf(measure, main);
      const [whole] = row.counts;
      if (value === null || whole === undefined) return [];
      return [
        {
          name: nameOfMeasure(row, measure, names),
          count: words.say('exports.figure.count', { count: releasedCountText(words, whole.patients) }),
          value,
          lower: numberOf(measure, lower),
          upper: numberOf(measure, upper),
        },
      ];
    }),
  );
  const texts = { number: words.number, percent: words.percent, x };
  return {
    options: toldPoints(points, texts, size),
    height: toldPointsHeight(points.length, size.rowHeight),
  };
}

/** The table of a figure of measures: a line per row and measure, counts first. */
export function printedMeasures({ rows }: ReleasedMeasures, names: FigureNames, words: Words): PrintedTable {
  const { count, value, isShare } = measuresOf(names);
  const text = (level: string, number: number | null) => {
    if (number === null) return '';
    return isShare(level) ? words.percent(number) : words.number(number, { maximumSignificantDigits: 3 });
  };
  const [first] = rows;
  return {
    head: [
      words.say('exports.figure.bar'),
      ...(first?.counts ?? []).map(({ level }) => count(level)),
      ...(first?.measures[0]?.values ?? []).map(({ level }) => value(level)),
    ],
    rows: rows.flatMap((row) =>
      row.measures.map((measure) => [
        nameOfMeasure(row, measure, names),
        ...row.counts.map(({ patients }) => releasedCountText(words, patients)),
        ...measure.values.map(({ level, value: { value: number } }) => text(level, number)),
      ]),
    ),
  };
}
