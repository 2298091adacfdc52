import { hasR } from '@commands/reference/recompute';
import { endpointScript } from '@core/analyses/endpoint-script';
import { endpointSurvival } from '@core/analyses/endpoint-survival';
import { releasedEndpoint } from '@core/analyses/released-endpoint';
import { type CohortDefinition, everyone } from '@core/cohort/cohort-definition';
import { defaultPolicy } from '@core/disclosure/policy';
import { type EndpointPresetId, endpointPresetIds, endpointPresets } from '@core/endpoint/endpoint-presets';
import type { Engine } from '@data/engine/engine';
import { endpointCohorts } from '@data/queries/endpoint-cohorts';
import { endpointEvents } from '@data/queries/endpoint-events';
import { followedPatients } from '@data/queries/followed-patients';
import { demonstrationEngine } from '@tests/support/demonstration-engine';
import { inR } from '@tests/support/r-script';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const withR = await hasR('survival', 'cmprsk');
let engine: Engine;
beforeAll(async () => {
  engine = await demonstrationEngine();
});
afterAll(() => engine.close());

async function scriptOf(preset: EndpointPresetId, groupBy: 'elts' | 'sex' | null): Promise<string> {
  const { signal } = new AbortController();
  const { endpoint } = endpointPresets[preset];
  const table = await endpointEvents.ask(engine, { cohort: everyone, endpoint, groupBy }, { signal });
  const survival = endpointSurvival(table, { interval: 'log', level: 0.95 });
  return endpointScript(table, survival, { title: preset, rule: 'one\nrule' });
}

describe('the R script of an endpoint', () => {
  it('says that it stays inside, and holds no line that a title could break', async () => {
    const script = await scriptOf('euro-ski-mrfs', null);
    expect(script).toContain('# one rule\n# Exact counts of patients per day: for use inside the hospital.');
    expect(script).not.toMatch(/undefined|NaN|null/);
  });

  it.skipIf(!withR).each(endpointPresetIds)('finds the numbers of the figure in R: %s', async (preset) => {
    expect(await inR(await scriptOf(preset, 'sex'))).toContain('all numbers agree');
  });

  it.skipIf(!withR)('finds in R the incidence of a response whose other events censor', async () => {
    const { signal } = new AbortController();
    const itt = endpointPresets['mmr-itt'].endpoint;
    const endpoint = { ...itt, competing: [], censoring: itt.competing };
    const question = { cohort: everyone, endpoint, groupBy: 'sex' } as const;
    const table = await endpointEvents.ask(engine, question, { signal });
    const survival = endpointSurvival(table, { interval: 'log', level: 0.95 });
    for (const { incidenceLandmarks, landmarks } of survival.curves)
      for (const [at, { causes }] of incidenceLandmarks.entries())
        expect(causes[0]?.estimate).toBeCloseTo(1 - (landmarks[at]?.estimate ?? Number.NaN), 12);
    const script = endpointScript(table, survival, { title: 't', rule: 'r' });
    expect(script).toContain('Cumulative incidences');
    expect(await inR(script)).toContain('all numbers agree');
  });

  it.skipIf(!withR)('of released numbers is a script of its own, whose numbers R finds too', async () => {
    const { signal } = new AbortController();
    const { endpoint } = endpointPresets.relapse;
    const question = { cohort: everyone, endpoint, groupBy: null };
    const table = await endpointEvents.ask(engine, question, { signal });
    const released = releasedEndpoint(table, { interval: 'log', level: 0.95 }, defaultPolicy);
    const script = endpointScript(released.table, released.survival, {
      title: 't',
      rule: 'r',
      note: 'may leave',
    });
    expect(script).toContain('# may leave');
    expect(await inR(script)).toContain('all numbers agree');
  });

  it.skipIf(!withR)('of cohorts that share patients has their curves, and no test', async () => {
    const { signal } = new AbortController();
    const { endpoint } = endpointPresets.relapse;
    const women: CohortDefinition = {
      ...everyone,
      rules: [{ condition: { kind: 'category', fact: 'sex', values: ['F'] }, unknown: 'exclude' }],
    };
    const cohorts = [
      { name: 'Women "A"', cohort: women },
      { name: 'Everybody', cohort: everyone },
    ];
    const table = await endpointCohorts.ask(engine, { endpoint, cohorts }, { signal });
    const followed = await followedPatients.ask(engine, { endpoint, cohorts }, { signal });
    const released = releasedEndpoint(table, { interval: 'log', level: 0.95 }, defaultPolicy, followed);
    expect(released.survival.curves.map(({ level }) => level)).toEqual(['Women "A"', 'Everybody']);
    const script = endpointScript(released.table, released.survival, { title: 't', rule: 'r' });
    expect(script).not.toMatch(/survdiff|test\$Tests/);
    expect(await inR(script)).toContain('all numbers agree');
  });

  it.skipIf(!withR)('fails in R when one number is another one', async () => {
    const script = await scriptOf('euro-ski-mrfs', null);
    const wrong = script.replace(/(free = c\(0\.\d{3})\d{3}/, '$1999');
    expect(wrong).not.toBe(script);
    await expect(inR(wrong)).rejects.toThrow(/all\.equal/);
  });
});
