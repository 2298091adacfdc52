import { type CohortDefinition, everyone, withRule } from '@core/cohort/cohort-definition';
import { categoricalVariables, numericVariables, type PatientFacts } from '@core/cohort/patient-facts';
import { eltsGroups } from '@core/domain/elts';
import { drugs, phases, sexes, transcripts } from '@core/domain/extract-tables';
import fc from 'fast-check';

const codes = {
  phase: phases,
  sex: sexes,
  transcript: transcripts,
  elts: eltsGroups,
  first_line_drug: drugs,
  // Codes of an open list may be anything: the ones with a meaning in the address too.
  centre: ['C01', 'C02', 'C24', 'CHU Bordeaux', 'a,b', '?', '-', '100%', 'Bx.01', 'Orléans'],
} as const;

const unknown = fc.constantFrom('include' as const, 'exclude' as const);

const categoryRule = fc.constantFrom(...categoricalVariables).chain((variable) =>
  fc.record({
    kind: fc.constant('category' as const),
    variable: fc.constant(variable),
    values: fc.subarray<string>([...codes[variable]]),
    unknown,
  }),
);

const rangeRule = fc
  .record({
    variable: fc.constantFrom(...numericVariables),
    bounds: fc.tuple(fc.integer({ min: 0, max: 110 }), fc.integer({ min: 0, max: 110 })),
    open: fc.constantFrom('low', 'high', 'both', 'none'),
    unknown,
  })
  .map(({ variable, bounds, open, unknown: policy }) => {
    const offset = variable === 'diagnosis_year' ? 1950 : 0;
    return {
      kind: 'range' as const,
      variable,
      min: open === 'low' || open === 'both' ? null : Math.min(...bounds) + offset,
      max: open === 'high' || open === 'both' ? null : Math.max(...bounds) + offset,
      unknown: policy,
    };
  });

/** Any cohort that the language can say, rules without values and ranges without bounds included. */
export const arbitraryCohort: fc.Arbitrary<CohortDefinition> = fc
  .array(fc.oneof(categoryRule, rangeRule), { maxLength: 8 })
  .map((rules) => rules.reduce((cohort, rule) => withRule(cohort, rule.variable, rule), everyone));

const maybe = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: null, freq: 3 });

/** Any patient, each fact unknown now and then. */
export const arbitraryPatient: fc.Arbitrary<PatientFacts> = fc.record({
  phase: maybe(phases),
  sex: maybe(sexes),
  age: fc.option(fc.integer({ min: 0, max: 110 }), { nil: null, freq: 4 }),
  transcript: maybe(transcripts),
  elts: maybe(eltsGroups),
  centre: maybe(codes.centre),
  diagnosis_year: fc.option(fc.integer({ min: 1990, max: 2030 }), { nil: null, freq: 4 }),
  first_line_drug: maybe(drugs),
});
