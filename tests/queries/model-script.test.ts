import { hasR } from '@commands/reference/recompute';
import { endpointModel } from '@core/analyses/endpoint-model';
import { columnsOfModel, type ModelDefinition, modelOfText } from '@core/analyses/model-definition';
import { modelScript } from '@core/analyses/model-script';
import { everyone } from '@core/cohort/cohort-definition';
import type { ReachedDepth } from '@core/endpoint/endpoint-definition';
import { type EndpointPresetId, endpointPresets } from '@core/endpoint/endpoint-presets';
import type { Engine } from '@data/engine/engine';
import { modelRows } from '@data/queries/model-rows';
import { demonstrationEngine } from '@tests/support/demonstration-engine';
import { inR } from '@tests/support/r-script';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const withR = await hasR('survival', 'cmprsk');
let engine: Engine;
beforeAll(async () => {
  engine = await demonstrationEngine();
});
afterAll(() => engine.close());

interface Asked {
  readonly preset: EndpointPresetId;
  readonly covariates: string;
  readonly method?: 'cox' | 'fine-gray';
  readonly reached?: ReachedDepth;
  readonly landmarkMonths?: number;
  readonly stratum?: ModelDefinition['stratum'];
}

async function scriptOf({
  preset,
  covariates,
  method = 'cox',
  reached,
  landmarkMonths,
  stratum = null,
}: Asked) {
  const parts = modelOfText(covariates);
  if (parts === null) throw new Error(`not the text of a model: ${covariates}`);
  const endpoint = { ...endpointPresets[preset].endpoint, landmarkMonths: landmarkMonths ?? null };
  const table = await modelRows.ask(
    engine,
    {
      cohort: everyone,
      endpoint,
      covariates: columnsOfModel({ ...parts, stratum }),
      reached: reached ?? null,
    },
    { signal: new AbortController().signal },
  );
  const definition = { ...parts, method, mergesSmallLevels: true, stratum, reached: reached ?? null };
  const model = endpointModel(table, definition);
  return modelScript(table, model, { age: 47, sex: 'M' }, { title: preset, rule: 'one\nrule' }) ?? '';
}

describe('the R script of a model', () => {
  it('says that it stays inside, and names no patient', async () => {
    const script = await scriptOf({ preset: 'euro-ski-mrfs', covariates: 'sex' });
    expect(script).toContain('# one rule\n# Values of single patients, in no order of theirs');
    expect(script).not.toMatch(/undefined|NaN|null|patient_id|patient_key/);
  });

  const asked: readonly Asked[] = [
    {
      preset: 'euro-ski-mrfs',
      covariates: 'age:spline,sex:M,elts,tki_years_before_stop,sex*tki_years_before_stop',
    },
    { preset: 'overall-survival', covariates: 'age,sex,first_tki,age*sex' },
    { preset: 'overall-survival', covariates: 'age,sex', stratum: 'elts' },
    { preset: 'progression-free-survival', covariates: 'age,sex,phase', reached: 'MMR' },
    { preset: 'overall-survival', covariates: 'age,eln2020_12m', landmarkMonths: 15 },
    { preset: 'relapse', covariates: 'age:spline,sex,transcript,age*sex', method: 'fine-gray' },
  ];
  it.skipIf(!withR).each(asked)(
    'finds the numbers of the model in R: $preset by $covariates',
    async (one) => {
      expect(await inR(await scriptOf(one))).toContain('all numbers agree');
    },
  );

  it.skipIf(!withR)('fails in R when one number is another one', async () => {
    const script = await scriptOf({ preset: 'euro-ski-mrfs', covariates: 'age,sex' });
    const wrong = script.replace(/(same\(coef\(fit\), c\(-?0\.0*[1-9])\d{3}/, '$1999');
    expect(wrong).not.toBe(script);
    await expect(inR(wrong)).rejects.toThrow(/all\.equal/);
  });
});
