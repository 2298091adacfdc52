import { endpointScript } from '@core/analyses/endpoint-script';
import type { EndpointSurvival } from '@core/analyses/endpoint-survival';
import type { ExportedCohort } from '@core/analyses/export-manifest';
import { byCohorts, type CurveSplit } from '@core/analyses/group-variable';
import type { Looks } from '@core/analyses/look-ledger';
import {
  type ReleasedEndpoint,
  type ReleasedNumbers,
  releasedNumbers,
} from '@core/analyses/released-endpoint';
import { shownTest } from '@core/analyses/shown-test';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { DisclosurePolicy } from '@core/disclosure/policy';
import { fromReleasedLater, type Released } from '@core/disclosure/released';
import type { SampleUse } from '@core/domain/sample-standing';
import { type EndpointDefinition, hasIncidence } from '@core/endpoint/endpoint-definition';
import { cohortDescription } from '@language/cohort-description';
import { endpointSentence } from '@language/endpoint-sentence';
import { languages } from '@language/message';
import { sampleNotes } from '@language/sample-note';
import type { Words } from '@language/words';
import { wordsOfLanguage } from '@language/words-of-language';
import { plotSvg, pngOf } from '@view/charts/plot-picture';
import { endpointChart } from './endpoint-chart';
import { differencesText } from './endpoint-estimates';
import { causeName, causesOf, curveName, type EndpointView } from './endpoint-words';
import { looksText } from './LooksNote';
import { csvText, htmlTable } from './table-file';

export interface EndpointExport {
  readonly title: (words: Words) => string;
  readonly view: EndpointView;
  readonly policy: DisclosurePolicy;
  /** Whom the curves are of. */
  readonly population: (words: Words) => string;
  readonly horizonMonths: number;
  /** What was looked at in this session: it goes with the figure. */
  readonly looks: Looks;
  readonly samples: SampleUse;
}

/** The files of a bundle by their names. */
export type BundleFiles = Readonly<Record<string, string | Uint8Array>>;

const width = 960;

/** The figure, its numbers, its words and its script, all made from released numbers. */
export function endpointExportFiles(
  released: Released<ReleasedEndpoint>,
  words: Words,
  context: EndpointExport,
): Promise<Released<BundleFiles>> {
  const numbers = releasedNumbers(released);
  return fromReleasedLater(released, async ({ table, survival }) => {
    const { horizonMonths, view } = context;
    const options = endpointChart(survival, words, { width, horizonMonths, view });
    const svg = plotSvg(options);
    const printed = printedNumbers(numbers, survival.endpoint, survival.groupBy, words);
    const title = context.title(words);
    return {
      'figure.svg': svg,
      'figure.png': await pngOf(svg, width, options.height),
      'numbers.csv': csvText([printed.head, ...printed.rows], words),
      'numbers.html': htmlTable(title, printed, words),
      ...Object.fromEntries(
        languages.map((language) => [
          `caption.${language}.txt`,
          captionText(numbers, survival, wordsOfLanguage(language), context),
        ]),
      ),
      'script.R': endpointScript(table, survival, {
        title,
        rule: endpointSentence(words, survival.endpoint),
        note: [words.say('exports.scriptNote'), ...sampleNotes(words, context.samples)].join(' '),
      }),
    };
  });
}

function printedNumbers(
  { curves }: ReleasedNumbers,
  endpoint: EndpointDefinition,
  groupBy: CurveSplit | null,
  words: Words,
) {
  const { say } = words;
  const causes = causesOf({ endpoint }).map((events) => causeName(events, words));
  const incidence = hasIncidence(endpoint);
  const share = (value: number | null) =>
    value === null ? '' : words.number(value, { minimumFractionDigits: 4, maximumFractionDigits: 4 });
  return {
    head: [
      say('exports.curve'),
      say('exports.month'),
      say('survival.atRisk'),
      ...causes.map((cause) => say('exports.eventsOf', { cause })),
      say('survival.censored'),
      say('survival.show.free'),
      say('exports.lower'),
      say('exports.upper'),
      ...(incidence ? causes.map((cause) => say('exports.incidenceOf', { cause })) : []),
    ],
    rows: curves.flatMap(({ level, steps }) =>
      steps.map((step) => [
        curveName(groupBy, level, words),
        words.number(step.month),
        words.number(step.atRisk),
        ...step.events.map((count) => words.number(count)),
        words.number(step.censored),
        share(step.eventFree),
        share(step.lower),
        share(step.upper),
        ...step.incidence.map(share),
      ]),
    ),
  };
}

/** Title, population, endpoint, method and rules of disclosure: what stands under the figure in a paper. */
function captionText(
  { curves, logRankP, refused }: ReleasedNumbers,
  survival: EndpointSurvival,
  words: Words,
  { title, policy, population, looks, samples }: EndpointExport,
): string {
  const { say } = words;
  const { endpoint, groupBy, shared } = survival;
  const name = (level: string) => curveName(groupBy, level, words);
  const sizes = words.list(
    curves.map(({ level, patients }) => say('exports.size', { name: name(level), count: patients })),
  );
  const medians = curves.map(({ level, medianMonths }) =>
    say('exports.median', {
      name: name(level),
      median:
        medianMonths === null ? say('exports.notReached') : say('survival.months', { months: medianMonths }),
    }),
  );
  return `${[
    `${title(words)}.`,
    say('exports.population', { definition: population(words) }),
    ...sampleNotes(words, samples),
    say('exports.endpoint', { rule: endpointSentence(words, endpoint) }),
    say('exports.sizes', { sizes }),
    say('exports.medians', { medians: words.list(medians) }),
    ...(groupBy === byCohorts ? [say('exports.shared', { shared })] : []),
    ...(logRankP === null || shownTest(survival, null) === null
      ? []
      : [
          differencesText(survival, { kind: 'free' }, words),
          say('exports.logRank', { p: words.number(logRankP, { maximumSignificantDigits: 2 }) }),
        ]),
    say(endpoint.competing.length > 0 ? 'exports.methodCompeting' : 'exports.method'),
    say('exports.released', {
      base: policy.survivalBase,
      months: policy.gridMonths,
      threshold: policy.threshold,
    }),
    ...refused.map((one) => refusalText(one, name(one.level), words)),
    ...(looks.analyses === 0 ? [] : [looksText(looks, words)]),
  ].join('\n')}\n`;
}

/** Whom curves are of, in words: the cohort, or each of the cohorts under its name. */
export function populationText(
  words: Words,
  cohort: CohortDefinition,
  cohorts: readonly ExportedCohort[],
): string {
  const sentence = (one: CohortDefinition) => cohortDescription(words, one).join(' ');
  if (cohorts.length === 0) return sentence(cohort);
  return cohorts
    .map((one) => words.say('exports.cohort', { name: one.name, definition: sentence(one.cohort) }))
    .join(' ');
}

/** Why a curve does not leave, in words. */
export const refusalText = (
  { reason, least }: ReleasedNumbers['refused'][number],
  name: string,
  words: Words,
): string => words.say(`exports.refused.${reason}`, { name, least });
