import { mmrReading, sampleReading } from '@core/domain/evaluable-sample';
import { controlGenes, molecularMethods, sampleValidations } from '@core/domain/extract-tables';
import { readingBounds } from '@core/domain/reading-bounds';
import { type ClassReading, responseClass, responseRank } from '@core/domain/response-class';
import type { Engine } from '@data/engine/engine';
import { startNativeEngine } from '@data/engine/native-engine';
import { ceilingPercentSql, responseRankSql, showsMmrSql } from '@data/queries/derived/response-sql';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let engine: Engine;
beforeAll(async () => {
  engine = await startNativeEngine();
});
afterAll(() => engine.close());

const percents = [0, 0.0005, 0.001, 0.0011, 0.0032, 0.0033, 0.01, 0.011, 0.1, 0.11, 1, 1.1, 10, 10.1];
const copies = [10_000, 24_000, 32_000, 77_000, 100_000, 240_000].flatMap((limit) => [limit - 1, limit]);

const sample: fc.Arbitrary<ClassReading> = fc.record({
  bcrAbl1IsPercent: fc.option(fc.constantFrom(...percents), { nil: null }),
  detected: fc.boolean(),
  controlGene: fc.constantFrom(...controlGenes),
  controlCopies: fc.option(fc.constantFrom(0, 1_500, 2_999, 3_000, ...copies), { nil: null }),
  conversionFactor: fc.option(fc.constantFrom(0.5, 0.8, 1, 1.7), { nil: null }),
  onInternationalScale: fc.boolean(),
  method: fc.constantFrom(...molecularMethods),
  validation: fc.constantFrom(...sampleValidations),
});

const cell = (value: string | number | boolean | null) =>
  typeof value === 'string' ? `'${value}'` : String(value);

async function fill(samples: readonly ClassReading[], codes: 'text' | 'code lists'): Promise<void> {
  const type = (name: string) => (codes === 'text' ? 'varchar' : name);
  await engine.run(`create or replace table molecular (
    row integer, bcr_abl1_is_pct double, detected boolean, control_gene ${type('gene')}, control_copies double,
    conversion_factor double, on_international_scale boolean, method ${type('method')},
    validation ${type('validation')})`);
  const rows = samples.map((one, row) => {
    const { bcrAbl1IsPercent, detected, controlGene, controlCopies } = one;
    const factors = [one.conversionFactor, one.onInternationalScale, one.method, one.validation];
    const values = [row, bcrAbl1IsPercent, detected, controlGene, controlCopies, ...factors];
    return `(${values.map(cell).join(', ')})`;
  });
  await engine.run(`insert into molecular values ${rows.join(', ')}`);
}

describe.each(['text', 'code lists'] as const)('a sample, its codes stored as %s', (codes) => {
  beforeAll(async () => {
    const list = (values: readonly string[]) => values.map(cell).join(', ');
    if (codes === 'text') return;
    await engine.run(`create type gene as enum (${list(controlGenes)});
      create type method as enum (${list(molecularMethods)});
      create type validation as enum (${list(sampleValidations)})`);
  });

  it('has the same class in SQL and in TypeScript, one exactly when it is evaluable, and the same upper end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sample, { minLength: 1, maxLength: 300, size: 'max' }), async (samples) => {
        await fill(samples, codes);
        const found = await engine.query(
          `select ${responseRankSql} as response_rank from molecular order by row`,
        );
        const classes = samples.map(responseClass);
        expect(Array.from(found.columns.response_rank ?? [])).toEqual(
          classes.map((one) => (one === null ? null : responseRank(one))),
        );
        expect(samples.map((one) => sampleReading(one) !== null)).toEqual(classes.map((one) => one !== null));
        const telling = await engine.query(`select row from molecular where ${showsMmrSql} order by row`);
        const tells = samples.flatMap((one, row) => (mmrReading(one) === null ? [] : [row]));
        expect(Array.from(telling.columns.row ?? [])).toEqual(tells);
        const ceilings = await engine.query(
          `select ${ceilingPercentSql} as percent from molecular order by row`,
        );
        expect(Array.from(ceilings.columns.percent ?? [])).toEqual(
          samples.map((one) => readingBounds(one)?.upper ?? null),
        );
      }),
      { seed: 11, numRuns: 30 },
    );
  });
});
