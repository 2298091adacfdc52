import type { ScoreCourse } from '@core/analyses/questionnaire-scores';
import * as Plot from '@observablehq/plot';
import type { FigureWords } from './figure-words';
import { movedApart } from './moved-apart';
import { seriesStyle } from './series-style';

export interface ScoreCourseWords extends FigureWords {
  readonly x: string;
  readonly y: string;
  readonly level: (level: string | null) => string;
  readonly tip: (point: ScorePoint) => string;
  /** Of the lines at an important difference from the start. */
  readonly important: string;
}

/** One point of the chart. */
export interface ScorePoint {
  readonly level: string | null;
  readonly year: number;
  readonly expected: number;
  readonly answered: number;
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}

interface Frame {
  readonly width: number;
  readonly range: readonly [number, number];
  /** Scores at an important difference from the first one of the only group; empty where none is known. */
  readonly important: readonly number[];
}

export const scoreCourseHeight = 320;

/** The years of a course at which somebody answered. */
export const scorePoints = ({ level, years }: ScoreCourse): readonly ScorePoint[] =>
  years.flatMap(({ year, expected, scores }) => {
    const { n, mean, lowerQuartile, upperQuartile } = scores;
    if (mean === null || lowerQuartile === null || upperQuartile === null) return [];
    return [{ level, year, expected, answered: n, mean, lower: lowerQuartile, upper: upperQuartile }];
  });

/** Mean scores by year since the first TKI, each with its quartiles; one pattern of line per group, its name at its end. */
export function scoreCourseChart(
  courses: readonly ScoreCourse[],
  words: ScoreCourseWords,
  { width, range, important }: Frame,
): Plot.PlotOptions {
  const drawn = courses.map(scorePoints);
  const grouped = courses.length > 1;
  const last = Math.max(1, ...drawn.flat().map(({ year }) => year));
  const named = grouped && width > 420;
  const isMarked = important.length > 0;
  return {
    width,
    height: scoreCourseHeight,
    marginLeft: 44,
    marginRight: named ? 150 : 18,
    // The words of the dashes stand over the plot: in it they would lie on quartiles.
    marginTop: isMarked ? 44 : 26,
    marginBottom: 40,
    x: { domain: [-0.3, last + 0.3], label: words.x, labelAnchor: 'center', labelArrow: 'none' },
    y: { domain: range, label: words.y, labelArrow: 'none' },
    marks: [
      Plot.gridY({ stroke: 'var(--line)', strokeOpacity: 1 }),
      Plot.axisY({
        tickSize: 0,
        label: words.y,
        labelArrow: 'none',
        tickFormat: (score: number) => words.number(score),
      }),
      Plot.axisX(
        Array.from({ length: last + 1 }, (_, year) => year),
        {
          tickSize: 4,
          label: words.x,
          labelAnchor: 'center',
          labelArrow: 'none',
          tickFormat: (year: number) => words.number(year),
        },
      ),
      Plot.ruleY(important, { stroke: 'var(--ink-soft)', strokeWidth: 1.25, strokeDasharray: '6 4' }),
      Plot.text(isMarked ? [`– – ${words.important}`] : [], {
        frameAnchor: 'top-right',
        textAnchor: 'end',
        dy: -20,
        fill: 'var(--ink-soft)',
      }),
      ...drawn.flatMap((points, index) => marksOf(points, index, drawn.length)),
      ...(named ? [endNames(drawn, words, range)] : []),
      Plot.tip(
        drawn.flat(),
        Plot.pointer({
          x: 'year',
          y: 'mean',
          title: (point: ScorePoint) => words.tip(point),
          fill: 'var(--surface)',
          stroke: 'var(--line-strong)',
        }),
      ),
    ],
  };
}

function marksOf(points: readonly ScorePoint[], index: number, groups: number): Plot.Markish[] {
  const { colour, dash } = seriesStyle(index);
  // Side by side: the quartiles of two groups would hide each other.
  const x = ({ year }: ScorePoint) => year + (index - (groups - 1) / 2) * 0.08;
  return [
    Plot.ruleX(points, { x, y1: 'lower', y2: 'upper', stroke: colour, strokeOpacity: 0.5, strokeWidth: 1.5 }),
    Plot.line(points, { x, y: 'mean', stroke: colour, strokeWidth: 2, strokeDasharray: dash }),
    Plot.dot(points, { x, y: 'mean', r: 3.2, stroke: colour, fill: colour }),
  ];
}

/** Names at the ends of the lines, moved apart where they would overlap. */
function endNames(
  drawn: readonly (readonly ScorePoint[])[],
  words: ScoreCourseWords,
  [from, to]: readonly [number, number],
): Plot.Markish {
  const ends = drawn.flatMap((points, index) => {
    const end = points.at(-1);
    return end === undefined ? [] : [{ end, index, y: end.mean }];
  });
  const placed = movedApart(ends, (to - from) * 0.06);
  return Plot.text(placed, {
    x: ({ end }: (typeof placed)[number]) => end.year,
    y: 'y',
    text: ({ end }: (typeof placed)[number]) => words.level(end.level),
    fill: ({ index }: (typeof placed)[number]) => seriesStyle(index).colour,
    textAnchor: 'start',
    dx: 16,
    clip: false,
  });
}
