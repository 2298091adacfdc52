import { type NativeExtract, openNativeExtract } from '@commands/native-extract/open-native-extract';
import { curveOrigins } from '@core/analyses/curve-origin';
import { curveSteps, riskTable } from '@core/analyses/curve-reading';
import { endpointSurvival, monthsOf } from '@core/analyses/endpoint-survival';
import { baselineVariables, groupVariables } from '@core/analyses/group-variable';
import { type Depth, molecularResponse, type VisitResponse } from '@core/analyses/molecular-response';
import { mostTrajectories } from '@core/analyses/response-trajectories';
import { everyone, factOf } from '@core/cohort/cohort-definition';
import { cohortFromUrl } from '@core/cohort/cohort-url';
import { factIds } from '@core/cohort/fact-vocabulary';
import { monthsFromDays } from '@core/domain/calendar';
import { endpointPresets } from '@core/endpoint/endpoint-presets';
import { extractContract } from '@data/contracts/extract-contract';
import { cohortCharts } from '@data/queries/cohort-charts';
import { deriveTables } from '@data/queries/derived/derive-tables';
import { endpointEvents } from '@data/queries/endpoint-events';
import { endpointIntervals } from '@data/queries/endpoint-intervals';
import type { Question } from '@data/queries/question';
import { responseTrajectories } from '@data/queries/response-trajectories';
import { visitDistribution } from '@data/queries/visit-distribution';
import {
  independentElts,
  independentFollowUp,
  independentKaplanMeier,
  independentTrajectories,
  independentVisits,
} from '@tests/support/independent-curves';
import {
  independentCounts,
  independentFollowUpMedian,
  independentLandmark,
  independentLogRank,
  independentMedian,
} from '@tests/support/independent-estimates';
import { independentGroups } from '@tests/support/independent-groups';
import { type RawExtract, readRawExtract } from '@tests/support/raw-extract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const folder = 'public/extract';
const signal = new AbortController().signal;
/** Sums in another order differ in the last bits only. */
const relative = 1e-12;
const { endpoint } = endpointPresets['euro-ski-mrfs'];
const options = { interval: 'log', level: 0.95 } as const;

let extract: NativeExtract;
let raw: RawExtract;

beforeAll(async () => {
  [extract, raw] = await Promise.all([openNativeExtract(folder, extractContract), readRawExtract(folder)]);
  await deriveTables(extract.engine);
});
afterAll(() => extract.engine.close());

function expectClose(actual: number | null, expected: number | null): void {
  if (expected === null || actual === null) expect(actual).toBe(expected);
  else expect(Math.abs(actual / expected - 1)).toBeLessThan(relative);
}

const level = ({ kind, percent }: Depth) => ({ below: kind === 'below', percent });

/** A visit as `independentVisits` tells it. */
const shown = (visit: VisitResponse) => ({
  month: visit.month,
  patients: visit.patients,
  undetected: visit.undetected,
  quartiles: [visit.lowerQuartile, visit.median, visit.upperQuartile].map(level),
  medianLimits: [level(visit.medianLower), level(visit.medianUpper)],
});

const address = { phase: 'CP', sex: 'F', age: '40..', transcript: 'e13a2,e14a2,e13a2+e14a2,?' };

/** The members of the cohorts below, from the raw rows. */
function members(of: 'everyone' | 'some'): ReadonlySet<string> {
  const diagnosis = new Map(raw.diagnosis.map((row) => [row.patient_id, row]));
  return new Set(
    raw.patient
      .filter((patient) => {
        if (of === 'everyone') return true;
        const { phase, transcript } = diagnosis.get(patient.patient_id) ?? { phase: '', transcript: null };
        const typical = transcript === null || ['e13a2', 'e14a2', 'e13a2+e14a2'].includes(transcript);
        return phase === 'CP' && patient.sex === 'F' && patient.age_at_diagnosis_years >= 40 && typical;
      })
      .map((patient) => patient.patient_id),
  );
}

describe.each(['everyone', 'some'] as const)('on the demonstration extract, for %s', (of) => {
  const cohort = of === 'everyone' ? everyone : cohortFromUrl(address).cohort;

  it.each(curveOrigins)('the quartiles per visit since %s are those of the raw rows', async (origin) => {
    const table = await visitDistribution.ask(extract.engine, { cohort, origin, groupBy: null }, { signal });
    const { curves, cohort: size, onCurve, excluded } = molecularResponse(table);
    expect(size).toBe(members(of).size);
    expect(onCurve + Object.values(excluded).reduce((sum, count) => sum + count, 0)).toBe(size);
    const expected = independentVisits(raw, members(of), origin);
    expect(curves[0]?.visits.map(shown)).toEqual(expected.map((visit) => ({ ...visit })));
    expect(expected.length).toBeGreaterThan(5);
  });

  it.each(curveOrigins)('the courses behind the curve since %s are those of the raw rows', async (origin) => {
    const asked = { cohort, origin, groupBy: null };
    const { patients, eligible } = await responseTrajectories.ask(extract.engine, asked, { signal });
    const { onCurve } = molecularResponse(await visitDistribution.ask(extract.engine, asked, { signal }));
    expect(eligible).toBe(onCurve);
    expect(patients).toHaveLength(Math.min(mostTrajectories, onCurve));
    const text = (samples: readonly (readonly [number, number, boolean])[]) =>
      JSON.stringify(
        samples.map(([at, percent, detected]) => [at.toFixed(6), percent.toPrecision(9), detected]).sort(),
      );
    const expected = new Set(independentTrajectories(raw, members(of), origin).map(text));
    const shownCourses = patients.map(({ samples }) =>
      text(samples.map(({ month, percent, detected }) => [month, percent, detected])),
    );
    expect(shownCourses.filter((course) => !expected.has(course))).toEqual([]);
    expect(new Set(patients.map(({ patientKey }) => patientKey)).size).toBe(patients.length);
  });

  it('the steps of the remission curve are those of the raw rows', async () => {
    const table = await endpointEvents.ask(extract.engine, { cohort, endpoint, groupBy: null }, { signal });
    const remission = endpointSurvival(table, options);
    const expected = independentKaplanMeier(independentFollowUp(raw, members(of)));
    const steps = remission.curves.flatMap(({ eventFree }) => curveSteps(eventFree)).slice(1);
    expect(steps.map(({ atRisk, events, censored }) => ({ atRisk, events, censored }))).toEqual(
      expected.map(({ atRisk, events, censored }) => ({ atRisk, events, censored })),
    );
    steps.forEach((step, index) => {
      expectClose(step.month, monthsFromDays(expected[index]?.days ?? Number.NaN));
      expectClose(step.survival, expected[index]?.survival ?? null);
      expectClose(step.lower, expected[index]?.lower ?? null);
      expectClose(step.upper, expected[index]?.upper ?? null);
    });
    expect(steps.length).toBeGreaterThan(20);
  });
});

describe('the molecular response by group', () => {
  it.each(baselineVariables)('is that of the raw rows of each level, split by %s', async (groupBy) => {
    const asked = { cohort: everyone, origin: 'first_tki', groupBy } as const;
    const response = molecularResponse(await visitDistribution.ask(extract.engine, asked, { signal }));
    const groupOf = independentGroups(raw)[groupBy];
    const patients = [...members('everyone')];
    for (const { level: name, visits } of response.curves) {
      const ofLevel = new Set(patients.filter((patient) => groupOf?.get(patient) === name));
      expect(visits.map(shown)).toEqual(independentVisits(raw, ofLevel));
    }
    const drawn = response.curves.reduce((sum, curve) => sum + curve.patients, 0);
    expect(drawn).toBe(response.onCurve);
    const excluded = Object.values(response.excluded).reduce((sum, count) => sum + count, 0);
    expect(drawn + response.groupUnknown + excluded).toBe(patients.length);
    expect(response.curves.length).toBeGreaterThan(1);
  });
});

describe('what papers quote from the remission curve', () => {
  const splits = [
    ['nothing', null],
    ...groupVariables.map((variable) => [variable, variable] as const),
  ] as const;

  it.each(splits)('is that of the raw rows, split by %s', async (_name, groupBy) => {
    const everybody = members('everyone');
    const asked = { cohort: everyone, endpoint, groupBy };
    const table = await endpointEvents.ask(extract.engine, asked, { signal });
    const remission = endpointSurvival(table, options);
    const followUp = independentFollowUp(raw, everybody);
    const groups = groupBy === null ? null : independentGroups(raw)[groupBy];
    const groupOf = (patient: string) => (groups === null ? 'all' : (groups?.get(patient) ?? null));

    const first = raw.treatment_free_attempt.filter((attempt) => attempt.attempt_number === 1);
    const unseen = remission.excluded.find(({ reason }) => reason === 'no_sample')?.patients ?? 0;
    expect(remission.analysed + unseen).toBe(first.length);
    expect(remission.analysed).toBe(followUp.length);
    expect(remission.groupUnknown).toBe(followUp.filter((row) => groupOf(row.patient) === null).length);

    const known = followUp.map((row) => groupOf(row.patient)).filter((group) => group !== null);
    expect(remission.curves.map(({ level }) => level).toSorted()).toEqual([...new Set(known)].toSorted());
    const rowsOf = (level: string) => followUp.filter((row) => groupOf(row.patient) === level);
    for (const { level, eventFree: curve, median, followUp: seen, landmarks } of remission.curves) {
      const rows = rowsOf(level);
      expect([level, curve.n, curve.eventCount]).toEqual([
        level,
        rows.length,
        rows.filter(({ event }) => event).length,
      ]);
      const expected = independentMedian(rows);
      expectClose(median.estimate, expected.median);
      expectClose(median.interval?.lower ?? null, expected.lower);
      expectClose(median.interval?.upper ?? null, expected.upper);
      expectClose(seen.estimate, independentFollowUpMedian(rows));
      monthsOf(endpoint).forEach((month, index) => {
        const reading = independentLandmark(rows, month);
        expectClose(landmarks[index]?.estimate ?? null, reading?.survival ?? null);
        expectClose(landmarks[index]?.interval?.lower ?? null, reading?.lower ?? null);
        expectClose(landmarks[index]?.interval?.upper ?? null, reading?.upper ?? null);
      });
      const ticks = [0, 12, 24, 36, 48, 60, 72, 84, 96, 108, 120];
      expect(riskTable(curve, ticks)).toEqual(
        ticks.map((month) => ({ month, ...independentCounts(rows, month) })),
      );
    }

    if (groupBy === null) {
      expect(remission.logRank).toBeNull();
      return;
    }
    const expected = independentLogRank(remission.curves.map(({ level }) => rowsOf(level)));
    expect(remission.curves.length).toBeGreaterThan(1);
    expect(remission.logRank?.degreesOfFreedom).toBe(expected.degreesOfFreedom);
    expect(remission.logRank?.statistic).toBeCloseTo(expected.statistic, 9);
    expect(remission.logRank?.pValue).toBeCloseTo(expected.p, 9);
  });
});

describe('the facts of a patient', () => {
  it('hold the ELTS group that the formula gives, and none where an input is missing', async () => {
    const found = await extract.engine.query(
      'select patient_id, elts from patient_fact join patient using (patient_key) order by patient_id',
    );
    const expected = independentElts(raw);
    for (let row = 0; row < found.rowCount; row++) {
      expect(found.columns.elts?.[row]).toBe(expected.get(String(found.columns.patient_id?.[row])));
    }
    expect(found.rowCount).toBe(raw.patient.length);
  });

  it('are counted per level, the unknown apart, and add up to everybody', async () => {
    const { cohort } = cohortFromUrl(address);
    const counts = await cohortCharts.ask(extract.engine, { cohort, facts: factIds }, { signal });
    expect(counts.patients).toBe(raw.patient.length);
    expect(counts.inCohort).toBe(members('some').size);
    for (const chart of counts.charts) {
      const levels = chart.kind === 'category' ? chart.levels : [...chart.bins, chart.unknown];
      expect(levels.reduce((sum, level) => sum + level.patients, 0)).toBe(raw.patient.length);
      // A chart leaves out the rule on its own fact: it holds the cohort and whom that rule alone keeps out.
      const place = cohort.rules.findIndex((rule) => factOf(rule) === chart.fact);
      const alone = counts.attrition.steps[place + 1]?.failsOnlyThis ?? 0;
      expect(levels.reduce((sum, level) => sum + level.inCohort, 0)).toBe(
        counts.inCohort + (place === -1 ? 0 : alone),
      );
    }
    const { steps } = counts.attrition;
    for (const { overall } of steps) {
      expect(overall.met + overall.notMet + overall.unknown).toBe(raw.patient.length);
    }
    const unknownTranscripts = raw.diagnosis.filter((row) => row.transcript === null).length;
    const transcript = cohort.rules.findIndex((rule) => factOf(rule) === 'transcript');
    expect(steps[transcript + 1]?.overall.unknown).toBe(unknownTranscripts);
    expect(unknownTranscripts).toBeGreaterThan(0);
  });

  it('are the same counted from memory, once the engine has told the facts and the conditions on events', async () => {
    const { cohort } = cohortFromUrl(address);
    const engine = { ...extract.engine };
    const facts = factIds;
    expect(cohortCharts.atHand?.(engine, { cohort, facts })).toBeNull();
    await cohortCharts.ask(engine, { cohort, facts }, { signal });
    const edited = { ...cohort, rules: cohort.rules.toReversed().slice(1) };
    const asked = await cohortCharts.ask({ ...engine }, { cohort: edited, facts }, { signal });
    expect(cohortCharts.atHand?.(engine, { cohort: edited, facts })).toEqual(asked);
    const event = {
      kind: 'events' as const,
      table: 'molecular' as const,
      day: 'day',
      where: [],
      among: [],
      window: null,
      quantifier: { kind: 'any' as const },
      ifNone: 'no' as const,
    };
    const linked = { ...cohort, rules: [{ condition: event, unknown: 'exclude' as const }] };
    expect(cohortCharts.atHand?.(engine, { cohort: linked, facts })).toBeNull();
    const counted = await cohortCharts.ask(engine, { cohort: linked, facts }, { signal });
    expect(cohortCharts.atHand?.(engine, { cohort: linked, facts })).toEqual(counted);
  });
});

describe('answers from memory', () => {
  const cohorts = ['20..', '40..', '99..'].map((age) => cohortFromUrl({ ...address, age }).cohort);

  /** The same question where nothing was kept, and where everything was. */
  async function expectTheSame<Parameters, Answer>(
    question: Question<Parameters, Answer>,
    asked: readonly [Parameters, ...Parameters[]],
    known: (answer: Answer) => unknown = (answer) => answer,
  ): Promise<void> {
    const [bare, engine] = [extract.engine, { ...extract.engine }];
    expect(question.atHand?.(engine, asked[0])).toBeNull();
    await question.keep?.(engine, asked[0]);
    for (const parameters of asked) {
      const bySql = known(await question.ask(bare, parameters, { signal }));
      expect(known(await question.ask(engine, parameters, { signal }))).toEqual(bySql);
      const atHand = question.atHand?.(engine, parameters) ?? null;
      expect(atHand === null ? null : known(atHand)).toEqual(bySql);
    }
  }

  it.each(['euro-ski-mrfs', 'overall-survival', 'relapse', 'mmr-itt'] as const)(
    'are the exits of %s that the engine counts, by group too',
    async (id) => {
      const { endpoint: one } = endpointPresets[id];
      for (const groupBy of [null, 'elts', 'age_at_diagnosis', 'eln2020_3m'] as const) {
        await expectTheSame(
          endpointEvents,
          cohorts.map((cohort) => ({ cohort, endpoint: one, groupBy })) as never,
        );
      }
      await expectTheSame(endpointIntervals, cohorts.map((cohort) => ({ cohort, endpoint: one })) as never);
    },
  );

  it('are the readings and the trajectories that the engine finds', async () => {
    for (const origin of ['first_tki', 'first_stop'] as const) {
      for (const groupBy of [null, 'elts'] as const) {
        const asked = cohorts.map((cohort) => ({ cohort, origin, groupBy })) as never;
        await expectTheSame(visitDistribution, asked, ({ readings, ...rest }) => ({
          ...rest,
          readings: Array.from(readings.month, (month, row) =>
            [readings.level, readings.log10Thousandths, readings.detected, readings.patients]
              .map((column) => column[row])
              .concat(month)
              .join(),
          ).toSorted(),
        }));
        await expectTheSame(responseTrajectories, asked);
      }
    }
  });
});
