import { readFileSync } from 'node:fs';
import type { LibraryEntry, LibraryPart } from './read-library';

/** The notebook whose cells are the example of asking an extract. */
const exampleNotebook = 'notebooks/06-a-new-study.html';

const head = `<!-- Written by "npm run library" from src/index.ts and the doc blocks of what it exports: change those. -->

# The library

What the screens are made of, by one entry: \`src/index.ts\`. A notebook imports it as \`../src/index.ts\`; a Node program of
this repository as \`@tests\` and \`src/commands\` do, through Vite's runner, which knows its paths and reads its SQL. The same
call gives the same number everywhere; nothing in it touches the network, and nothing but the questions touches an engine.

Numbers go in as arrays, \`NaN\` is missing; estimates come out with their interval, \`n\`, method, and a \`reason\` where
they are undefined. Time is in any one unit, the analyses' own in days.

\`\`\`ts
import { kaplanMeier, logRank, medianSurvival, survivalAt } from '../src/index.ts';

const time = [1, 1, 6, 6, 8, 9];
const event = [1, 0, 1, 1, 0, 1];
const curve = kaplanMeier({ time, event });
survivalAt(curve, [6])[0].estimate; // => 0.4166666666666667
medianSurvival(curve).estimate; // => 6
logRank({ time, event }, { index: [0, 0, 0, 1, 1, 1], count: 2 }).degreesOfFreedom; // => 1
\`\`\`

\`\`\`ts
import { cohortJson, everyone, readCohort, withRule } from '../src/index.ts';

const women = withRule(everyone, 'sex', {
  condition: { kind: 'category', fact: 'sex', values: ['F'] },
  unknown: 'exclude',
});
women.rules.length; // => 1
readCohort(cohortJson({ name: 'Women', cohort: women })).file.name; // => 'Women'
readCohort({ format: 'cml-cohort', version: 1, rules: [{}] }).fault.path; // => 'rules[0].condition'
\`\`\`

\`\`\`ts
import { endpointPresets, endpointSurvival } from '../src/index.ts';

const { endpoint } = endpointPresets['overall-survival'];
const row = { level: 'all', entry: null };
const rows = [
  { ...row, day: 300, kind: 0, patients: 1 },
  { ...row, day: 400, kind: null, patients: 3 },
];
const survival = endpointSurvival({ endpoint, groupBy: null, rows, excluded: [] }, { interval: 'log', level: 0.95 });
survival.analysed; // => 4
survival.curves[0].landmarks[1].estimate; // => 0.75
\`\`\`

\`\`\`ts
import { areaUnderCurve, coxRegression, fisherTable, stepCurves, wilson } from '../src/index.ts';

areaUnderCurve([1, 2, 3, 4], [0, 1, 0, 1]).estimate; // => 0.75
wilson(0, 10).estimate; // => 0
const counts = [
  [3, 1],
  [1, 3],
];
fisherTable(counts).p.toFixed(4); // => '0.4857'
const followUp = { time: [1, 2, 3, 4], event: [1, 1, 1, 0] };
coxRegression(followUp, { names: ['x'], columns: [[1, 0, 1, 0]] }).eventCount; // => 3
typeof stepCurves; // => 'function'
\`\`\`

\`\`\`ts
import {
  aalenJohansen,
  coxRegression,
  curveSteps,
  fineGray,
  grayTest,
  incidenceAt,
  incidenceSteps,
  kaplanMeier,
  medianFollowUp,
  proportionalHazardsTest,
  restrictedMean,
  riskTable,
  turnbull,
} from '../src/index.ts';

const time = [1, 2, 3, 4];
const curve = kaplanMeier({ time, event: [1, 1, 0, 1] });
restrictedMean(curve, 3).estimate; // => 1 + 3 / 4 + 1 / 2
medianFollowUp({ time, event: [0, 1, 0, 0] }).estimate; // => 3
curveSteps(curve)[0].survival; // => 1
riskTable(curve, [0])[0].atRisk; // => 4
const incidence = aalenJohansen({ time, cause: [1, 2, 0, 1] }, 2);
incidenceAt(incidence, [2, 4]).map(({ causes }) => causes[0].estimate); // => [1 / 4, 3 / 4]
incidenceSteps(incidence, 2).at(-1).survival; // => 0.25
grayTest({ time, cause: [1, 2, 0, 1] }, 2, { index: [0, 0, 1, 1], count: 2 })[0].degreesOfFreedom; // => 1
const covariates = { names: ['x'], columns: [[1, 0, 1, 0]] };
fineGray({ time, cause: [1, 2, 0, 1] }, 2, covariates).competingCount; // => 1
const fit = coxRegression({ time, event: [1, 1, 1, 0] }, covariates);
proportionalHazardsTest(fit).terms.length; // => 1
// Seen well at 1 and ill at 3; seen well at 2 and never again.
turnbull({ lower: [1, 2], upper: [3, Infinity] }).lower[0]; // => 2
\`\`\`

\`\`\`ts
import {
  chiSquaredTest,
  clopperPearson,
  cochranArmitage,
  comparePairedAuc,
  designMatrix,
  kruskalWallis,
  logisticRegression,
  optimalCutOff,
  rocCurve,
  sampleSummary,
  wilcoxonRankSum,
} from '../src/index.ts';

sampleSummary([2, 4, 9, NaN]).mean; // => 5
clopperPearson(0, 10).interval.upper; // => 1 - 0.025 ** 0.1
const table = [
  [10, 20],
  [20, 10],
];
chiSquaredTest(table).statistic; // => 20 / 3
cochranArmitage([1, 2, 3], [10, 10, 10]).z ** 2; // => 1.25
const [low, high] = [
  [1, 2, 3],
  [4, 5, 6],
];
kruskalWallis([low, high]).statistic; // => 27 / 7
wilcoxonRankSum(low, high).p; // => 0.1
const outcome = [0, 0, 1, 1];
rocCurve([1, 2, 3, 4], outcome).points.length; // => 5
optimalCutOff([1, 2, 3, 4], outcome).threshold.estimate; // => 2.5
comparePairedAuc([1, 2, 3, 4], [1, 3, 2, 4], outcome).estimate; // => 0.25
const design = designMatrix([{ kind: 'numeric', name: 'x', values: [0, 0, 0, 0, 1, 1, 1, 1] }]);
const { coefficients } = logisticRegression(design, [1, 0, 0, 0, 1, 1, 1, 0]);
Math.exp(coefficients[1].estimate).toFixed(6); // => '9.000000'
\`\`\`

\`\`\`ts
import {
  cohortFromUrl,
  cohortToUrl,
  daysPerMonth,
  endpointJson,
  endpointPresets,
  everyone,
  monthsFromDays,
  readEndpoint,
  seriesStyle,
  stateOccupation,
  withRule,
} from '../src/index.ts';

const adults = withRule(everyone, 'age', {
  condition: { kind: 'range', fact: 'age', min: 18, max: null },
  unknown: 'exclude',
});
cohortFromUrl(cohortToUrl(adults)).cohort; // => adults
const { endpoint } = endpointPresets['overall-survival'];
readEndpoint(JSON.parse(JSON.stringify(endpointJson(endpoint)))).endpoint; // => endpoint
monthsFromDays(365.25); // => 12
12 * daysPerMonth; // => 365.25
seriesStyle(6).colour; // => seriesStyle(0).colour
// Four begin in state 0; one of them moves on.
const moves = { time: [0, 2], from: [-1, 0], to: [0, 1], count: [4, 1] };
stateOccupation(moves, 2).probability[1].at(-1); // => 0.25
\`\`\`
`;

/** The example of asking an extract: cells of a notebook, which tests run in its page and in Node. */
function askedOfAnExtract(): string {
  const scripts = readFileSync(exampleNotebook, 'utf8').matchAll(
    /<script id="\d+" type="module">\n([\s\S]*?)<\/script>/g,
  );
  const cells = Array.from(scripts, ([, text = '']) => text.replace(/^ {4}/gm, '').trim());
  return [
    '## Asked of an extract',
    `In a notebook \`db\` is the open extract; in Node, a \`NotebookDatabase\` of an engine. These cells of
\`${exampleNotebook}\`, and all others of the notebooks, are run in both: \`tests/queries/notebooks.test.ts\` holds their
numbers equal to those of the screens, and \`tests/browser/notebooks.test.ts\` every table of a page equal to that of Node.`,
    ...cells.map((cell) => `\`\`\`js\n${cell}\n\`\`\``),
  ].join('\n\n');
}

/** The reference of the library as Markdown: one heading per exported name, its declaration, its doc block. */
export function renderLibrary(parts: readonly LibraryPart[]): string {
  return [
    head.trimEnd(),
    askedOfAnExtract(),
    ...parts.flatMap(({ title, entries }) => [`## ${title}`, ...entries.map(renderEntry)]),
    '',
  ].join('\n\n');
}

function renderEntry({ name, path, signature, doc }: LibraryEntry): string {
  return [`### ${name}`, '```ts', signature, '```', rendered(doc), `_${path}_`].join('\n');
}

/** Tags as a list, an example as code; everything else as it is written. */
function rendered(doc: string): string {
  const [words = '', example] = doc.split(/^@example\n?/m);
  const text = words
    .replace(/^@(param|returns|throws|see)\s+/gm, (_, tag: string) => `\n- _${tag}_ `)
    .replace(/\{@link (\w+)\}/g, '`$1`')
    .trim();
  return ['', text, ...(example === undefined ? [] : ['', '```ts', example.trim(), '```']), ''].join('\n');
}
