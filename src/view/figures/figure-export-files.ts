import type { ExportedFigure } from '@core/analyses/exported-figure';
import { figureScript } from '@core/analyses/figure-script';
import type { ResponseCurve } from '@core/analyses/molecular-response';
import type {
  ReleasedBars,
  ReleasedDepth,
  ReleasedFigure,
  ReleasedVisits,
} from '@core/analyses/released-figure';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { DisclosurePolicy } from '@core/disclosure/policy';
import { fromReleasedLater, type Released } from '@core/disclosure/released';
import { cohortDescription } from '@language/cohort-description';
import { languages } from '@language/message';
import { releasedCountText } from '@language/released-text';
import { sampleNotes } from '@language/sample-note';
import type { Words } from '@language/words';
import { wordsOfLanguage } from '@language/words-of-language';
import { depthRange, depthText, molecularResponseCurve } from '@view/charts/molecular-response-curve';
import { plotSvg, pngOf } from '@view/charts/plot-picture';
import { responseGeometry } from '@view/charts/response-geometry';
import { barsPicture } from './bars-picture';
import type { BundleFiles } from './endpoint-export';
import { figureNames } from './exported-figure-names';
import type { FigureNames } from './figure-names';
import { measuresPicture, printedMeasures } from './measures-export';
import { csvText, htmlTable, type PrintedTable } from './table-file';

export interface FigureExportContext {
  readonly figure: ExportedFigure;
  readonly cohort: CohortDefinition;
  readonly policy: DisclosurePolicy;
}

const width = 960;
const plotHeight = 420;

/** The picture of a figure, its numbers, its words and its script, all made from released numbers. */
export function figureExportFiles(
  released: Released<ReleasedFigure>,
  words: Words,
  context: FigureExportContext,
): Promise<Released<BundleFiles>> {
  const names = figureNames(context.figure, words);
  return fromReleasedLater(released, async (figure) => {
    const { picture, printed } = drawnAndPrinted(figure, { names, words, context });
    const svg = plotSvg(picture.options);
    return {
      'figure.svg': svg,
      'figure.png': await pngOf(svg, width, picture.height),
      'numbers.csv': csvText([printed.head, ...printed.rows], words),
      'numbers.html': htmlTable(names.title, printed, words),
      ...Object.fromEntries(
        languages.map((language) => [
          `caption.${language}.txt`,
          captionText(figure, context, wordsOfLanguage(language)),
        ]),
      ),
      'script.R': figureScript(figure, {
        title: names.title,
        note: words.say('exports.figure.scriptNote'),
      }),
    };
  });
}

function drawnAndPrinted(
  figure: ReleasedFigure,
  {
    names,
    words,
    context,
  }: { readonly names: FigureNames; readonly words: Words; readonly context: FigureExportContext },
) {
  switch (figure.kind) {
    case 'bars':
      return {
        picture: barsPicture(figure, names, words, { width }),
        printed: printedBars(figure, names, words),
      };
    case 'visits':
      return {
        picture: visitsPicture(figure, context, words),
        printed: printedVisits(figure, names, words),
      };
    case 'measures':
      return {
        picture: measuresPicture(figure, names, words, { width }),
        printed: printedMeasures(figure, names, words),
      };
  }
}

function visitsPicture(figure: ReleasedVisits, { figure: { choices } }: FigureExportContext, words: Words) {
  const names = figureNames({ figure: 'response', choices }, words);
  const curves = figure.curves.map(({ level, visits }): ResponseCurve => {
    const drawn = visits.flatMap(({ month, patients, lowerQuartile, median, upperQuartile }) => {
      const percent = median.percent.value;
      if (percent === null || patients.kind !== 'rounded') return [];
      const middle = { kind: median.kind, percent };
      // One that is not told ends the band: at the median it would say that nobody is further away.
      const quartile = ({ kind, percent: { value } }: ReleasedDepth) => ({
        kind,
        percent: value ?? Number.NaN,
      });
      return {
        month: Number(month),
        patients: patients.value,
        undetected: 0,
        lowerQuartile: quartile(lowerQuartile),
        median: middle,
        medianLower: middle,
        medianUpper: middle,
        upperQuartile: quartile(upperQuartile),
        few: false,
      };
    });
    return { level, patients: 0, visits: drawn };
  });
  const grouped = choices.by !== undefined && choices.by !== 'none';
  const picture = { curves, trajectories: [], grouped };
  const [lowestPercent, highestPercent] = depthRange(picture);
  const months = curves.flatMap(({ visits }) => visits.map(({ month }) => month));
  const geometry = responseGeometry({
    width,
    plotHeight,
    fromMonth: 0,
    toMonth: Math.max(12, ...months),
    lowestPercent,
    highestPercent,
    groups: grouped ? curves.length : 0,
  });
  const options = molecularResponseCurve(
    picture,
    {
      number: words.number,
      percent: words.percent,
      x: words.say('exports.month'),
      y: words.say('response.y'),
      patients: words.say('response.patients'),
      legend: words.say('response.legend'),
      level: (level) => names.bar(level, ''),
    },
    geometry,
  );
  return { options, height: geometry.height };
}

function printedBars(figure: ReleasedBars, names: FigureNames, words: Words): PrintedTable {
  const { say } = words;
  const paneled = figure.panels.length > 1;
  return {
    head: [
      ...(paneled ? [say('exports.figure.panel')] : []),
      say('exports.figure.bar'),
      say('exports.figure.ofBar'),
      say('exports.figure.part'),
      say('exports.figure.patients'),
      say('exports.figure.share'),
    ],
    rows: figure.panels.flatMap(({ level: panel, bars }) =>
      bars.flatMap((bar) =>
        bar.parts.map(({ level, patients, share: { share } }) => [
          ...(paneled ? [names.panel(panel)] : []),
          names.bar(bar.level, panel),
          releasedCountText(words, bar.patients),
          names.part(level),
          releasedCountText(words, patients),
          share === null ? '' : words.percent(share),
        ]),
      ),
    ),
  };
}

function printedVisits(figure: ReleasedVisits, names: FigureNames, words: Words): PrintedTable {
  const { say } = words;
  const depth = ({ kind, percent: { value } }: ReleasedDepth) =>
    value === null ? '' : depthText({ kind, percent: value }, words.number);
  return {
    head: [
      say('exports.curve'),
      say('exports.month'),
      say('exports.figure.patients'),
      say('exports.figure.lowerQuartile'),
      say('exports.figure.median'),
      say('exports.figure.upperQuartile'),
    ],
    rows: figure.curves.flatMap(({ level, visits }) =>
      visits.map(({ month, patients, lowerQuartile, median, upperQuartile }) => [
        names.bar(level, ''),
        month,
        releasedCountText(words, patients),
        depth(lowerQuartile),
        depth(median),
        depth(upperQuartile),
      ]),
    ),
  };
}

const releasedRule = {
  bars: 'exports.figure.releasedCounts',
  visits: 'exports.figure.releasedQuantiles',
  measures: 'exports.figure.releasedQuantiles',
  rates: 'exports.figure.releasedRates',
} as const;

/** Title, population, rule and disclosure control: what stands under the figure in a paper. */
function captionText(
  released: ReleasedFigure,
  { figure, cohort, policy }: FigureExportContext,
  words: Words,
): string {
  const { say } = words;
  const { title, rule } = figureNames(figure, words);
  const { threshold, roundTo } = policy;
  return `${[
    `${title}.`,
    say('exports.population', { definition: cohortDescription(words, cohort).join(' ') }),
    ...(released.kind === 'measures'
      ? []
      : [say('exports.figure.total', { count: releasedCountText(words, released.patients) })]),
    ...sampleNotes(words, figure.samples),
    rule,
    say(releasedRule[figure.figure === 'adverse-events' ? 'rates' : released.kind], { threshold, roundTo }),
  ].join('\n')}\n`;
}
