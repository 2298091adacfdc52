import { endpointSurvival } from '@core/analyses/endpoint-survival';
import { type CohortDefinition, everyone } from '@core/cohort/cohort-definition';
import { compositeOf, type EndpointDefinition } from '@core/endpoint/endpoint-definition';
import { endpointPresetIds, endpointPresets } from '@core/endpoint/endpoint-presets';
import type { Engine } from '@data/engine/engine';
import { endpointCohorts } from '@data/queries/endpoint-cohorts';
import { endpointEvents } from '@data/queries/endpoint-events';
import { demonstrationEngine } from '@tests/support/demonstration-engine';
import { independentFollowUp } from '@tests/support/independent-curves';
import { readRawExtract } from '@tests/support/raw-extract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const options = { interval: 'log', level: 0.95 } as const;
const { signal } = new AbortController();
let engine: Engine;
beforeAll(async () => {
  engine = await demonstrationEngine();
});
afterAll(() => engine.close());

const ask = (endpoint: EndpointDefinition, groupBy: 'elts' | null = null) =>
  endpointEvents.ask(engine, { cohort: everyone, endpoint, groupBy }, { signal });
const curveOf = async (endpoint: EndpointDefinition) => {
  const [curve] = endpointSurvival(await ask(endpoint), options).curves;
  if (curve === undefined) throw new Error('nobody was analysed');
  return curve;
};

describe('endpoints on the demonstration', () => {
  it('counts those of the analysed whom the registry included after the origin', async () => {
    const { rowCount, columns } = await engine.query(
      'select patient_id, inclusion_day, stop_day from patient join treatment_free_attempt using (patient_key) where attempt_number = 1',
    );
    const later = new Set(
      Array.from({ length: rowCount }, (_, row) => row)
        .filter((row) => Number(columns.inclusion_day?.[row]) > Number(columns.stop_day?.[row]))
        .map((row) => columns.patient_id?.[row]),
    );
    const raw = await readRawExtract('public/extract');
    const analysed = independentFollowUp(raw, new Set(raw.patient.map((row) => row.patient_id)));
    const expected = analysed.filter(({ patient }) => later.has(patient)).length;
    const { endpoint } = endpointPresets['euro-ski-mrfs'];
    expect((await ask(endpoint)).includedLater).toBe(expected);
    const sinceDiagnosis = endpointPresets['overall-survival'].endpoint;
    expect((await ask(sinceDiagnosis)).includedLater).toBeGreaterThan(expected);
  });

  it('the two EURO-SKI endpoints differ exactly by the restarts without loss of MMR', async () => {
    const free = await ask(endpointPresets['euro-ski-mrfs'].endpoint);
    const treatmentFree = await ask(endpointPresets['euro-ski-mtfs'].endpoint);
    const count = (rows: typeof free.rows, kind: number | null) =>
      rows.filter((row) => row.kind === kind).reduce((sum, { patients }) => sum + patients, 0);
    const restarts = count(treatmentFree.rows, 1);
    expect(restarts).toBeGreaterThan(0);
    expect(free.rows.filter(({ kind }) => kind === 0)).toEqual(
      treatmentFree.rows.filter(({ kind }) => kind === 0),
    );
    expect(count(free.rows, null)).toBe(count(treatmentFree.rows, null) + restarts);
    expect(free.excluded).toEqual(treatmentFree.excluded);
  });

  it('relapse, other exits and treatment-free survival add up to 1 at every time', async () => {
    const { endpoint } = endpointPresets.relapse;
    const { incidence, events } = await curveOf(endpoint);
    const composite = await curveOf(compositeOf(endpoint));
    expect(events.every((count) => count > 0)).toBe(true);
    expect(incidence?.time).toEqual(composite.eventFree.time);
    composite.eventFree.survival.forEach((survival, index) => {
      const sum = incidence?.causes.reduce(
        (total, cause) => total + (cause.probability[index] ?? 0),
        survival,
      );
      expect(sum).toBeCloseTo(1, 12);
    });
  });

  it('overall survival is truncated at the inclusion: who is at risk was counted from the rows', async () => {
    const { rowCount, columns } = await engine.query(
      'select inclusion_day, last_contact_day, vital_status::varchar as vital_status from patient',
    );
    const patients = Array.from({ length: rowCount }, (_, row) => ({
      inclusion: Number(columns.inclusion_day?.[row]),
      contact: Number(columns.last_contact_day?.[row]),
      dead: columns.vital_status?.[row] === 'dead',
    }));
    const { endpoint } = endpointPresets['overall-survival'];
    const table = await ask(endpoint);
    const entered = patients.filter(
      ({ inclusion, contact }) => contact >= 0 && (inclusion <= 0 || contact > inclusion),
    );
    const { curves, analysed } = endpointSurvival(table, options);
    expect(analysed).toBe(entered.length);
    expect(curves[0]?.events).toEqual([entered.filter(({ dead }) => dead).length]);
    const at = 1000;
    const atRisk = entered.filter(({ inclusion, contact }) => inclusion < at && contact >= at).length;
    const counted = table.rows
      .filter(({ entry, day }) => (entry ?? -1) < at && day >= at)
      .reduce((sum, { patients }) => sum + patients, 0);
    expect(counted).toBe(atRisk);
  });

  it('every preset analyses somebody, and accounts for every patient', async () => {
    const patients = Number(
      (await engine.query('select count(*)::integer as patients from patient')).columns.patients?.[0],
    );
    for (const id of endpointPresetIds) {
      const table = await ask(endpointPresets[id].endpoint);
      const { analysed } = endpointSurvival(table, options);
      expect(analysed, id).toBeGreaterThan(0);
      expect(
        table.excluded.reduce((sum, one) => sum + one.patients, analysed),
        id,
      ).toBe(patients);
    }
  });

  it('curves of cohorts are those of the group that says the same, and are compared only while nobody is in two', async () => {
    const { endpoint } = endpointPresets['euro-ski-mrfs'];
    const only = (level: string): CohortDefinition => ({
      ...everyone,
      rules: [{ condition: { kind: 'category', fact: 'sex', values: [level] }, unknown: 'exclude' }],
    });
    const cohorts = [
      { name: 'Women "A"', cohort: only('F') },
      { name: 'Men', cohort: only('M') },
    ];
    const table = await endpointCohorts.ask(engine, { endpoint, cohorts }, { signal });
    const apart = endpointSurvival(table, options);
    const bySex = endpointSurvival(
      await endpointEvents.ask(engine, { cohort: everyone, endpoint, groupBy: 'sex' }, { signal }),
      options,
    );
    expect(apart.curves.map(({ level }) => level)).toEqual(['Women "A"', 'Men']);
    expect(apart.curves.map(({ eventFree }) => eventFree)).toEqual(
      bySex.curves.map(({ eventFree }) => eventFree),
    );
    expect(apart.logRank).toEqual(bySex.logRank);
    expect({ shared: apart.shared, analysed: apart.analysed, excluded: apart.excluded }).toEqual({
      shared: 0,
      analysed: bySex.analysed,
      excluded: bySex.excluded,
    });
    const all = [...cohorts, { name: 'All', cohort: everyone }];
    const together = endpointSurvival(
      await endpointCohorts.ask(engine, { endpoint, cohorts: all }, { signal }),
      options,
    );
    expect(together).toMatchObject({ shared: 2000, logRank: null, contrasts: [], curves: [{}, {}, {}] });
  });
});
