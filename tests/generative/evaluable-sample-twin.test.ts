import { mmrReading, sampleReading } from '@core/domain/evaluable-sample';
import { controlGenes, sampleValidations } from '@core/domain/extract-tables';
import type { Engine } from '@data/engine/engine';
import { startNativeEngine } from '@data/engine/native-engine';
import { evaluableSql, showsMmrSql } from '@data/queries/derived/evaluable-sql';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let engine: Engine;
beforeAll(async () => {
  engine = await startNativeEngine();
});
afterAll(() => engine.close());

const sample = fc.record({
  bcrAbl1IsPercent: fc.option(fc.constantFrom(0, 0.0032, 0.1, 12), { nil: null }),
  detected: fc.boolean(),
  controlGene: fc.constantFrom(...controlGenes),
  controlCopies: fc.option(fc.constantFrom(0, 1_500, 2_999, 3_000, 9_999, 10_000, 23_999, 24_000, 100_000), {
    nil: null,
  }),
  conversionFactor: fc.option(fc.constantFrom(0.5, 0.8, 1, 1.7), { nil: null }),
  onInternationalScale: fc.boolean(),
  validation: fc.constantFrom(...sampleValidations),
});

describe('an evaluable sample', () => {
  it('is the same one in SQL and in TypeScript', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sample, { minLength: 1, maxLength: 60 }), async (samples) => {
        await engine.run(`create or replace table molecular (
          bcr_abl1_is_pct double, detected boolean, control_gene varchar, control_copies integer,
          conversion_factor double, on_international_scale boolean, validation varchar, row integer)`);
        for (const [row, one] of samples.entries()) {
          await engine.run('insert into molecular values (?, ?, ?, ?, ?, ?, ?, ?)', {
            values: [
              one.bcrAbl1IsPercent,
              one.detected,
              one.controlGene,
              one.controlCopies,
              one.conversionFactor,
              one.onInternationalScale,
              one.validation,
              row,
            ],
          });
        }
        const found = await engine.query(`select row from molecular where ${evaluableSql} order by row`);
        const expected = samples.flatMap((one, row) => (sampleReading(one) === null ? [] : [row]));
        expect(Array.from(found.columns.row ?? [])).toEqual(expected);
        const telling = await engine.query(`select row from molecular where ${showsMmrSql} order by row`);
        const tells = samples.flatMap((one, row) => (mmrReading(one) === null ? [] : [row]));
        expect(Array.from(telling.columns.row ?? [])).toEqual(tells);
      }),
      { seed: 11, numRuns: 30 },
    );
  });
});
