import { readFileSync } from 'node:fs';
import { main, schemaPath } from '@commands/schema/main';
import type { JsonFault } from '@core/cohort/json-field';
import { cohortJson, readCohort } from '@core/cohort/read-cohort';
import { arbitraryCohort } from '@tests/support/arbitrary-cohort';
import { type Json, pathsOf, valueAt, withValue } from '@tests/support/json-value';
import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false, strictTypes: false });
const isValid = ajv.compile(JSON.parse(readFileSync(schemaPath, 'utf8')));

const arbitraryFile: fc.Arbitrary<Json> = fc
  .record({
    name: fc.option(fc.string({ minLength: 1, maxLength: 120, unit: 'grapheme' })),
    cohort: arbitraryCohort,
  })
  .map((file) => JSON.parse(JSON.stringify(cohortJson(file))) as Json);

/** What a schema cannot say: `cohortSchema` names these. */
function isBeyondSchema({ path, expected }: JsonFault, json: Json): boolean {
  if (expected.kind === 'range' || expected.kind === 'depth') return true;
  if (expected.kind === 'at-most') return !/\.(values|among|where|of)$/.test(path) && path !== 'rules';
  if (expected.kind !== 'integer' || !path.endsWith('.count')) return false;
  const place = path.replaceAll('[', '.').replaceAll(']', '').split('.').slice(0, -1);
  const condition = valueAt(json, place) as { readonly of?: Json; readonly count?: Json };
  return Array.isArray(condition.of) && Number.isInteger(condition.count) && Number(condition.count) >= 1;
}

function expectSameVerdict(json: Json): 'accepted' | 'refused' | 'beyond' {
  const { fault } = readCohort(json);
  const valid = isValid(json);
  if (fault === null) {
    expect(valid, `${JSON.stringify(json)}\n${ajv.errorsText(isValid.errors)}`).toBe(true);
    return 'accepted';
  }
  if (isBeyondSchema(fault, json)) return 'beyond';
  expect(valid, `${fault.path} ${JSON.stringify(fault.expected)} in ${JSON.stringify(json)}`).toBe(false);
  return 'refused';
}

/** Values that are right in one place and wrong in another. */
const intruder: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json[]>(
    ...[
      null,
      true,
      false,
      0,
      1,
      -1,
      2,
      1.5,
      99,
      100,
      1e9,
      1e10,
      1_000_001,
      '',
      'true',
      '1',
      'index',
      'CP',
      'no',
    ],
    ...[
      'sex',
      'age',
      'day',
      'molecular',
      'category',
      'range',
      'events',
      'at_least',
      'all',
      'diagnosis',
      'stop',
    ],
    ...['\u0007', '\u200b', 'é', 'x'.repeat(64), 'x'.repeat(65), '🩸'.repeat(64), '🩸'.repeat(65)],
    [],
    {},
    [null],
    ['CP'],
    { event: 'stop', number: 1 },
    { event: 'stop' },
    { kind: 'any' },
  ),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
);

const arbitraryFault = arbitraryFile.chain((json) =>
  fc.constantFrom(...pathsOf(json)).chain((path) => {
    const here = valueAt(json, path);
    const changes: fc.Arbitrary<Json | undefined>[] = [intruder, fc.constant(undefined)];
    if (typeof here === 'object' && here !== null && !Array.isArray(here)) {
      const names = fc.constantFrom(
        'count',
        'number',
        'min',
        'minOpen',
        'spanMonths',
        'of',
        'note',
        '__proto__',
        'constructor',
      );
      changes.push(fc.tuple(names, intruder).map(([name, value]) => parsedWith(here, name, value)));
    }
    if (typeof here === 'number') changes.push(fc.integer({ min: -2, max: 200 }));
    return fc.oneof(...changes).map((value) => withValue(json, path, value) ?? null);
  }),
);

/** As `JSON.parse` makes it: `__proto__` is a member like any other. */
const parsedWith = (object: Json, name: string, value: Json): Json =>
  JSON.parse(
    `{${[...Object.entries(object as object), [name, value]].map(([key, part]) => `${JSON.stringify(key)}:${JSON.stringify(part)}`).join(',')}}`,
  ) as Json;

describe('the published schema', () => {
  it('is the one that the vocabularies make', async () => {
    expect(await main(['--check'])).toBe(0);
  });

  it('accepts every cohort that the language can say', () => {
    fc.assert(
      fc.property(arbitraryFile, (json) => {
        if (readCohort(json).fault === null) expect(isValid(json), ajv.errorsText(isValid.errors)).toBe(true);
        else expect(readCohort(json).fault?.path).toBe('name');
      }),
      { seed: 20261101, numRuns: 500 },
    );
  });

  it('refuses what readCohort refuses, and accepts what it accepts', () => {
    const reached = { accepted: 0, refused: 0, beyond: 0 };
    fc.assert(
      fc.property(arbitraryFault, (json) => {
        reached[expectSameVerdict(json)] += 1;
      }),
      { seed: 20261102, numRuns: 6000 },
    );
    // A property that never accepts, or never refuses, would prove nothing.
    expect(Math.min(...Object.values(reached))).toBeGreaterThan(20);
  });
});
