import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openNativeExtract } from '@commands/native-extract/open-native-extract';
import { hasR } from '@commands/reference/recompute';
import { endpointModel } from '@core/analyses/endpoint-model';
import { modelOfText } from '@core/analyses/model-definition';
import { modelScript } from '@core/analyses/model-script';
import { everyone } from '@core/cohort/cohort-definition';
import type { ReachedDepth } from '@core/endpoint/endpoint-definition';
import { type EndpointPresetId, endpointPresets } from '@core/endpoint/endpoint-presets';
import { extractContract } from '@data/contracts/extract-contract';
import type { Engine } from '@data/engine/engine';
import { deriveTables } from '@data/queries/derived/derive-tables';
import { modelRows } from '@data/queries/model-rows';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const withR = await hasR('survival', 'cmprsk');
const run = promisify(execFile);
let engine: Engine;
let folder: string;
beforeAll(async () => {
  ({ engine } = await openNativeExtract('public/extract', extractContract, { memoryLimit: '2GB' }));
  await deriveTables(engine);
  folder = await mkdtemp(join(tmpdir(), 'model-script-'));
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

interface Asked {
  readonly preset: EndpointPresetId;
  readonly covariates: string;
  readonly method?: 'cox' | 'fine-gray';
  readonly reached?: ReachedDepth;
  readonly landmarkMonths?: number;
}

async function scriptOf({ preset, covariates, method = 'cox', reached, landmarkMonths }: Asked) {
  const parts = modelOfText(covariates);
  if (parts === null) throw new Error(`not the text of a model: ${covariates}`);
  const endpoint = { ...endpointPresets[preset].endpoint, landmarkMonths: landmarkMonths ?? null };
  const table = await modelRows.ask(
    engine,
    {
      cohort: everyone,
      endpoint,
      covariates: parts.covariates.map(({ id }) => id),
      reached: reached ?? null,
    },
    { signal: new AbortController().signal },
  );
  const definition = { ...parts, method, mergesSmallLevels: true, reached: reached ?? null };
  const model = endpointModel(table, definition);
  return modelScript(table, model, { age: 47, sex: 'M' }, { title: preset, rule: 'one\nrule' }) ?? '';
}

async function inR(name: string, script: string): Promise<string> {
  const path = join(folder, `${name}.R`);
  await writeFile(path, script);
  const { stderr } = await run('Rscript', ['--vanilla', path], { cwd: folder });
  return stderr;
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
    { preset: 'progression-free-survival', covariates: 'age,sex,phase', reached: 'MMR' },
    { preset: 'overall-survival', covariates: 'age,eln2020_12m', landmarkMonths: 15 },
    { preset: 'relapse', covariates: 'age:spline,sex,transcript,age*sex', method: 'fine-gray' },
  ];
  it.skipIf(!withR).each(asked)(
    'finds the numbers of the model in R: $preset by $covariates',
    async (one) => {
      expect(await inR(`${one.preset}-${asked.indexOf(one)}`, await scriptOf(one))).toContain(
        'all numbers agree',
      );
    },
  );

  it.skipIf(!withR)('fails in R when one number is another one', async () => {
    const script = await scriptOf({ preset: 'euro-ski-mrfs', covariates: 'age,sex' });
    const wrong = script.replace(/(same\(coef\(fit\), c\(-?0\.0*[1-9])\d{3}/, '$1999');
    expect(wrong).not.toBe(script);
    await expect(inR('wrong', wrong)).rejects.toThrow(/all\.equal/);
  });
});
