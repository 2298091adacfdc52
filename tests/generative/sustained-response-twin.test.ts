import { type ResponseClass, responseClasses, responseRank } from '@core/domain/response-class';
import { type SustainedDefinition, sustainedResponse } from '@core/domain/sustained-response';
import type { Engine } from '@data/engine/engine';
import { startNativeEngine } from '@data/engine/native-engine';
import { sustainedResponseSql } from '@data/queries/derived/sustained-response';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let engine: Engine;
beforeAll(async () => {
  engine = await startNativeEngine();
});
afterAll(() => engine.close());

/** Classes that are mostly deep, so that there are runs and excursions. */
const responseClass = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<ResponseClass[]>('MR4', 'MR4.5', 'MR5') },
  { weight: 2, arbitrary: fc.constantFrom<ResponseClass[]>('MMR', '0.1-1') },
  { weight: 1, arbitrary: fc.constantFrom(...responseClasses) },
);
const samples = fc.array(
  fc.record({ day: fc.integer({ min: -10, max: 60 }).map((k) => k * 20), responseClass }),
  {
    maxLength: 40,
  },
);

const definition: fc.Arbitrary<SustainedDefinition> = fc.record({
  depth: fc.constantFrom<ResponseClass[]>('MMR', 'MR4', 'MR4.5'),
  months: fc.constantFrom(0, 6, 12, 24),
  minimumTests: fc.integer({ min: 1, max: 6 }),
  toleratedExcursions: fc.integer({ min: 0, max: 3 }),
  excursionAtMost: fc.constantFrom<ResponseClass[]>('>10', '0.1-1', 'MMR', 'MR4'),
});

describe('the sustained response of SQL and of the reader in memory', () => {
  it('is the same for every definition and every course', async () => {
    const seen = { never: 0, now: 0, before: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(samples, { minLength: 30, maxLength: 60 }),
        definition,
        async (courses, asked) => {
          const rows = courses.flatMap((course, key) =>
            course.map((one) => `(${key}, ${one.day}, ${responseRank(one.responseClass)})`),
          );
          const values = rows.length === 0 ? '' : `insert into molecular_reading values ${rows.join(', ')};`;
          await engine.run(
            `create or replace temp table molecular_reading (patient_key integer, day integer, response_rank tinyint);
           ${values}
           create or replace temp table found as ${sustainedResponseSql(asked)}`,
          );
          const { rowCount, columns } = await engine.query(
            'select patient_key, first_sustained_day, sustained_now from found order by patient_key',
          );
          const found = Array.from({ length: rowCount }, (_, row) => [
            columns.patient_key?.[row],
            columns.first_sustained_day?.[row],
            Boolean(columns.sustained_now?.[row]),
          ]);
          const expected = courses.flatMap((course, key) => {
            const one = sustainedResponse(course, asked);
            const firstDay = one?.firstSustainedDay ?? null;
            seen[firstDay === null ? 'never' : one?.sustainedNow ? 'now' : 'before'] += 1;
            return firstDay === null ? [] : [[key, firstDay, one?.sustainedNow]];
          });
          expect(found).toEqual(expected);
        },
      ),
      { seed: 20261125, numRuns: 60 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(50);
  });
});
