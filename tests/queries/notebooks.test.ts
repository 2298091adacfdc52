import { type NativeExtract, openNativeExtract } from '@commands/native-extract/open-native-extract';
import { earlyPredictors } from '@core/analyses/early-predictors';
import { endpointModel } from '@core/analyses/endpoint-model';
import { type EndpointCurve, endpointSurvival, monthsOf } from '@core/analyses/endpoint-survival';
import { indicatorTrend } from '@core/analyses/indicator-trend';
import { newCovariate } from '@core/analyses/model-definition';
import { type CohortDefinition, everyone, withRule } from '@core/cohort/cohort-definition';
import { drugs } from '@core/domain/extract-tables';
import { type EndpointPresetId, endpointPresets } from '@core/endpoint/endpoint-presets';
import { extractContract } from '@data/contracts/extract-contract';
import { cohortCharts } from '@data/queries/cohort-charts';
import { deriveTables } from '@data/queries/derived/derive-tables';
import { endpointEvents } from '@data/queries/endpoint-events';
import { indicatorCounts } from '@data/queries/indicator-counts';
import { modelRows } from '@data/queries/model-rows';
import { predictorOutcomes } from '@data/queries/predictor-outcomes';
import type { Question } from '@data/queries/question';
import { tableOne } from '@data/queries/table-one';
import { wordsOfLanguage } from '@language/words-of-language';
import { runInNode } from '@tests/support/notebook-in-node';
import { type RawExtract, readRawExtract } from '@tests/support/raw-extract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let extract: NativeExtract;
let raw: RawExtract;

beforeAll(async () => {
  raw = await readRawExtract('public/extract');
  extract = await openNativeExtract('public/extract', extractContract);
  await deriveTables(extract.engine);
});
afterAll(() => extract.engine.close());

const words = wordsOfLanguage('en');
const options = { interval: 'log', level: 0.95 } as const;

/** What a screen asks, and how it analyses an endpoint. */
const asked = <Parameters, Answer>(question: Question<Parameters, Answer>, parameters: Parameters) =>
  question.ask(extract.engine, parameters, { signal: new AbortController().signal });
const survivalOf = async (
  id: EndpointPresetId,
  cohort: CohortDefinition,
  groupBy: 'first_line' | 'elts' | null,
) => {
  const { endpoint } = endpointPresets[id];
  return endpointSurvival(await asked(endpointEvents, { cohort, endpoint, groupBy }), options);
};

const percent = (share: number | null | undefined) => (share == null ? '–' : words.percent(share, 1));
const pText = (p: number | null | undefined) => (p == null ? '–' : p < 0.001 ? '< 0.001' : p.toFixed(3));
const two = (value: number | null | undefined) => (value == null ? '–' : value.toFixed(2));
const linesOf = (tables: Awaited<ReturnType<typeof runInNode>>['tables'], caption: RegExp) => {
  const name = Object.keys(tables).find((one) => caption.test(one));
  expect(name, String(caption)).toBeDefined();
  return (tables[name ?? ''] ?? []).slice(1);
};
const notebook = (name: string) => runInNode(`notebooks/${name}.html`, extract);

/**
 * The cells of each notebook are run here, in Node; tests/browser/notebooks.test.ts holds its page equal to that. Expected
 * are the numbers of the screens: of their questions and analyses, without the cells.
 */
describe('the numbers of the notebook', () => {
  it('01 are those of the raw rows and of the charts of the cohort screen', async () => {
    const { tables, places } = await notebook('01-what-is-in-the-extract');
    const years = new Map<number, number>();
    for (const one of raw.patient) years.set(one.diagnosis_year, (years.get(one.diagnosis_year) ?? 0) + 1);
    expect(linesOf(tables, /by year of diagnosis/).map((line) => line.map(Number))).toEqual(
      [...years].toSorted(([one], [other]) => one - other),
    );
    expect(linesOf(tables, /Tables of the contract/)).toEqual(
      extract.tables.map(({ name, present, rows }) => [name, present ? 'yes' : 'no', String(rows)]),
    );
    const facts = ['elts', 'sokal', 'transcript', 'response_3m', 'response_12m', 'first_tki'] as const;
    const { charts, patients } = await asked(cohortCharts, { cohort: everyone, facts });
    const unknown = charts.map((chart) => {
      const levels = chart.kind === 'category' ? chart.levels : [{ ...chart.unknown, level: null }];
      const notKnown = levels.find(({ level }) => level === null)?.inCohort ?? 0;
      return [chart.fact, percent(notKnown / patients)] as const;
    });
    expect(new Map(linesOf(tables, /a fact is not known/) as [string, string][])).toEqual(new Map(unknown));
    const contacts = raw.patient.map(({ last_contact_day }) => last_contact_day).toSorted((a, b) => a - b);
    const middle = ((contacts[999] ?? 0) + (contacts[1000] ?? 0)) / 2;
    expect(Object.values(places)).toEqual(
      expect.arrayContaining([
        words.number(raw.patient.length),
        String(Math.min(...years.keys())),
        String(Math.max(...years.keys())),
        words.number(middle / 365.25, { maximumFractionDigits: 1 }),
      ]),
    );
  });

  it('02 are those of the screen of early predictors, cut-offs and who is left out too', async () => {
    const { tables, places } = await notebook('02-early-and-deep-response');
    const table = await asked(predictorOutcomes, { cohort: everyone, depth: 'MR4', month: 48 });
    const { predictors, statuses, cohort } = earlyPredictors(table, { landmark: 'leave_out' });
    const known = predictors.filter(({ auc }) => auc.estimate !== null);
    expect(known.some(({ cutOff }) => cutOff.threshold !== null)).toBe(true);
    expect(linesOf(tables, /Markers of MR4 by month 48/)).toEqual(
      known.map(({ marker, auc, cutOff, atCutOff, withoutMarker }) => [
        words.say(`predictors.marker.${marker}`),
        String(auc.events),
        String(auc.controls),
        `${two(auc.estimate)} (${two(auc.interval?.lower)} to ${two(auc.interval?.upper)})`,
        cutOff.threshold === null
          ? '–'
          : `≤ ${words.number(cutOff.threshold.estimate, { maximumSignificantDigits: 2 })}`,
        two(atCutOff?.sensitivity.estimate),
        two(atCutOff?.specificity.estimate),
        String(withoutMarker),
      ]),
    );
    expect(Object.values(places)).toEqual(
      expect.arrayContaining([words.number(statuses.yes + statuses.no), words.number(cohort)]),
    );
  });

  it('03 are those of the screen of treatment-free remission, at every landmark', async () => {
    const { tables } = await notebook('03-treatment-free-remission-by-endpoint');
    const expected = [];
    for (const id of ['euro-ski-mrfs', 'euro-ski-mtfs', 'stim', 'confirmed-mrfs'] as const) {
      const { analysed, curves, endpoint } = await survivalOf(id, everyone, null);
      const at = (month: number) => {
        const point = curves[0]?.landmarks[monthsOf(endpoint).indexOf(month)];
        return `${percent(point?.estimate)} (${percent(point?.interval?.lower)} to ${percent(point?.interval?.upper)})`;
      };
      const events = sum(curves[0]?.events ?? []);
      expected.push([
        words.say(`survival.preset.${id}`),
        String(analysed),
        String(events),
        at(6),
        at(12),
        at(24),
      ]);
    }
    expect(new Set(expected.map((line) => line[5])).size).toBeGreaterThan(1);
    expect(linesOf(tables, /Free of the event/)).toEqual(expected);
  });

  it('04 are those of Table 1 and of the screen of endpoints, time on the drug and stops too', async () => {
    const { tables, places } = await notebook('04-response-and-stops-by-first-drug');
    const chronic: CohortDefinition = {
      index: { event: 'first_tki' },
      rules: [{ condition: { kind: 'category', fact: 'phase', values: ['CP'] }, unknown: 'exclude' }],
    };
    const taken = [];
    for (const drug of drugs) {
      const cohort = withRule(chronic, 'first_line_drug', {
        condition: { kind: 'category', fact: 'first_line_drug', values: [drug] },
        unknown: 'exclude',
      });
      const facts = ['age', 'treatment_free_attempts'] as const;
      const { table } = await asked(tableOne, { cohorts: [cohort], withRest: false, facts, tests: false });
      const [ages, attempts] = table.rows;
      const [patients = 0] = table.patients;
      if (patients === 0) continue;
      const { charts } = await asked(cohortCharts, { cohort, facts: ['treatment_free_attempts'] });
      const bins = charts[0]?.kind === 'number' ? charts[0].bins : [];
      const stopped = sum(bins.filter(({ from }) => from > 0).map(({ inCohort }) => inCohort));
      taken.push([
        drug,
        String(patients),
        String(ages?.kind === 'number' ? ages.summaries[0]?.median : null),
        `${stopped} (${percent(stopped / patients)})`,
        String(attempts?.missing[0]),
      ]);
    }
    const lines = linesOf(tables, /First-line drug in the cohort/);
    expect(lines.toSorted()).toEqual(taken.toSorted());
    expect(sum(taken.map((line) => Number.parseInt(line[3] ?? '', 10)))).toBeGreaterThan(100);
    const { inCohort, patients } = await asked(cohortCharts, { cohort: chronic, facts: [] });
    expect(Object.values(places)).toEqual(
      expect.arrayContaining([words.number(inCohort), words.number(patients)]),
    );

    const [mmr, mr4, drugEnd] = [
      await survivalOf('mmr-itt', chronic, 'first_line'),
      await survivalOf('mr4-itt', chronic, 'first_line'),
      await survivalOf('drug-survival', chronic, 'first_line'),
    ];
    const level = (curve: EndpointCurve) => words.name('first_line', curve.level);
    const at = (of: typeof mmr, curve: EndpointCurve, month: number) =>
      percent(
        of.curves.find((one) => one.level === curve.level)?.incidenceLandmarks[
          monthsOf(of.endpoint).indexOf(month)
        ]?.causes[0]?.estimate,
      );
    expect(linesOf(tables, /Cumulative incidence of response/)).toEqual(
      mmr.curves.map((curve) => [
        level(curve),
        String(curve.patients),
        at(mmr, curve, 12),
        at(mmr, curve, 24),
        at(mr4, curve, 24),
        at(mr4, curve, 48),
      ]),
    );
    expect(linesOf(tables, /How the first drug ended/)).toEqual(
      drugEnd.curves.map((curve) => [
        level(curve),
        String(curve.patients),
        ...[
          curve.events[0],
          curve.events[1],
          curve.events[2],
          sum(curve.events.slice(3)),
          curve.censored,
        ].map(String),
      ]),
    );
  });

  it('05 are those of the screen of trends, of every indicator', async () => {
    const { tables } = await notebook('05-trends-of-practice');
    const expected = [];
    for (const indicator of [
      'second_generation_first',
      'sample_at_3_months',
      'optimal_at_12_months',
    ] as const) {
      const table = await asked(indicatorCounts, {
        cohort: everyone,
        indicator,
        groupBy: null,
        stratum: null,
      });
      // As the screen does: the year of the manifest is not over.
      const lastYear = Number(extract.manifest?.created.slice(0, 4));
      for (const { overall, trend } of indicatorTrend(table, { lastYear }).series)
        expected.push([
          words.say(`indicator.${indicator}`),
          String(overall.units),
          String(overall.assessed),
          String(overall.met),
          percent(overall.share.estimate),
          pText(trend.p),
        ]);
    }
    expect(expected).toHaveLength(3);
    expect(linesOf(tables, /Indicators over all years/)).toEqual(expected);
  });

  it('06 are those of the screens of endpoints and of models', async () => {
    const { tables, places } = await notebook('06-a-new-study');
    const survival = await survivalOf('overall-survival', everyone, 'elts');
    expect(linesOf(tables, /Flow of patients/).map((line) => line[1])).toEqual(
      [survival.analysed, survival.groupUnknown, ...survival.excluded.map(({ patients }) => patients)].map(
        String,
      ),
    );
    expect(Object.values(places)).toContain(words.number(raw.patient.length));
    const { endpoint } = endpointPresets['overall-survival'];
    const covariates = ['age', 'elts'] as const;
    const table = await asked(modelRows, { cohort: everyone, endpoint, covariates, reached: null });
    const { fitted } = endpointModel(table, {
      method: 'cox',
      covariates: covariates.map(newCovariate),
      interactions: [],
      mergesSmallLevels: false,
      stratum: null,
      reached: null,
    });
    const z = 1.959963984540054;
    const rows = (fitted?.terms ?? []).flatMap(({ term, rows: ofTerm }) =>
      ofTerm
        .filter(({ isReference }) => !isReference)
        .map(({ level, multivariable }) => {
          const { coefficient, standardError, pValue } = multivariable ?? {};
          const ratio = (width: number) =>
            two(Math.exp((coefficient ?? Number.NaN) + width * (standardError ?? 0)));
          return [
            level === null ? term : `${term}=${level}`,
            ratio(0),
            `${ratio(-z)} to ${ratio(z)}`,
            pText(pValue),
          ];
        }),
    );
    expect(rows.map(([name]) => name)).toEqual(['age', 'elts=intermediate', 'elts=high']);
    const caption = `Cox regression: ${fitted?.patients} complete rows, ${fitted?.events} events`;
    expect(Object.keys(tables)).toContain(caption);
    expect(linesOf(tables, /Cox regression/)).toEqual(rows);
  });
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
