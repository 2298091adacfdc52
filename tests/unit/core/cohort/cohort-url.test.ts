import { everyone, withRule } from '@core/cohort/cohort-definition';
import { cohortFromUrl, cohortToUrl } from '@core/cohort/cohort-url';
import { parseSearch, stringifySearch } from '@session/url-state';
import { arbitraryCohort } from '@tests/support/arbitrary-cohort';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('a cohort in the address', () => {
  it('reads back as what was written, through the text of the address', () => {
    fc.assert(
      fc.property(arbitraryCohort, (cohort) => {
        const address = stringifySearch(cohortToUrl(cohort));
        expect(cohortFromUrl(parseSearch(address))).toEqual({ cohort, faults: [] });
      }),
      { seed: 20260115, numRuns: 500 },
    );
  });

  it('is short and readable', () => {
    const { cohort } = cohortFromUrl({ phase: 'CP', age: '18..65', transcript: 'e13a2+e14a2,?' });
    expect(stringifySearch(cohortToUrl(cohort))).toBe('?phase=CP&age=18..65&transcript=e13a2%2Be14a2,?');
  });

  it.each([
    ['phase', 'CP,XX', 'unknown-code'],
    ['age', '65..18', 'not-a-range'],
    ['age', '18-65', 'not-a-range'],
    ['age', '', 'not-a-range'],
    ['centre', '%E0%A4', 'unknown-code'],
    ['centre', 'C\u0007', 'unknown-code'],
    ['centre', 'C1,'.repeat(501), 'too-many-codes'],
  ] as const)('with a broken %s is read without it, and the fault is named', (parameter, text, reason) => {
    expect(cohortFromUrl({ [parameter]: text, sex: 'F' })).toEqual({
      cohort: cohortFromUrl({ sex: 'F' }).cohort,
      faults: [{ parameter, reason }],
    });
  });

  it('never throws, whatever the address says', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('phase', 'age', 'centre', 'elts', 'x'), fc.string()),
        (parameters) => {
          expect(cohortFromUrl(parameters).cohort.rules.length).toBeLessThanOrEqual(4);
        },
      ),
      { seed: 7, numRuns: 1000 },
    );
  });
});

describe('a cohort definition', () => {
  it('keeps one rule per variable, in one order whatever the order of editing', () => {
    const sex = { kind: 'category', variable: 'sex', values: ['F'], unknown: 'exclude' } as const;
    const age = { kind: 'range', variable: 'age', min: 18, max: null, unknown: 'exclude' } as const;
    const one = withRule(withRule(everyone, 'sex', sex), 'age', age);
    const other = withRule(withRule(everyone, 'age', age), 'sex', sex);
    expect(one).toEqual(other);
    expect(withRule(one, 'sex', null).rules).toEqual([age]);
  });

  it('refuses a rule on another variable and a range upside down', () => {
    const age = { kind: 'range', variable: 'age', min: 65, max: 18, unknown: 'exclude' } as const;
    expect(() => withRule(everyone, 'age', age)).toThrow('empty range for age: 65 to 18');
    expect(() => withRule(everyone, 'sex', { ...age, max: 70 })).toThrow('rule on age, not sex');
  });
});
