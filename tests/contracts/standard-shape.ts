/** What a value must be; a part of JSON Schema 2019-09. */
type Shape = Readonly<Record<string, unknown>>;

const text: Shape = { type: 'string' };
const number: Shape = { type: 'number' };
const stableId: Shape = { type: 'string', pattern: '^[A-Za-z0-9_-]+$' };
const listOf = (items: Shape): Shape => ({ type: 'array', items });
const mapping = (properties: Shape, required: readonly string[] = []): Shape => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

const customProperties = listOf(
  mapping({ id: stableId, property: text, value: true, description: text }, ['property', 'value']),
);

const operators = {
  mustBe: true,
  mustNotBe: true,
  mustBeGreaterThan: number,
  mustBeGreaterOrEqualTo: number,
  mustBeLessThan: number,
  mustBeLessOrEqualTo: number,
};

/** A check has one operator, not none and not two. */
const check = (own: Shape, required: readonly string[]): Shape => ({
  ...mapping(
    {
      id: stableId,
      name: text,
      description: text,
      dimension: {
        enum: [
          'accuracy',
          'completeness',
          'conformity',
          'consistency',
          'coverage',
          'timeliness',
          'uniqueness',
        ],
      },
      severity: text,
      unit: text,
      customProperties,
      ...own,
      ...operators,
    },
    required,
  ),
  oneOf: Object.keys(operators).map((operator) => ({ required: [operator] })),
});

const quality = listOf({
  if: { properties: { type: { const: 'sql' } }, required: ['type'] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: check({ type: { const: 'sql' }, query: text }, ['type', 'query']),
  else: check(
    {
      type: { const: 'library' },
      metric: { enum: ['nullValues', 'missingValues', 'invalidValues', 'duplicateValues', 'rowCount'] },
      arguments: { type: 'object' },
    },
    ['metric'],
  ),
});

const relationship = mapping(
  {
    type: { const: 'foreignKey' },
    to: { type: 'string', pattern: '^[A-Za-z_][A-Za-z0-9_]*\\.[A-Za-z_][A-Za-z0-9_]*$' },
    customProperties,
  },
  ['to'],
);

const property = mapping(
  {
    id: stableId,
    name: text,
    description: text,
    businessName: text,
    physicalName: text,
    physicalType: text,
    logicalType: {
      enum: ['string', 'date', 'timestamp', 'time', 'number', 'integer', 'object', 'array', 'boolean'],
    },
    logicalTypeOptions: mapping({
      minimum: number,
      maximum: number,
      exclusiveMinimum: number,
      exclusiveMaximum: number,
      multipleOf: { type: 'number', exclusiveMinimum: 0 },
    }),
    required: { type: 'boolean' },
    unique: { type: 'boolean' },
    primaryKey: { type: 'boolean' },
    primaryKeyPosition: { type: 'integer' },
    relationships: listOf(relationship),
    quality,
    customProperties,
  },
  ['name'],
);

const table = mapping(
  {
    id: stableId,
    name: text,
    description: text,
    businessName: text,
    physicalName: text,
    physicalType: text,
    logicalType: { const: 'object' },
    dataGranularityDescription: text,
    properties: listOf(property),
    quality,
    customProperties,
  },
  ['name'],
);

/**
 * The part of the Open Data Contract Standard 3.1.0 that a contract of this registry uses, as a JSON Schema written after
 * the standard’s own: stricter, since what the contract does not use is not allowed (servers, prices, teams, roles,
 * service levels, options of texts and dates, checks of other kinds).
 */
export const standardShape: Shape = {
  $schema: 'https://json-schema.org/draft/2019-09/schema',
  ...mapping(
    {
      apiVersion: { const: 'v3.1.0' },
      kind: { const: 'DataContract' },
      id: text,
      name: text,
      version: text,
      status: text,
      domain: text,
      description: mapping({ purpose: text, limitations: text, usage: text, customProperties }),
      schema: listOf(table),
      customProperties,
    },
    ['version', 'apiVersion', 'kind', 'id', 'status'],
  ),
};
