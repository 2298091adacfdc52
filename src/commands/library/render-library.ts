import type { LibraryEntry, LibraryPart } from './read-library';

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
`;

/** The reference of the library as Markdown: one heading per exported name, its declaration, its doc block. */
export function renderLibrary(parts: readonly LibraryPart[]): string {
  return [
    head,
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
