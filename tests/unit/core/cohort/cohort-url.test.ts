import { base64UrlEncoded } from '@core/cohort/base64-url';
import { type CohortDefinition, type Condition, everyone, withRule } from '@core/cohort/cohort-definition';
import { cohortFromUrl, cohortToUrl, longestLink } from '@core/cohort/cohort-url';
import { cohortJson, readCohort } from '@core/cohort/read-cohort';
import { parseSearch, stringifySearch } from '@session/url-state';
import { arbitraryCohort, arbitraryFactCohort } from '@tests/support/arbitrary-cohort';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const roundTrip = (cohort: CohortDefinition) => {
  const parameters = cohortToUrl(cohort);
  return parameters === null ? null : cohortFromUrl(parseSearch(stringifySearch(parameters)));
};

const chosen = (fact: 'phase' | 'elts', values: readonly string[], unknown: 'include' | 'exclude') =>
  withRule(everyone, fact, { condition: { kind: 'category', fact, values }, unknown });

describe('a cohort in the address', () => {
  it('comes back as it went, through the whole address', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryCohort, arbitraryFactCohort), (cohort) => {
        const back = roundTrip(cohort);
        if (back === null) return JSON.stringify(cohort).length > longestLink / 2;
        expect(back.faults).toEqual([]);
        expect(back.cohort).toEqual(cohort);
        return true;
      }),
      { seed: 20260115, numRuns: 1000 },
    );
  });

  it('is readable, in the order of its rules', () => {
    let cohort = chosen('elts', ['low', 'intermediate'], 'include');
    cohort = withRule(cohort, 'age', {
      condition: { kind: 'range', fact: 'age', min: 18, max: null },
      unknown: 'exclude',
    });
    expect(stringifySearch(cohortToUrl(cohort) ?? {})).toBe('?elts=low,intermediate,?&age=18..');
  });

  it('says which events it counts by', () => {
    const cohort: CohortDefinition = { index: { event: 'line_start', number: 2 }, rules: [] };
    expect(stringifySearch(cohortToUrl(cohort) ?? {})).toBe('?index=line_start:2');
    expect(cohortFromUrl({ index: 'line_start:2' }).cohort.index).toEqual(cohort.index);
  });

  it.each([
    ['phase', 'CP,XX', 'unknown-code'],
    ['phase', '', 'unknown-code'],
    ['age', '18-65', 'not-a-range'],
    ['age', '65..18', 'not-a-range'],
    ['age', '18..65,20..30', 'not-a-range'],
    ['age', '1e3..', 'not-a-range'],
    ['age', '12345678901..', 'not-a-range'],
    ['centre', '%00', 'unknown-code'],
    ['centre', '%E0%A4%A', 'unknown-code'],
    ['centre', 'x'.repeat(65), 'unknown-code'],
    ['centre', Array.from({ length: 501 }, (_, i) => `C${i}`).join(','), 'too-many-codes'],
    ['index', 'line_start', 'not-an-event'],
    ['index', 'line_start:0', 'not-an-event'],
    ['index', 'diagnosis:1', 'not-an-event'],
    ['index', '__proto__', 'not-an-event'],
    ['cohort', 'bm90IGpzb24', 'not-a-definition'],
    ['cohort', '***', 'not-a-definition'],
    ['cohort', 'A', 'not-a-definition'],
  ])('%s=%.20s is left out and reported', (parameter, text, reason) => {
    const { cohort, faults } = cohortFromUrl({ [parameter]: text });
    expect(cohort).toEqual(everyone);
    expect(faults).toEqual([{ parameter, reason }]);
  });

  it('names the place in a definition that is not of the language', () => {
    const json = {
      format: 'cml-cohort',
      version: 1,
      rules: [{ condition: { kind: 'odd' }, unknown: 'exclude' }],
    };
    const { cohort, faults } = cohortFromUrl({ cohort: base64UrlEncoded(JSON.stringify(json)) });
    expect(cohort).toEqual(everyone);
    expect(faults).toMatchObject([
      { parameter: 'cohort', reason: 'not-a-definition', fault: { path: 'rules[0].condition.kind' } },
    ]);
  });

  it('obeys the rest when one part is broken', () => {
    const { cohort, faults } = cohortFromUrl({ phase: 'CP', age: 'old' });
    expect(cohort).toEqual(chosen('phase', ['CP'], 'exclude'));
    expect(faults).toHaveLength(1);
  });

  it('never takes half of two sayings: a whole definition beside rules is told', () => {
    const definition = cohortToUrl({ index: { event: 'first_tki' }, rules: [] });
    expect(definition).toEqual({ index: 'first_tki' });
    const { cohort: encoded } = cohortToUrl({
      index: { event: 'diagnosis' },
      rules: [
        {
          condition: { kind: 'not', of: { kind: 'category', fact: 'sex', values: ['F'] } },
          unknown: 'exclude',
        },
      ],
    }) as { cohort: string };
    const { cohort, faults } = cohortFromUrl({ cohort: encoded, sex: 'F' });
    expect(cohort.rules).toHaveLength(1);
    expect(faults).toEqual([{ parameter: 'sex', reason: 'said-twice' }]);
  });

  it('stands any text: nothing throws, and what is not of the language changes nothing', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('age', 'sex', 'centre', 'index', 'cohort', '__proto__'), fc.string()),
        (parameters) => {
          const { cohort } = cohortFromUrl(parameters);
          expect(readCohort(cohortJson({ name: null, cohort })).fault).toBeNull();
        },
      ),
      { seed: 20260117, numRuns: 2000 },
    );
  });

  it('never holds what could name a person, wherever it stands in a definition', () => {
    const digits = (least: number, most: number) =>
      fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: least, maxLength: most });
    const personal = fc.oneof(
      digits(7, 7).map((number) => `P${number}`),
      digits(13, 15),
      digits(2, 2).map((number) => `1950-03-${number}`),
      digits(2, 2).map((number) => `${number}/03/1950`),
      fc.string({ minLength: 1, maxLength: 20 }).map((name) => `${name}@hospital.example`),
    );
    const onCentre = (value: string) => ({
      kind: 'category' as const,
      fact: 'centre' as const,
      values: [value],
    });
    const onVariant = (value: string) => ({
      kind: 'events' as const,
      table: 'mutation' as const,
      day: 'day',
      among: [],
      where: [{ kind: 'category' as const, column: 'variant', values: [value] }],
      window: null,
      quantifier: { kind: 'any' as const },
      ifNone: 'unknown' as const,
    });
    const condition = fc
      .tuple(personal, fc.constantFrom('centre', 'variant', 'both'))
      .map(([value, place]): Condition => {
        if (place === 'centre') return onCentre(value);
        if (place === 'variant') return onVariant(value);
        return { kind: 'any', of: [onCentre('C01'), { kind: 'not', of: onVariant(value) }] };
      });
    fc.assert(
      fc.property(condition, arbitraryCohort, (found, cohort) => {
        const rules = [...cohort.rules.slice(0, 3), { condition: found, unknown: 'exclude' as const }];
        expect(cohortToUrl({ ...cohort, rules })).toBeNull();
      }),
      { seed: 20260118, numRuns: 500 },
    );
    fc.assert(
      fc.property(personal, (value) => {
        const { cohort, faults } = cohortFromUrl({ centre: encodeURIComponent(value) });
        expect(cohort.rules).toEqual([]);
        expect(JSON.stringify(faults)).not.toContain(value);
      }),
      { seed: 20260119, numRuns: 500 },
    );
  });

  it('is not made when it would be too long for a link', () => {
    const condition = {
      kind: 'category' as const,
      fact: 'centre' as const,
      values: Array.from({ length: 400 }, (_, i) => `centre with a long code ${i}`),
    };
    expect(
      cohortToUrl({ index: { event: 'diagnosis' }, rules: [{ condition, unknown: 'exclude' }] }),
    ).toBeNull();
  });
});
