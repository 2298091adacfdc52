import { numberedEvents, singleEvents } from './anchor-event';
import { mostRules } from './cohort-definition';
import { type EventTableVocabulary, eventTable } from './event-vocabulary';
import { type CategoryFactId, categoryFactIds, facts, numberFactIds } from './fact-vocabulary';
import { type LinkedTable, linkedTables } from './patient-record';
import { cohortFormat, cohortLimits, cohortVersion } from './read-cohort';

/** A part of a JSON Schema, or a whole one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * What `readCohort` reads, as a JSON Schema (draft 2020-12, which the file names), made from the same vocabularies.
 *
 * A schema cannot say all of it. Left to `readCohort`: a range that no number lies in, a window that ends before it
 * begins, a `count` above the number of conditions, more than 200 conditions, conditions more than 8 deep.
 *
 * @see tests/generative/cohort-schema.test.ts holds both equal but for these
 */
export function cohortSchema(): JsonSchema {
  return {
    $id: `urn:cml-registry-dashboard:${cohortFormat}:${cohortVersion}`,
    title: 'Cohort of a chronic myeloid leukaemia registry',
    description:
      'Patients who have the index event and for whom every rule holds. Days count from diagnosis; what is null or left out says the same. Not said by this schema: a range or window must not be empty, a count must not exceed the number of conditions, at most 200 conditions, at most 8 deep.',
    ...object({ rules: list('rule', mostRules) }, ['format', 'version', 'rules'], {
      $schema: { description: 'Where this schema is found; not read.' },
      format: { const: cohortFormat },
      version: { const: cohortVersion, description: 'Version of the language.' },
      name: {
        ...orNull(text(cohortLimits.nameLength)),
        description: 'Name of the cohort. Never the name of a person.',
      },
      index: orNull({ $ref: '#/$defs/anchor' }, 'The index event; diagnosis when left out.'),
    }),
    $defs: {
      rule: ruleSchema,
      condition: {
        description: 'A claim on a patient: met, not met or unknown.',
        oneOf: ['category', 'range', 'events', 'quality', 'combination'].map(refTo),
      },
      category: categorySchema(),
      range: rangeConditionSchema(),
      events: {
        description: 'A claim on the rows of one linked table, with its quantifier and window.',
        oneOf: linkedTables.map((table) => refTo(`events_${table}`)),
      },
      ...Object.fromEntries(linkedTables.map((table) => [`events_${table}`, eventsSchema(table)])),
      quality: qualitySchema,
      combination: combinationSchema,
      window: windowSchema,
      quantifier: quantifierSchema,
      anchor: anchorSchema,
      bound: {
        type: ['number', 'null'],
        minimum: -cohortLimits.largest,
        maximum: cohortLimits.largest,
      },
      openCode: text(cohortLimits.codeLength),
    },
  };
}

const refTo = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });
const list = (name: string, most: number): JsonSchema => ({
  type: 'array',
  maxItems: most,
  items: refTo(name),
});

/** A text without control characters. */
function text(longest: number): JsonSchema {
  return { type: 'string', minLength: 1, maxLength: longest, pattern: '^\\P{C}*$' };
}

/** The same, or `null`, which is read as left out. */
function orNull(schema: JsonSchema, description?: string): JsonSchema {
  return {
    ...(description === undefined ? {} : { description }),
    anyOf: [schema, { type: 'null' }],
  };
}

/** An object without members of other names. */
function object(
  properties: JsonSchema,
  required: readonly string[],
  first: JsonSchema = {},
): { readonly type: 'object' } & JsonSchema {
  return { type: 'object', required, additionalProperties: false, properties: { ...first, ...properties } };
}

const ruleSchema: JsonSchema = {
  description: 'One step of the attrition.',
  ...object(
    {
      condition: refTo('condition'),
      unknown: {
        enum: ['exclude', 'include'],
        description: 'What happens to a patient for whom the condition is unknown.',
      },
    },
    ['condition', 'unknown'],
  ),
};

const rangeMembers: JsonSchema = {
  min: { ...refTo('bound'), description: 'Lower end, included unless minOpen; null is no end.' },
  max: { ...refTo('bound'), description: 'Upper end, included unless maxOpen; null is no end.' },
  minOpen: { type: ['boolean', 'null'], description: 'The lower end itself is not in the range.' },
  maxOpen: { type: ['boolean', 'null'], description: 'The upper end itself is not in the range.' },
};

const codes = (levels: readonly string[] | null): JsonSchema => ({
  type: 'array',
  maxItems: cohortLimits.codes,
  items: levels === null ? refTo('openCode') : { enum: levels },
});

const qualitySchema: JsonSchema = {
  description:
    'No row of the patient breaks one of these rules of the contract of the extract; unknown when one of them cannot be checked.',
  ...object({ kind: { const: 'quality' }, rules: { ...codes(null), minItems: 1 } }, ['kind', 'rules']),
};

function categorySchema(): JsonSchema {
  const alike = new Map<string, CategoryFactId[]>();
  for (const fact of categoryFactIds) {
    const levels = JSON.stringify(facts[fact].levels);
    alike.set(levels, [...(alike.get(levels) ?? []), fact]);
  }
  return {
    description: 'The patient’s category is one of the values. A category that is not known is unknown.',
    ...object({ kind: { const: 'category' }, fact: { enum: categoryFactIds }, values: { type: 'array' } }, [
      'kind',
      'fact',
      'values',
    ]),
    oneOf: [...alike.values()].map((ids) => ({
      properties: { fact: { enum: ids }, values: codes(facts[ids[0] ?? 'sex'].levels) },
    })),
  };
}

function rangeConditionSchema(): JsonSchema {
  const units = numberFactIds.map((fact) => `${fact} (${facts[fact].unit})`).join(', ');
  return {
    description: `The patient’s number lies in the range. Units: ${units}.`,
    ...object({ kind: { const: 'range' }, fact: { enum: numberFactIds }, ...rangeMembers }, ['kind', 'fact']),
  };
}

function eventsSchema(table: LinkedTable): JsonSchema {
  const vocabulary = eventTable(table);
  const predicates: JsonSchema = {
    type: ['array', 'null'],
    maxItems: cohortLimits.predicates,
    items: { oneOf: predicateSchemas(vocabulary) },
  };
  return {
    description: `Rows of ${table}. Without any in the window: ${vocabulary.ifNone}, unless ifNone says otherwise.`,
    ...object(
      {
        kind: { const: 'events' },
        table: { const: table },
        day: {
          enum: [...vocabulary.days, null],
          description: `Column that places a row in time; ${vocabulary.days[0]} when left out.`,
        },
        among: { ...predicates, description: 'Rows that count at all: those of which this is surely true.' },
        where: { ...predicates, description: 'What is claimed of a row.' },
        window: orNull(refTo('window'), 'Any time when left out.'),
        quantifier: refTo('quantifier'),
        ifNone: { enum: ['no', 'unknown', null], description: 'What no row in the window means.' },
      },
      ['kind', 'table', 'quantifier'],
    ),
  };
}

function predicateSchemas({ columns }: EventTableVocabulary): readonly JsonSchema[] {
  const names = Object.keys(columns);
  const numbers = names.filter((name) => columns[name]?.kind === 'number');
  const ranges = object({ kind: { const: 'range' }, column: { enum: numbers }, ...rangeMembers }, [
    'kind',
    'column',
  ]);
  const categories = names.flatMap((name) => {
    const column = columns[name];
    if (column?.kind !== 'category') return [];
    return object({ kind: { const: 'category' }, column: { const: name }, values: codes(column.levels) }, [
      'kind',
      'column',
      'values',
    ]);
  });
  return numbers.length === 0 ? categories : [ranges, ...categories];
}

const conditions: JsonSchema = { minItems: 1, ...list('condition', cohortLimits.conditions) };

const combinationSchema: JsonSchema = {
  description: 'Three-valued logic: unknown as long as the unknown ones could still decide.',
  oneOf: [
    object({ kind: { enum: ['all', 'any'] }, of: conditions }, ['kind', 'of']),
    object(
      {
        kind: { const: 'at_least' },
        count: { type: 'integer', minimum: 1, maximum: cohortLimits.conditions },
        of: conditions,
      },
      ['kind', 'count', 'of'],
    ),
    object({ kind: { const: 'not' }, of: refTo('condition') }, ['kind', 'of']),
  ],
};

const offset: JsonSchema = { type: ['number', 'null'], minimum: -1_000_000, maximum: 1_000_000 };

const windowSchema: JsonSchema = {
  description:
    'Days after an event, both ends included; negative is before, null is no end. A month is 30.4375 days. Without the event the claim is unknown.',
  ...object(
    {
      of: { oneOf: [{ const: 'index', description: 'The index event of the cohort.' }, refTo('anchor')] },
      from: offset,
      to: offset,
      unit: { enum: ['days', 'months'] },
    },
    ['of', 'unit'],
  ),
};

const quantifierSchema: JsonSchema = {
  description: 'How the rows in the window answer together.',
  oneOf: [
    object({ kind: { enum: ['any', 'never', 'every', 'first', 'last'] } }, ['kind']),
    object(
      {
        kind: { const: 'at_least' },
        count: { type: 'integer', minimum: 1, maximum: 10_000 },
        spanMonths: {
          type: ['number', 'null'],
          minimum: 0,
          maximum: 1200,
          description: 'Months that pass from the first to the last of these rows.',
        },
      },
      ['kind', 'count'],
    ),
  ],
};

const anchorSchema: JsonSchema = {
  description: 'An event of the patient, by which days are counted.',
  oneOf: [
    object({ event: { enum: singleEvents } }, ['event']),
    object(
      {
        event: { enum: numberedEvents },
        number: { type: 'integer', minimum: 1, maximum: 99, description: 'As the registry numbers them.' },
      },
      ['event', 'number'],
    ),
  ],
};
