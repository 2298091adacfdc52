import type { ReleasedBars } from '@core/analyses/released-figure';
import type { ProtectedCount } from '@core/disclosure/released-counts';
import { releasedCountText } from '@language/released-text';
import type { Words } from '@language/words';
import { type ToldBar, type ToldBarsSize, toldBars, toldBarsHeight } from '@view/charts/told-bars';
import type { FigureNames } from './figure-names';

const isOneBar = ({ panels }: ReleasedBars): boolean =>
  panels.length === 1 && panels.every(({ bars }) => bars.length === 1 && bars[0]?.level === 'all');

/** The parts of a figure, each once, in the order in which they come. */
export const partsIn = ({ panels }: ReleasedBars): readonly string[] => [
  ...new Set(panels.flatMap(({ bars }) => bars.flatMap(({ parts }) => parts.map(({ level }) => level)))),
];

/** The picture of released bars, and its height. */
export function barsPicture(figure: ReleasedBars, names: FigureNames, words: Words, size: ToldBarsSize) {
  const count = (patients: ProtectedCount) =>
    words.say('exports.figure.count', { count: releasedCountText(words, patients) });
  const parts = partsIn(figure);
  const bars = figure.panels.flatMap(({ level: panel, bars: own }) =>
    own.flatMap((bar): readonly ToldBar[] => {
      // One bar alone is drawn part by part: a histogram.
      if (isOneBar(figure)) {
        return bar.parts.map(({ level, patients, share }) => ({
          name: names.part(level),
          count: count(patients),
          shares: [share.share],
        }));
      }
      const [only] = parts.length === 1 ? bar.parts : [];
      const shares = parts.map((part) => {
        const found = bar.parts.find(({ level }) => level === part);
        return found === undefined ? 0 : found.share.share;
      });
      // A bar of which nothing is told stands in the table alone.
      if (shares.every((share) => share === null || share === 0) && only === undefined) return [];
      return [{ name: names.bar(bar.level, panel), count: count(only?.patients ?? bar.patients), shares }];
    }),
  );
  const texts = {
    number: words.number,
    percent: words.percent,
    x: words.say('exports.figure.x'),
    parts: isOneBar(figure) ? [] : parts.map(names.part),
    untold: words.say('exports.figure.untold'),
  };
  return { options: toldBars(bars, texts, size), height: toldBarsHeight(bars.length, texts, size) };
}
