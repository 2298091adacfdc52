import type { RatioEstimate } from '@core/analyses/endpoint-model';
import type { Looks } from '@core/analyses/look-ledger';
import type { ReleasedModel, ReleasedModelRow, ReleasedRatio } from '@core/analyses/released-model';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { DisclosurePolicy } from '@core/disclosure/policy';
import { fromReleasedLater, type Released } from '@core/disclosure/released';
import type { SampleUse } from '@core/domain/sample-standing';
import { cohortDescription } from '@language/cohort-description';
import { languages } from '@language/message';
import { releasedCountText } from '@language/released-text';
import { sampleNotes } from '@language/sample-note';
import type { Words } from '@language/words';
import { wordsOfLanguage } from '@language/words-of-language';
import { type ForestLine, type ForestMark, forestHeight, forestPlot } from '@view/charts/forest-plot';
import { plotSvg, pngOf } from '@view/charts/plot-picture';
import type { BundleFiles } from './endpoint-export';
import { type AskedModel, modelCaption, modelMethods } from './model-methods';
import { forestWords, pText, ratioText, rowName, termName } from './model-words';
import { csvText, htmlTable, type PrintedTable } from './table-file';

export interface ModelExport {
  readonly title: (words: Words) => string;
  readonly model: AskedModel;
  readonly policy: DisclosurePolicy;
  readonly cohort: CohortDefinition;
  readonly looks: Looks;
  readonly samples: SampleUse;
}

const width = 960;

/** The forest plot, its table and its words, all made from released numbers. */
export function modelExportFiles(
  released: Released<ReleasedModel>,
  words: Words,
  context: ModelExport,
): Promise<Released<BundleFiles>> {
  return fromReleasedLater(released, async (told) => {
    const lines = linesOf(told, context.model, words);
    const svg = plotSvg(forestPlot(lines, forestWords(context.model.definition.method, words), width));
    const table = printed(told, context.model, words);
    const title = context.title(words);
    return {
      'figure.svg': svg,
      'figure.png': await pngOf(svg, width, forestHeight(lines, width)),
      'numbers.csv': csvText([table.head, ...table.rows], words),
      'numbers.html': htmlTable(title, table, words),
      ...Object.fromEntries(
        languages.map((language) => [
          `caption.${language}.txt`,
          captionText(told, wordsOfLanguage(language), context),
        ]),
      ),
    };
  });
}

function captionText(
  { patients, events }: ReleasedModel,
  words: Words,
  { title, model, cohort, policy, looks, samples }: ModelExport,
): string {
  const context = {
    title: title(words),
    cohort: cohortDescription(words, cohort).join(' '),
    patients: releasedCountText(words, patients),
    events: releasedCountText(words, events),
    looks,
  };
  return `${[
    modelCaption(model, context, words),
    modelMethods(model, context, words),
    ...sampleNotes(words, samples),
    words.say('model.released', { threshold: policy.threshold, round: policy.roundTo }),
  ].join('\n')}\n`;
}

function linesOf({ rows }: ReleasedModel, { definition }: AskedModel, words: Words): readonly ForestLine[] {
  return rows.flatMap((row, at): readonly ForestLine[] => {
    const line: ForestLine = {
      label: nameOf(row, definition, words),
      isHead: false,
      counts: countsText(row, words),
      alone: markOf(row.univariable, words),
      together: markOf(row.multivariable, words),
      remark: row.isReference
        ? words.say('model.isReference')
        : isTold(row)
          ? ''
          : words.say('comparison.withheld'),
    };
    const opens = row.kind === 'category' && rows[at - 1]?.term !== row.term;
    const head = {
      label: termName(row.term, definition, words),
      counts: '',
      remark: '',
      alone: null,
      together: null,
    };
    return opens ? [{ ...head, isHead: true }, line] : [line];
  });
}

const nameOf = (row: ReleasedModelRow, definition: AskedModel['definition'], words: Words): string => {
  const [from, to] = [row.from.value, row.to.value];
  return rowName(row, { level: row.level, compared: to === null ? null : { from, to } }, definition, words);
};

const isTold = ({ multivariable, univariable }: ReleasedModelRow): boolean =>
  [multivariable, univariable].some((one) => one?.ratio.value != null);

const countsText = ({ patients, events }: ReleasedModelRow, words: Words): string =>
  patients === null || events === null
    ? ''
    : words.say('model.countsTold', {
        events: releasedCountText(words, events),
        patients: releasedCountText(words, patients),
      });

const plain = ({ ratio, lower, upper, pValue }: ReleasedRatio): RatioEstimate => ({
  coefficient: null,
  standardError: null,
  ratio: ratio.value,
  lower: lower.value,
  upper: upper.value,
  pValue: pValue.value,
  reason: null,
});

function markOf(released: ReleasedRatio | null, words: Words): ForestMark | null {
  if (released === null || released.ratio.value === null) return null;
  const estimate = plain(released);
  const { lower, upper } = estimate;
  return { ratio: released.ratio.value, lower, upper, text: ratioText(estimate, words) };
}

function printed({ rows }: ReleasedModel, { definition, level }: AskedModel, words: Words): PrintedTable {
  const { say } = words;
  const heading = { ratio: say(`model.ratio.${definition.method}`), level: words.number(level * 100) };
  const ratio = (row: ReleasedModelRow, of: ReleasedRatio | null) =>
    row.isReference
      ? say('model.isReference')
      : of === null
        ? '–'
        : of.ratio.value === null
          ? say('comparison.withheld')
          : ratioText(plain(of), words);
  return {
    head: [
      say('model.term'),
      say('model.patients'),
      say('model.events'),
      say('model.univariable', heading),
      say('model.pUnivariable'),
      say('model.multivariable', heading),
      say('model.pMultivariable'),
    ],
    rows: rows.map((row) => {
      const name = nameOf(row, definition, words);
      return [
        row.kind === 'category'
          ? say('model.level', { name: termName(row.term, definition, words), level: name })
          : name,
        row.patients === null ? '–' : releasedCountText(words, row.patients),
        row.events === null ? '–' : releasedCountText(words, row.events),
        ratio(row, row.univariable),
        pText(row.univariable?.pValue.value, words),
        ratio(row, row.multivariable),
        pText(row.multivariable?.pValue.value, words),
      ];
    }),
  };
}
