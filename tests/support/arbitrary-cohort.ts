import type { AnchorEvent } from '@core/cohort/anchor-event';
import { numberedEvents, singleEvents } from '@core/cohort/anchor-event';
import type {
  CategoryCondition,
  CohortDefinition,
  CohortRule,
  Condition,
  EventCondition,
  EventWindow,
  QualityCondition,
  Quantifier,
  RangeCondition,
  RowPredicate,
} from '@core/cohort/cohort-definition';
import { eventTable } from '@core/cohort/event-vocabulary';
import { categoryFactIds, facts, numberFactIds } from '@core/cohort/fact-vocabulary';
import { isUpright, type NumberRange } from '@core/cohort/number-range';
import { type LinkedTable, linkedTables } from '@core/cohort/patient-record';
import fc from 'fast-check';

/** Codes of open lists: those that random extracts hold, and the ones with a meaning in an address. */
const openCodes = [
  'C01',
  'C02',
  'T315I',
  'Rash',
  'fatigue',
  'L01',
  'a,b',
  '?',
  '-',
  '100%',
  'Orléans',
  "d'Arc",
];

const policy = fc.constantFrom('include' as const, 'exclude' as const);

/** Bounds that random values meet: the limits of the clinic and whole numbers. */
const bound = fc.oneof(
  fc.constantFrom(0, 0.0032, 0.01, 0.1, 1, 10, 0.8, 1.2, 2, 3, 5, 12, 24, 100, 780, 10_000, 32_000, 2010),
  fc.integer({ min: -40, max: 1500 }),
);

const range: fc.Arbitrary<NumberRange> = fc
  .record({
    bounds: fc.tuple(bound, bound),
    ends: fc.constantFrom('low', 'high', 'both', 'none'),
    minOpen: fc.boolean(),
    maxOpen: fc.boolean(),
  })
  .map(({ bounds, ends, minOpen, maxOpen }): NumberRange => {
    const min = ends === 'low' || ends === 'both' ? Math.min(...bounds) : null;
    const max = ends === 'high' || ends === 'both' ? Math.max(...bounds) : null;
    return {
      min,
      max,
      ...(min !== null && minOpen ? { minOpen: true as const } : {}),
      ...(max !== null && maxOpen ? { maxOpen: true as const } : {}),
    };
  })
  .filter(isUpright);

const codesOf = (levels: readonly string[] | null) => fc.subarray<string>([...(levels ?? openCodes)]);

const categoryCondition: fc.Arbitrary<CategoryCondition> = fc
  .constantFrom(...categoryFactIds)
  .chain((fact) =>
    codesOf(facts[fact].levels).map((values) => ({ kind: 'category' as const, fact, values })),
  );

const rangeCondition: fc.Arbitrary<RangeCondition> = fc
  .tuple(fc.constantFrom(...numberFactIds), range)
  .map(([fact, bounds]) => ({ kind: 'range' as const, fact, ...bounds }));

export const arbitraryAnchor: fc.Arbitrary<AnchorEvent> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...singleEvents).map((event) => ({ event })) },
  {
    weight: 1,
    arbitrary: fc.record({
      event: fc.constantFrom(...numberedEvents),
      number: fc.integer({ min: 1, max: 4 }),
    }),
  },
);

const arbitraryWindow: fc.Arbitrary<EventWindow> = fc
  .record({
    of: fc.oneof(fc.constant('index' as const), arbitraryAnchor),
    bounds: fc.tuple(fc.integer({ min: -30, max: 60 }), fc.integer({ min: -30, max: 60 })),
    ends: fc.constantFrom('from', 'to', 'both', 'both', 'none'),
    unit: fc.constantFrom('days' as const, 'months' as const, 'months' as const),
  })
  .map(({ of, bounds, ends, unit }) => ({
    of,
    from: ends === 'from' || ends === 'both' ? Math.min(...bounds) : null,
    to: ends === 'to' || ends === 'both' ? Math.max(...bounds) : null,
    unit,
  }));

const quantifier: fc.Arbitrary<Quantifier> = fc.oneof(
  fc.constantFrom('any', 'never', 'every', 'first', 'last').map((kind) => ({ kind }) as Quantifier),
  fc.record(
    {
      kind: fc.constant('at_least' as const),
      count: fc.integer({ min: 1, max: 4 }),
      spanMonths: fc.constantFrom(0, 1, 6, 24),
    },
    { requiredKeys: ['kind', 'count'] },
  ),
);

function predicatesOf(table: LinkedTable, maxLength: number): fc.Arbitrary<readonly RowPredicate[]> {
  const { columns } = eventTable(table);
  const predicate = fc.constantFrom(...Object.keys(columns)).chain((column): fc.Arbitrary<RowPredicate> => {
    const vocabulary = columns[column];
    if (vocabulary?.kind === 'category') {
      return codesOf(vocabulary.levels).map((values) => ({ kind: 'category', column, values }));
    }
    return range.map((bounds) => ({ kind: 'range', column, ...bounds }));
  });
  return fc.array(predicate, { maxLength });
}

/** Any condition on the rows of a linked table; samples and lines come more often than the rest. */
export const arbitraryEvents: fc.Arbitrary<EventCondition> = fc
  .constantFrom(...linkedTables, 'molecular' as const, 'molecular' as const, 'treatment_line' as const)
  .chain((table) =>
    fc.record({
      kind: fc.constant('events' as const),
      table: fc.constant(table),
      day: fc.constantFrom(...eventTable(table).days),
      among: predicatesOf(table, 1),
      where: predicatesOf(table, 2),
      window: fc.option(arbitraryWindow, { nil: null, freq: 2 }),
      quantifier,
      ifNone: fc.constantFrom('no' as const, 'unknown' as const),
    }),
  );

/** A claim on the quality of the data: rules of the contract, and one that it does not have. */
const qualityCondition: fc.Arbitrary<QualityCondition> = fc.record({
  kind: fc.constant('quality' as const),
  rules: fc.uniqueArray(fc.constantFrom('line_in_order', 'sample_before_death', 'no_such_rule'), {
    minLength: 1,
    maxLength: 3,
  }),
});

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 3, arbitrary: categoryCondition },
  { weight: 3, arbitrary: rangeCondition },
  { weight: 3, arbitrary: arbitraryEvents },
  { weight: 1, arbitrary: qualityCondition },
);

/** Any condition, combinations up to four deep included. */
export const arbitraryCondition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 4, arbitrary: leaf },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.constantFrom('all' as const, 'any' as const),
          fc.array(tie('condition'), { minLength: 1, maxLength: 3 }),
        )
        .map(([kind, of]) => ({ kind, of })),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(tie('condition'), { minLength: 1, maxLength: 4 })
        .chain((of) =>
          fc.integer({ min: 1, max: of.length }).map((count) => ({ kind: 'at_least' as const, count, of })),
        ),
    },
    { weight: 1, arbitrary: tie('condition').map((of) => ({ kind: 'not' as const, of })) },
  ),
})).condition;

export const arbitraryRule: fc.Arbitrary<CohortRule> = fc.record({
  condition: arbitraryCondition,
  unknown: policy,
});

/** Any cohort that the language can say. */
export const arbitraryCohort: fc.Arbitrary<CohortDefinition> = fc.record({
  index: fc.oneof(fc.constant({ event: 'diagnosis' as const }), arbitraryAnchor),
  rules: fc.array(arbitraryRule, { maxLength: 6 }),
});

/** Any cohort of rules on facts alone, one per fact: what the charts of the explorer can say. */
export const arbitraryFactCohort: fc.Arbitrary<CohortDefinition> = fc.record({
  index: fc.constant({ event: 'diagnosis' as const }),
  rules: fc.uniqueArray(
    fc.record({ condition: fc.oneof(categoryCondition, rangeCondition), unknown: policy }),
    {
      maxLength: 8,
      selector: ({ condition }) => condition.fact,
    },
  ),
});
