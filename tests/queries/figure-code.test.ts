import { notebookPages } from '@commands/build/notebook-pages';
import { hasR } from '@commands/reference/recompute';
import { answerScript } from '@core/analyses/answer-script';
import { monthsOf } from '@core/analyses/endpoint-survival';
import { usualCovariates } from '@core/analyses/model-definition';
import { type CohortDefinition, everyone, withRule } from '@core/cohort/cohort-definition';
import { type FactId, factIds } from '@core/cohort/fact-vocabulary';
import { endpointPresets } from '@core/endpoint/endpoint-presets';
import type { Engine, QueryOptions, ResultTable } from '@data/engine/engine';
import type { RuleSplit } from '@data/queries/quality/check-rules';
import { ruleCountsBy } from '@data/queries/quality/rule-counts';
import type { Question } from '@data/queries/question';
import { questionStatements } from '@data/queries/question-statements';
import { questionTables } from '@data/queries/question-tables';
import { keepAnswer } from '@data/queries/workbench/kept-answer';
import { readStatement } from '@data/queries/workbench/read-statement';
import { namesIn } from '@data/queries/workbench/script';
import { readyViews } from '@data/queries/workbench/workbench-view';
import {
  type AskedQuestion,
  figureCellText,
  figureNotebook,
  notebookName,
  questionName,
} from '@language/figure-code';
import { wordsOfLanguage } from '@language/words-of-language';
import { transpile } from '@observablehq/notebook-kit';
import { arbitraryCohort } from '@tests/support/arbitrary-cohort';
import { demonstrationEngine } from '@tests/support/demonstration-engine';
import { inR } from '@tests/support/r-script';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as library from '../../src/index';

const withR = await hasR();
const { signal } = new AbortController();
const exported: Readonly<Record<string, unknown>> = { ...library };
const cohort = withRule(everyone, 'sex', {
  condition: { kind: 'category', fact: 'sex', values: ['F'] },
  unknown: 'exclude',
});
const chronic = withRule(everyone, 'phase', {
  condition: { kind: 'category', fact: 'phase', values: ['CP'] },
  unknown: 'include',
});
/** The current cohort, and a named one. */
const views = [
  { view: 'cohort', cohort },
  { view: 'cohort_chronic', cohort: chronic },
];
const { endpoint } = endpointPresets['euro-ski-mrfs'];
const asked = (question: unknown, parameters: unknown) => ({
  question: question as Question<unknown, unknown>,
  parameters,
});

/** The questions of the figures, as a screen asks them. */
const figures = [
  asked(library.endpointEvents, { cohort, endpoint, groupBy: 'elts' }),
  asked(library.visitDistribution, { cohort, origin: 'first_tki', groupBy: null }),
  asked(library.milestonePatterns, { cohort, guideline: 'ELN2020', groupBy: 'first_tki' }),
  asked(library.guidelineChanges, { cohort, before: 'ELN2013', after: 'ELN2020' }),
  asked(library.eligibilityPatterns, cohort),
  asked(library.depthMoves, { cohort, currentMonths: 9 }),
  asked(library.mutationVariants, cohort),
  asked(library.swimmerLanes, { cohort }),
  asked(library.predictorOutcomes, { cohort, depth: 'MR4', month: 48 }),
  asked(library.indicatorCounts, {
    cohort,
    indicator: 'sample_at_3_months',
    groupBy: 'centre',
    stratum: 'elts',
  }),
  asked(library.modelRows, {
    cohort,
    endpoint,
    covariates: usualCovariates(endpoint).map(({ id }) => id),
    reached: null,
  }),
  asked(library.firstLineDrugRows, { cohort }),
  asked(library.doseRows, { cohort }),
  asked(library.drugTimeRows, { cohort }),
  asked(library.treatmentPathwayRows, { cohort }),
  asked(library.adverseEvents, { cohort }),
  asked(library.keyEventRows, { cohort, event: 'pleural_effusion' }),
  asked(library.accrualRows, { cohort }),
  asked(library.sampleWaitRows, { cohort }),
  asked(library.outcomePeriodRows, { cohort, outcome: 'survival' }),
  asked(library.questionnaireRows, { cohort, scale: 'eq_vas', groupBy: 'first_line' }),
  asked(library.cohortCharts, { cohort, facts: ['age', 'sex'] }),
  asked(library.cohortCharts, { cohort, facts: [] }),
  asked(library.cohortOverlap, { cohorts: [cohort, chronic] }),
  asked(library.endpointCohorts, {
    endpoint,
    cohorts: [
      { name: 'Women', cohort },
      { name: 'Chronic phase', cohort: chronic },
    ],
  }),
  asked(
    ruleCountsBy('all', () => true),
    null,
  ),
  asked(
    ruleCountsBy('centre', () => true),
    null,
  ),
  asked(library.classSizes, { known: 'age-sex-year-centre', ageBand: 5 }),
  asked(library.tableOne, {
    cohorts: [cohort, chronic],
    withRest: true,
    facts: ['age', 'elts'],
    tests: false,
  }),
].map((one) => ({ ...one, id: one.question.id }));

let engine: Engine;
beforeAll(async () => {
  engine = await demonstrationEngine();
});
afterAll(() => engine.close());

/** The engine, and what it answers to named questions. */
function watched(): { readonly engine: Engine; readonly answers: ResultTable[] } {
  const answers: ResultTable[] = [];
  const query = async (sql: string, options: QueryOptions = {}) => {
    const answer = await engine.query(sql, options);
    if (options.question !== undefined) answers.push(answer);
    return answer;
  };
  const watching: Engine = {
    version: engine.version,
    query,
    run: (...of) => engine.run(...of),
    check: (...of) => engine.check(...of),
    close: async () => undefined,
  };
  return { engine: watching, answers };
}

let made = 0;
async function answerOf(sql: string): Promise<ResultTable> {
  const read = readStatement(sql);
  expect(read?.kind).toBe('rows');
  await readyViews(engine, namesIn(sql), views, { signal });
  made += 1;
  // As the workbench runs it, and as it answers.
  await keepAnswer(engine, read?.sql ?? '', `code_${made}`, { signal });
  return engine.query(sql);
}

/** Sums of doubles that were added in another order agree to the twelfth digit. */
const digits = (cell: unknown) => (typeof cell === 'number' ? Number(cell.toPrecision(12)) : cell);

/** The rows of an answer; one that promises no order in an order of its own. */
function plain({ rowCount, columns }: ResultTable, inOrder: boolean) {
  const rows = Array.from({ length: rowCount }, (_, row) =>
    Object.values(columns).map((cells) => digits(cells[row])),
  );
  return {
    columns: Object.keys(columns),
    rows: inOrder ? rows : rows.map((row) => JSON.stringify(row)).toSorted(),
  };
}

describe('the SQL of a figure', () => {
  it.each(figures)(
    '$id runs by itself on the table cohort and counts what the screen does',
    async ({ question, parameters }) => {
      const { engine: watching, answers } = watched();
      await question.ask(watching, parameters, { signal });
      const statements = await questionStatements(question, parameters, views);
      expect(statements.length).toBeGreaterThan(0);
      for (const [place, sql] of statements.entries()) {
        const answer = await answerOf(sql);
        expect(answer.rowCount, sql).toBeGreaterThan(0);
        if (question.statements === undefined) {
          const shown = answers[place] ?? { rowCount: 0, columns: {} };
          const inOrder = !sql.includes('-- order: none');
          expect(plain(answer, inOrder), sql).toEqual(plain(shown, inOrder));
        }
      }
    },
  );

  const rowsOf = async (asked: { question: unknown; parameters: unknown }) => {
    const statements = await questionStatements(
      asked.question as Question<unknown, unknown>,
      asked.parameters,
      views,
    );
    const answers = [];
    for (const sql of statements) {
      const { rowCount, columns } = await answerOf(sql);
      answers.push(
        Array.from({ length: rowCount }, (_, row) =>
          Object.fromEntries(Object.entries(columns).map(([name, cells]) => [name, cells[row]])),
        ),
      );
    }
    return answers;
  };

  it('of the attrition counts each step as the screen does, whatever the cohort', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCohort, async (of) => {
        const parameters = { cohort: of, facts: [] };
        const { attrition } = await library.cohortCharts.ask(engine, parameters, { signal });
        const [steps] = await rowsOf(asked(library.cohortCharts, parameters));
        expect(steps).toEqual(
          attrition.steps.map(({ entering, met, notMet, unknown, leaving, remaining }, step) => ({
            step,
            entering,
            met,
            not_met: notMet,
            unknown,
            leaving,
            remaining,
          })),
        );
      }),
      { numRuns: 25 },
    );
  });

  it('of a chart counts each level and bin as the card does, without the rule on its own fact', async () => {
    const charts = fc.record({ of: arbitraryCohort, fact: fc.constantFrom(...factIds) });
    const check = async (of: CohortDefinition, fact: FactId) => {
      const parameters = { cohort: of, facts: [fact] };
      const [chart] = (await library.cohortCharts.ask(engine, parameters, { signal })).charts;
      const statements = await questionStatements(library.cohortCharts, parameters, [
        { view: 'cohort', cohort: of },
      ]);
      const [sql = ''] = statements;
      await readyViews(engine, namesIn(sql), [{ view: 'cohort', cohort: of }], { signal });
      const { rowCount, columns } = await engine.query(sql);
      const counted = Array.from({ length: rowCount }, (_, row) =>
        Object.values(columns).map((cells) => digits(cells[row])),
      );
      const shown =
        chart?.kind === 'category'
          ? chart.levels.map(({ level, inCohort, patients }) => [level, inCohort, patients])
          : [
              ...(chart?.bins ?? []).map(({ from, to, inCohort, patients }) => [
                digits(from),
                digits(to),
                inCohort,
                patients,
              ]),
              [null, null, chart?.unknown.inCohort, chart?.unknown.patients],
            ];
      expect(counted, sql).toEqual(shown);
    };
    for (const fact of factIds) await check(everyone, fact);
    const older = withRule(cohort, 'age', {
      condition: { kind: 'range', fact: 'age', min: 50, max: null },
      unknown: 'exclude',
    });
    for (const fact of ['sex', 'age', 'centre'] as const) await check(older, fact);
    await fc.assert(
      fc.asyncProperty(charts, ({ of, fact }) => check(of, fact)),
      { numRuns: 10 },
    );
  });

  it.each<RuleSplit>(['all', 'centre', 'year'])(
    'of the rules of quality finds what the screen does: %s',
    async (split) => {
      const { counts } = await library.ruleCounts.ask(engine, null, { signal });
      const question = ruleCountsBy(split, () => true);
      const rows = (await rowsOf(asked(question, null))).flat();
      const found = rows.filter((row) => Number(row.rows) > 0);
      const named = (rows: readonly (readonly [unknown, unknown, ...unknown[]])[]) =>
        Object.fromEntries(rows.map(([rule, level, ...of]) => [`${rule} ${level}`, of]));
      expect(
        named(
          found.map((row) => [
            row.rule,
            row.centre ?? row.year,
            row.rows,
            row.judged,
            row.broken,
            row.touched,
          ]),
        ),
      ).toEqual(
        named(
          counts
            .filter((count) => count.split === split && count.rows > 0)
            .map(({ rule, level, rows, judged, broken, touched }) => [
              rule,
              level ?? undefined,
              rows,
              judged,
              broken,
              touched,
            ]),
        ),
      );
    },
  );

  it('of several cohorts asks each by its own table', async () => {
    const { counts } = await library.cohortOverlap.ask(engine, { cohorts: [cohort, chronic] }, { signal });
    const [sets] = await rowsOf(asked(library.cohortOverlap, { cohorts: [cohort, chronic] }));
    expect(
      sets?.map((set) => [Number(set.cohort) + 2 * Number(set.cohort_chronic), set.patients]).toSorted(),
    ).toEqual(counts.flatMap((patients, set) => (patients === 0 ? [] : [[set, patients]])));
    const table = { cohorts: [cohort, chronic], withRest: true, facts: ['sex'] as const, tests: false };
    const [levels] = await rowsOf(asked(library.tableOne, table));
    const { groups, table: one } = await library.tableOne.ask(engine, table, { signal });
    expect(groups).toEqual([0, 1, 'rest']);
    for (const [place, name] of ['cohort', 'cohort_chronic', 'rest'].entries()) {
      const counted = levels?.filter(({ cohort: of }) => of === name) ?? [];
      expect(counted.reduce((sum, { patients }) => sum + Number(patients), 0)).toBe(one.patients[place]);
    }
  });

  it('holds its values in their places, texts and comments aside', async () => {
    const question: Question<null, null> = {
      id: 'x',
      async ask(asking) {
        const values = ["it's", 3, null];
        await asking.query("-- what?\nselect '?' as a, ? as b, ? as c, ? as d", { question: 'x', values });
        return null;
      },
    };
    expect(await questionStatements(question, null)).toEqual([
      "-- what?\nselect '?' as a, 'it''s'::VARCHAR as b, '3'::INTEGER as c, NULL as d",
    ]);
  });
});

type Row = Readonly<Record<string, unknown>>;

/** Runs a cell as a notebook does, tables as their captions and rows. */
async function shownBy(text: string): Promise<readonly unknown[]> {
  const shown: unknown[] = [];
  const [, names = ''] =
    /^\{\n {2}const \{ ([\w, ]+) \} = await import\("\.\.\/src\/index\.ts"\);/.exec(text) ?? [];
  for (const name of names.split(', ')) expect(exported).toHaveProperty(name);
  const scope = {
    library: exported,
    db: {
      ask: (question: Question<unknown, unknown>, parameters: unknown) =>
        question.ask(engine, parameters, { signal }),
    },
    display: (value: unknown) => shown.push(value),
    Inputs: {
      table: (rows: readonly Row[], { caption }: { readonly caption: string }) => ({ caption, rows }),
    },
    Plot: { plot: (options: object) => ({ picture: options }) },
    words: wordsOfLanguage('en'),
    width: 700,
  };
  const body = text.replace('await import("../src/index.ts")', 'library');
  const run = new Function(...Object.keys(scope), `return (async () => {${body}})()`);
  await run(...Object.values(scope));
  return shown;
}

describe('the notebook cell of a figure', () => {
  it.each(figures)('$id gives numbers of the cohort', async ({ id, parameters, question }) => {
    expect(exported[questionName(id)]).toHaveProperty('ask', question.ask);
    const shown = await shownBy(figureCellText({ id, parameters }));
    expect(shown.length).toBeGreaterThan(0);
    for (const value of shown)
      if (Object.hasOwn(Object(value), 'rows')) expect(value).not.toHaveProperty('rows', []);
  });

  it.each([
    { view: { kind: 'free' }, groupBy: null },
    { view: { kind: 'incidence', cause: 1 }, groupBy: 'first_line' },
    { view: { kind: 'incidence', cause: 2 }, groupBy: 'first_line' },
  ] as const)(
    'of an endpoint draws and estimates what the screen shows: $view',
    async ({ view, groupBy }) => {
      const { endpoint: response } = endpointPresets['mmr-on-drug'];
      const parameters = { cohort, endpoint: response, groupBy };
      const curves = { view, interval: 'log-log', horizonMonths: 96 } as const;
      const [figure, ...tables] = await shownBy(
        figureCellText({ id: 'endpoint-events', parameters, curves }),
      );
      const words = wordsOfLanguage('en');
      const table = await library.endpointEvents.ask(engine, parameters, { signal });
      const survival = library.endpointSurvival(table, { interval: 'log-log', level: 0.95 });
      const at = monthsOf(response).indexOf(12);
      const shown = survival.curves.map(({ landmarks, incidenceLandmarks }) =>
        view.kind === 'free' ? landmarks[at] : incidenceLandmarks[at]?.causes[view.cause - 1],
      );
      expect(new Set(shown.map((point) => point?.estimate)).size).toBe(survival.curves.length);
      const [estimates] = tables as { readonly rows: readonly Row[] }[];
      expect(estimates?.rows.map((row) => [row.Patients, row['12 months']])).toEqual(
        survival.curves.map(({ patients }, place) => {
          const [value, lower, upper] = [
            shown[place]?.estimate,
            shown[place]?.interval?.lower,
            shown[place]?.interval?.upper,
          ].map((share) => words.percent(share ?? Number.NaN, 1));
          return [words.number(patients), `${value} (${lower} to ${upper})`];
        }),
      );
      expect(tables).toHaveLength(survival.contrasts.length === 0 ? 1 : 2);
      expect(JSON.stringify(figure)).toBe(
        JSON.stringify({
          picture: library.endpointChart(survival, words, { width: 700, horizonMonths: 96, view }),
        }),
      );
    },
  );

  it.each(['visit-distribution', 'eligibility-patterns', 'depth-moves'])(
    '%s draws the picture of its screen in front of its table',
    async (id) => {
      const figure = figures.find((one) => one.id === id) as (typeof figures)[number];
      const shown = await shownBy(figureCellText({ id, parameters: figure.parameters }));
      const [picture, table] = shown as [
        { readonly picture: { readonly marks: unknown[]; readonly height: number } },
        { readonly rows: readonly Row[] },
      ];
      expect(picture.picture.marks.length).toBeGreaterThan(2);
      expect(picture.picture.height).toBeGreaterThan(100);
      expect(table.rows.length).toBeGreaterThan(2);
    },
  );

  it('of the eligibility to stop counts in words what the screen counts', async () => {
    const parameters = cohort;
    const shown = await shownBy(figureCellText({ id: 'eligibility-patterns', parameters }));
    const { steps } = library.eligibilityFunnel(
      await library.eligibilityPatterns.ask(engine, parameters, { signal }),
    );
    const { rows } = shown.at(-1) as { readonly rows: readonly Row[] };
    expect(rows[0]?.step).toBe('MR4 at least once');
    expect(rows.map(({ met, notMet, unknown }) => [met, notMet, unknown])).toEqual(
      steps.map(({ met, notMet, unknown }) => [met, notMet, unknown]),
    );
  });

  it('stands beside another one in a notebook: it declares nothing', async () => {
    const texts = [figures[0], figures[4]].map((figure) => figureCellText(figure as AskedQuestion));
    const shown = await shownBy(
      `${texts[0]}${texts[1]?.replace('await import("../src/index.ts")', 'library')}`,
    );
    expect(shown.length).toBeGreaterThan(2);
    for (const text of texts) expect(transpile(text, 'js').outputs ?? []).toEqual([]);
  });
});

describe.runIf(withR)('the R script of a figure', () => {
  const scriptOf = async (figure: (typeof figures)[number]) => {
    const tables = await questionTables(engine, figure.question, figure.parameters, views, { signal });
    return answerScript(figure.id, tables, { title: 'A "figure"\nof two lines', note: 'Exact.' });
  };
  const figureOf = (id: string) => figures.find((figure) => figure.id === id) as (typeof figures)[number];

  it.each(figures)('$id runs in base R', async (figure) => {
    expect(await inR(await scriptOf(figure))).not.toMatch(/error/i);
  });

  it('finds the areas of the screen', async () => {
    const figure = figureOf('predictor-outcomes');
    const table = await library.predictorOutcomes.ask(engine, figure.parameters as never, { signal });
    const { predictors } = library.earlyPredictors(table, { landmark: 'leave_out' });
    const known = predictors.filter(({ auc }) => auc.estimate !== null);
    expect(known.length).toBeGreaterThan(2);
    const expected = known.map(({ marker, auc }) => `"${marker}" = ${auc.estimate}`).join(', ');
    await inR(
      `${await scriptOf(figure)}\nexpected <- c(${expected})\nstopifnot(isTRUE(all.equal(areas[names(expected)], expected, tolerance = 1e-12)))\n`,
    );
  });

  it('finds the trend of the screen', async () => {
    const figure = figureOf('indicator-counts');
    const table = await library.indicatorCounts.ask(
      engine,
      { cohort, indicator: 'sample_at_3_months', groupBy: null, stratum: null },
      { signal },
    );
    const p = library.indicatorTrend(table, {}).series[0]?.trend.p;
    expect(p).toBeGreaterThan(0);
    await inR(
      `${await scriptOf(figure)}\nfound <- prop.trend.test(years$met, years$assessed, years$year)$p.value\nstopifnot(isTRUE(all.equal(found, ${p}, tolerance = 1e-9)))\n`,
    );
  });
});

describe('a notebook that is started from a figure', () => {
  const texts = { question: '*In whom?*', method: 'As on the screen.', limits: '- *None.*' };

  it.each(figures)('$id is one that the build takes', async ({ id, parameters }) => {
    type Handler = (html: string, context: object) => Promise<string>;
    const { handler } = notebookPages().transformIndexHtml as unknown as { readonly handler: Handler };
    const file = figureNotebook(
      { title: 'A figure', cohortText: 'Women.', asked: { id, parameters } },
      texts,
    );
    const page = await handler(file, { path: '/notebooks/x.html', filename: 'notebooks/x.html' });
    expect(page).toContain('observable:runtime');
    expect(page).toContain(`db.ask(${questionName(id)}`);
  });

  it('calls the cohort as its reader does', () => {
    const women = withRule(everyone, 'sex', {
      condition: { kind: 'category', fact: 'sex', values: ['F'] },
      unknown: 'exclude',
    });
    const asked = { id: 'endpoint-events', parameters: { cohort: women } };
    const named = [
      { name: 'Everyone', cohort: everyone },
      { name: 'The women', cohort: women },
    ];
    const file = figureNotebook({ title: 'A figure', cohortText: 'Women.', asked, named }, texts);
    expect(file).toContain('"name": "The women"');
    expect(figureCellText(asked)).toContain('"name": "Cohort"');
  });

  it('holds no element and no expression of a title or a name', () => {
    const title = `a</script><script>b() ${'$'}{c()}`;
    const hostile = withRule(everyone, 'centre', {
      condition: { kind: 'category', fact: 'centre', values: ['</script><img src=x>'] },
      unknown: 'exclude',
    });
    const asked = { id: 'eligibility-patterns', parameters: hostile };
    const file = figureNotebook({ title, cohortText: title, asked }, texts);
    expect(notebookName(title)).toBe('a-script-script-b-c');
    expect(file.match(/<\/?script/g)).toHaveLength(12);
    expect(file).not.toMatch(/\$\{c/);
    expect(file).not.toContain('<img');
  });
});
