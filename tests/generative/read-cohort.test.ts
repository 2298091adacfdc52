import { eventConditions, everyone, mostRules } from '@core/cohort/cohort-definition';
import type { JsonFault } from '@core/cohort/json-field';
import { cohortFormat, cohortJson, cohortLimits, cohortVersion, readCohort } from '@core/cohort/read-cohort';
import { arbitraryCohort } from '@tests/support/arbitrary-cohort';
import { type Json, pathsOf, withValue } from '@tests/support/json-value';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const head = { format: cohortFormat, version: cohortVersion };
const faultOf = (json: unknown): JsonFault | null => readCohort(json).fault;
const sexRule = { condition: { kind: 'category', fact: 'sex', values: ['F'] }, unknown: 'exclude' };
const withRules = (rules: unknown) => ({ ...head, rules });
const withCondition = (condition: unknown) => withRules([{ condition, unknown: 'exclude' }]);

/** The path of a fault as names and places: `rules[2].condition` is rules, 2, condition. */
const steps = (path: string): readonly string[] => path.split(/[.[\]]+/).filter((step) => step !== '');

describe('any JSON', () => {
  it('is read or refused with a path, and never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (json) => {
        const { file, fault } = readCohort(json);
        expect((file === null) !== (fault === null)).toBe(true);
      }),
      { seed: 20261103, numRuns: 2000 },
    );
  });

  it('in the place of any part of a cohort is refused at that place or above it', () => {
    const somewhere = arbitraryCohort.chain((cohort) => {
      const json = JSON.parse(JSON.stringify(cohortJson({ name: null, cohort }))) as Json;
      return fc.constantFrom(...pathsOf(json)).map((path) => ({ json, path }));
    });
    fc.assert(
      fc.property(somewhere, fc.jsonValue() as fc.Arbitrary<Json>, ({ json, path }, intruder) => {
        const fault = faultOf(withValue(json, path, intruder) ?? null);
        if (fault === null) return;
        // A member may also make another wrong: the fact its values, the kind its fact, the table its columns.
        const [shorter, longer] = [steps(fault.path), path].toSorted((a, b) => a.length - b.length);
        const kin = (shorter ?? []).slice(0, -1).every((step, at) => longer?.[at] === step);
        expect(kin, `${path.join('.')} was changed, ${fault.path} refused`).toBe(true);
      }),
      { seed: 20261104, numRuns: 2000 },
    );
  });
});

describe('a cohort of another version', () => {
  it.each([0, 2, 1.5, '1', '2', null, [1]])('%j names the version, whatever else it holds', (version) => {
    const json = { format: cohortFormat, version, criteria: [], rules: 'of another shape' };
    expect(faultOf(json)?.path).toBe('version');
  });

  it('says which version is expected', () => {
    expect(faultOf({ format: cohortFormat, version: 2, rules: [] })?.expected).toEqual({
      kind: 'one-of',
      options: ['1'],
    });
  });
});

describe('a hostile cohort', () => {
  const nested = (depth: number) => {
    let condition: unknown = sexRule.condition;
    for (let level = 1; level < depth; level++) condition = { kind: 'not', of: condition };
    return withCondition(condition);
  };

  it('nests to the limit and no deeper', () => {
    expect(faultOf(nested(cohortLimits.depth))).toBeNull();
    const path = `rules[0].condition${'.of'.repeat(cohortLimits.depth)}`;
    expect(faultOf(nested(cohortLimits.depth + 1))).toEqual({ path, expected: { kind: 'depth', most: 8 } });
    expect(faultOf(nested(200_000))?.path).toBe(path);
  });

  it('has no more conditions than the limit, wherever they stand', () => {
    const of = (count: number) => ({ kind: 'any', of: Array(count).fill(sexRule.condition) });
    const rules = (count: number) =>
      withRules([
        { ...sexRule, condition: of(99) },
        { ...sexRule, condition: of(count) },
      ]);
    expect(faultOf(rules(99))).toBeNull();
    expect(faultOf(rules(100))).toEqual({
      path: 'rules[1].condition.of[99]',
      expected: { kind: 'at-most', most: cohortLimits.conditions },
    });
  });

  it.each<[string, unknown, string]>([
    ['rules', withRules(Array(mostRules + 1).fill(sexRule)), 'rules'],
    ['a million rules', withRules(Array(1_000_000).fill(sexRule)), 'rules'],
    [
      'codes',
      withCondition({ ...sexRule.condition, values: Array(1_000_000).fill('F') }),
      'rules[0].condition.values',
    ],
    ['conditions', withCondition({ kind: 'all', of: Array(1_000_000).fill(null) }), 'rules[0].condition.of'],
    [
      'letters of a code',
      withCondition({ kind: 'category', fact: 'centre', values: ['x'.repeat(10_000_000)] }),
      'rules[0].condition.values[0]',
    ],
    ['letters of a name', { ...head, name: 'x'.repeat(121), rules: [] }, 'name'],
  ])('has no endless %s', (_, json, path) => {
    expect(faultOf(json)?.path).toBe(path);
  });

  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    'gains nothing by %s',
    (name) => {
      const member = JSON.parse(
        `{"${name}": {"kind": "category", "fact": "sex", "values": ["F"]}}`,
      ) as object;
      const added = (object: object) =>
        JSON.parse(`${JSON.stringify(object).slice(0, -1)},${JSON.stringify(member).slice(1)}`) as object;
      expect(faultOf(added(withRules([])))?.expected.kind).toBe('only');
      expect(faultOf(withCondition(member))?.path).toBe('rules[0].condition.kind');
      expect(faultOf(withRules([member]))?.path).toBe('rules[0]');
      expect(faultOf(withCondition({ kind: name, fact: 'sex', values: ['F'] }))?.path).toBe(
        'rules[0].condition.kind',
      );
      expect(faultOf(withCondition({ kind: 'category', fact: name, values: ['F'] }))?.path).toBe(
        'rules[0].condition.fact',
      );
      const events = { kind: 'events', table: 'molecular', quantifier: { kind: 'any' } };
      expect(faultOf(withCondition({ ...events, table: name }))?.path).toBe('rules[0].condition.table');
      expect(faultOf(withCondition({ ...events, where: [{ kind: 'range', column: name }] }))?.path).toBe(
        'rules[0].condition.where[0].column',
      );
      expect(({} as { fact?: unknown }).fact).toBeUndefined();
    },
  );

  it('hides no control character in a name', () => {
    for (const name of ['a\u0000b', 'a\u202eb', 'a\u200bb', '\ud800', '']) {
      expect(faultOf({ ...head, name, rules: [] })?.path).toBe('name');
    }
  });

  it('is not repeated in what is said of it', () => {
    const secret = 'Jeanne Dupont, 1957';
    for (const json of [
      { ...head, [secret]: 1, rules: [] },
      { format: secret, version: 1, rules: [] },
      withCondition({ kind: 'category', fact: 'sex', values: [secret] }),
      withCondition({ kind: 'category', fact: secret, values: [] }),
    ]) {
      expect(faultOf(json)).not.toBeNull();
      expect(JSON.stringify(faultOf(json))).not.toContain('Dupont');
    }
  });
});

describe('a cohort that was read', () => {
  it('is the one that was written, and frozen through and through', () => {
    fc.assert(
      fc.property(arbitraryCohort, (cohort) => {
        const { file } = readCohort(JSON.parse(JSON.stringify(cohortJson({ name: 'A', cohort }))));
        expect(file).toEqual({ name: 'A', cohort });
        expect(
          file?.cohort.rules.flatMap(({ condition }) => eventConditions(condition)).every(Object.isFrozen),
        ).toBe(true);
        expect(Object.isFrozen(file?.cohort.rules)).toBe(true);
      }),
      { seed: 20261105, numRuns: 500 },
    );
  });

  it('may leave out what has a default', () => {
    expect(readCohort(withRules([])).file).toEqual({ name: null, cohort: everyone });
    const condition = { kind: 'events', table: 'mutation', quantifier: { kind: 'any' } };
    expect(readCohort(withCondition(condition)).file?.cohort.rules[0]?.condition).toEqual({
      ...condition,
      day: 'day',
      among: [],
      where: [],
      window: null,
      ifNone: 'unknown',
    });
  });
});
