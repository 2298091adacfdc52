import { type Definition, definition } from '@core/base/definition';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { couldBePersonal, holdsPersonalText } from '@core/cohort/personal-text';
import { cohortJson } from '@core/cohort/read-cohort';
import { saysTheSame } from '@core/cohort/same-definition';

/** What a figure asked: the name of its question and the parameters, which hold definitions and no row. */
export interface AskedQuestion {
  readonly id: string;
  readonly parameters: unknown;
  /** How the curves of an endpoint are drawn and estimated. */
  readonly curves?: CurvesLook | undefined;
}

/** What a reader chose of the curves of an endpoint, beside the question. */
export interface CurvesLook {
  readonly view: { readonly kind: 'free' } | { readonly kind: 'incidence'; readonly cause: number };
  readonly interval: string;
  readonly horizonMonths: number;
}

/** A cohort and what its reader calls it. */
interface NamedCohort {
  readonly name: string;
  readonly cohort: CohortDefinition;
}

/** TypeScript of a notebook: what it takes from the library, and what it does with it. */
interface FigureCell {
  readonly imports: readonly string[];
  /** The definition of the cohort, where the question is of one alone. */
  readonly cohort: string | null;
  readonly body: string;
}

interface Recipe {
  readonly imports: readonly string[];
  readonly body: string;
}

const usualCurves: CurvesLook = { view: { kind: 'free' }, interval: 'log', horizonMonths: 120 };

/** From the exits of an endpoint to its curves and their tables, as the screen draws them. */
const endpointRecipe = ({ view, interval, horizonMonths }: CurvesLook): Recipe => ({
  imports: ['endpointChart', 'endpointEstimates', 'endpointSurvival'],
  body: `const survival = endpointSurvival(answer, { interval: ${codeOf(interval)}, level: 0.95 });
const curves = ${codeOf(view)};
display(Plot.plot(endpointChart(survival, words, { width, horizonMonths: ${horizonMonths}, view: curves })));
for (const { rows, caption } of endpointEstimates(survival, words, curves)) display(Inputs.table(rows, { caption }));`,
});

/** From the answer of a question to the numbers and the picture of its figure; other answers are shown as they come. */
const recipes: Readonly<Record<string, Recipe>> = {
  'cohort-charts': {
    imports: [],
    body: `display(Inputs.table(answer.attrition.steps.map(({ overall, ...step }, place) => ({ ...step, rule: place })), { caption: "Attrition: step 0 is the index event" }));
for (const chart of answer.charts) {
  const counts = chart.kind === "category" ? chart.levels : [...chart.bins, chart.unknown];
  display(Inputs.table(counts, { caption: words.say(\`clinic.\${chart.fact}\`) }));
}`,
  },
  'cohort-overlap': {
    imports: [],
    body: `const sets = answer.counts.map((patients, set) => ({
  ...Object.fromEntries(answer.cohorts.map((_, place) => [\`cohort \${place + 1}\`, (set >> place) % 2 === 1])),
  patients
}));
display(Inputs.table(sets, { caption: "Patients by the cohorts that they are in" }));`,
  },
  'rule-counts': {
    imports: [],
    body: 'display(Inputs.table(answer.counts.filter(({ split }) => split === "all"), { caption: "What each rule finds" }));',
  },
  'class-sizes': {
    imports: [],
    body: 'display(Inputs.table(answer, { caption: "Classes of patients who are alike, by size" }));',
  },
  'visit-distribution': {
    imports: ['molecularResponse', 'responseChart'],
    body: `const response = molecularResponse(answer);
display(Plot.plot(responseChart(response, words, { width })));
display(
  Inputs.table(
    response.curves.flatMap(({ level, visits }) =>
      visits.map(({ month, patients, undetected, median }) => ({ level, month, patients, "not detected": undetected, median: \`\${median.kind === "below" ? "< " : ""}\${median.percent}\` }))
    ),
    { caption: "Median BCR::ABL1 IS (%) by visit" }
  )
);`,
  },
  'milestone-patterns': {
    imports: ['milestones'],
    body: `const found = milestones(answer);
display(Inputs.table(found.bars.map(({ month, patients, assessed, bands }) => ({ month, patients, assessed, ...bands })), { caption: "Milestones" }));`,
  },
  'eligibility-patterns': {
    imports: ['eligibilityChart', 'eligibilityFunnel'],
    body: `const funnel = eligibilityFunnel(answer);
display(Plot.plot(eligibilityChart(funnel, words, { width })));
const heads = Object.fromEntries(
  ["step", "met", "notMet", "unknown", "stopped", "stoppedOtherwise"].map((name) => [name, words.say(\`eligibility.column.\${name}\`)])
);
const steps = funnel.steps.map((step) => ({ ...step, step: words.say(\`eligibility.step.\${step.step}\`) }));
display(Inputs.table(steps, { caption: "From treatment to a stop", heads }));`,
  },
  'depth-moves': {
    imports: ['depthChart', 'depthOccupation'],
    body: `const depth = depthOccupation(answer);
display(Plot.plot(depthChart(depth, words, { width })));
display(Inputs.table(depth.readings.map(({ month, followed, shares }) => ({ month, followed, ...shares })), { caption: "Current depth of response" }));`,
  },
  'mutation-variants': {
    imports: ['mutationMap'],
    body: `const map = mutationMap(answer);
display(Inputs.table(map.variants.map(({ variant, residue, patients }) => ({ variant, residue, patients })), { caption: "ABL1 variants" }));`,
  },
  'predictor-outcomes': {
    imports: ['earlyPredictors'],
    body: `const found = earlyPredictors(answer, { landmark: "leave_out" });
display(
  Inputs.table(
    found.predictors.map(({ marker, auc }) => ({ marker, reached: auc.events, "not reached": auc.controls, area: auc.estimate })),
    { caption: "Early markers" }
  )
);`,
  },
  'indicator-counts': {
    imports: ['indicatorTrend'],
    body: `const trend = indicatorTrend(answer, {});
display(
  Inputs.table(
    trend.series.flatMap(({ level, years }) =>
      years.map(({ year, units, assessed, met, share }) => ({ level, year, units, assessed, met, share: share.estimate }))
    ),
    { caption: "By year" }
  )
);`,
  },
};

const recipeOf = ({ id, curves = usualCurves }: AskedQuestion): Recipe =>
  id === 'endpoint-events' || id === 'endpoint-cohorts'
    ? endpointRecipe(curves)
    : (recipes[id] ?? { imports: [], body: 'display(answer);' });

/** The exported name of a question: `endpoint-events` is `endpointEvents`. */
export const questionName = (id: string): string =>
  id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const isCohort = (value: unknown): value is CohortDefinition =>
  typeof value === 'object' && value !== null && 'rules' in value && 'index' in value;

/**
 * A figure as a cell of a notebook.
 *
 * @param named  the cohorts that have a name, by which one of them is called in the cell
 */
function figureCell(asked: AskedQuestion, named: readonly NamedCohort[]): FigureCell {
  const { id, parameters } = asked;
  const { imports, body } = recipeOf(asked);
  const cohort = cohortIn(parameters);
  const name = named.find((one) => saysTheSame(one.cohort, cohort))?.name ?? 'Cohort';
  return {
    imports: [...new Set([questionName(id), ...(cohort === null ? [] : ['readCohort']), ...imports])].sort(),
    cohort:
      cohort === null
        ? null
        : `const { file, fault } = readCohort(${codeOf(cohortJson({ name, cohort }))});
if (fault !== null) throw new Error(\`\${fault.path}: \${JSON.stringify(fault.expected)}\`);
const cohort = file.cohort;`,
    body: `const answer = await db.ask(${questionName(id)}, ${isCohort(parameters) ? 'cohort' : codeOf(parameters, cohort)});\n${body}`,
  };
}

const literal = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');

/** Longest line of a list or an object that stands on one line. */
const longestLine = 88;

/**
 * A definition as a literal that ends no script element, short parts of it on one line.
 *
 * @param cohort  stands as the variable of this name
 */
function codeOf(value: unknown, cohort: unknown = null, indent = ''): string {
  if (typeof value !== 'object' || value === null) return literal(value);
  const inner = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((one) => codeOf(one, cohort, inner))
    : Object.entries(value)
        .filter(([, one]) => one !== undefined)
        .map(([key, one]) =>
          cohort !== null && one === cohort ? 'cohort' : `${literal(key)}: ${codeOf(one, cohort, inner)}`,
        );
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{ ', ' }'];
  const line = parts.length === 0 ? open.trim() + close.trim() : `${open}${parts.join(', ')}${close}`;
  if (indent.length + line.length <= longestLine && !line.includes('\n')) return line;
  return `${open.trim()}\n${inner}${parts.join(`,\n${inner}`)}\n${indent}${close.trim()}`;
}

/**
 * A figure as one cell to be put into any notebook. It stands in braces and asks for what it needs itself: it declares
 * nothing that another cell could declare again.
 */
export function figureCellText(asked: AskedQuestion, named: readonly NamedCohort[] = []): string {
  const { imports, cohort, body } = figureCell(asked, named);
  const taken = `const { ${imports.join(', ')} } = await import("../src/index.ts");`;
  const parts = [taken, cohort, body].filter((part) => part !== null);
  return `{\n${indented(parts.join('\n\n'), '  ')}\n}\n`;
}

/**
 * Whether a figure may become a file of a notebook, which is kept beside the source of the site: not where a code of its definitions,
 * or the name of its cohort, could be a person's. Codes of centres, laboratories and variants are free text.
 */
export const mayBeNotebook = ({ parameters }: AskedQuestion, named: readonly NamedCohort[] = []): boolean =>
  !holdsPersonalText(parameters) &&
  !named.some(({ name, cohort }) => couldBePersonal(name) && saysTheSame(cohort, cohortIn(parameters)));

/** The cohort that a question is of, where it is of one alone. */
function cohortIn(parameters: unknown): CohortDefinition | null {
  const own = isCohort(parameters)
    ? parameters
    : (parameters as { readonly cohort?: unknown } | null)?.cohort;
  return isCohort(own) ? own : null;
}

/** A notebook that computes a figure again, to be put into `notebooks/` and written on. */
export function figureNotebook(
  {
    title,
    cohortText,
    asked,
    named = [],
  }: { title: string; cohortText: string; asked: AskedQuestion; named?: readonly NamedCohort[] },
  texts: { readonly question: string; readonly method: string; readonly limits: string },
): Definition<string> {
  const { imports, cohort, body } = figureCell(asked, named);
  const cells = [
    [
      'text/markdown',
      `# ${plain(title)}\n\n**Question.** ${texts.question}\n\n**Population.** ${plain(cohortText)}\n\n**Method.** ${plain(texts.method)}`,
    ],
    ['module', `import { ${imports.join(', ')} } from "../src/index.ts";`],
    ...(cohort === null ? [] : ([['module', cohort]] as const)),
    ['text/markdown', '## Figure'],
    ['module', body],
    ['text/markdown', `## Limits\n\n${texts.limits}`],
  ] as const;
  const scripts = cells.map(
    ([type, text], place) =>
      `  <script id="${place + 1}" type="${type}">\n${indented(text, '    ')}\n  </script>`,
  );
  return definition(
    `<!doctype html>\n<notebook theme="air">\n  <title>${plain(title)}</title>\n${scripts.join('\n')}\n</notebook>\n`,
  );
}

/** The name of a notebook in `notebooks/` and in its address: small letters, digits and hyphens. */
export const notebookName = (title: string): string =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'my-question';

/** Text of a title or a name in which nothing is an element or an expression. */
const plain = (text: string) => text.replace(/<(?=[/!a-z])/gi, '< ').replaceAll('${', '$ {');

const indented = (text: string, by: string) =>
  text
    .split('\n')
    .map((line) => (line === '' ? '' : `${by}${line}`))
    .join('\n');
