import { main } from '@commands/contract/main';
import { readContract } from '@commands/contract/read-contract';
import { extractContract } from '@data/contracts/extract-contract';
import { expect, test } from 'vitest';
import { contractWith } from './contract-document';

test('the contract has no fault', () => {
  expect(readContract(contractWith({})).problems).toEqual([]);
});

test('the generated files equal the contract', async () => {
  expect(await main(['--check'])).toBe(0);
});

test('the four tables that every extract needs are required', () => {
  const required = extractContract.tables.filter((table) => table.required).map(({ name }) => name);
  expect(required).toEqual(['patient', 'diagnosis', 'treatment_line', 'molecular']);
});

test('a molecular sample is known by patient, day, specimen and control gene', () => {
  const molecular = extractContract.tables.find(({ name }) => name === 'molecular');
  expect(molecular?.key).toEqual(['patient_id', 'day', 'specimen', 'control_gene']);
});

const patient = ['schema', 1];
const sex = [...patient, 'properties', 2];
const centre = [...patient, 'properties', 1];
const rule = [...patient, 'quality', 0];
const share = [...patient, 'quality', 3];
const age = [...patient, 'properties', 3];
const faults: readonly [string, Parameters<typeof contractWith>[0], RegExp][] = [
  ['another standard', { set: [['apiVersion'], 'v2.2.0'] }, /^apiVersion: must be v3\.1\.0/],
  ['another kind', { set: [['kind'], 'Table'] }, /^kind: must be DataContract/],
  ['an unknown status', { set: [['status'], 'good'] }, /^status: must be one of draft/],
  ['no id', { remove: ['id'] }, /^id: must be a text/],
  ['a version that is not one', { set: [['version'], 'one'] }, /^version: must be a version/],
  ['no table', { set: [['schema'], []] }, /^schema: must be a list with at least one item/],
  ['a misspelt key', { set: [[...sex, 'requird'], true] }, /properties\[2\]\.requird: unknown key/],
  ['a table name in capitals', { set: [[...patient, 'name'], 'Patient'] }, /schema\[1\]\.name: .*snake_case/],
  [
    'no French grain',
    { remove: [...patient, 'customProperties', 0] },
    /customProperties\[grainFr\]: must be a text/,
  ],
  [
    'no word on being required',
    { remove: [...patient, 'customProperties', 2] },
    /\[tableRequired\]: must be true or/,
  ],
  ['no columns', { set: [[...patient, 'properties'], []] }, /properties: must be a list with at least one/],
  ['a column name in capitals', { set: [[...sex, 'name'], 'Sex'] }, /properties\[2\]\.name: .*snake_case/],
  ['an unknown type', { set: [[...sex, 'physicalType'], 'TEXT'] }, /physicalType: must be one of VARCHAR/],
  [
    'a logical type that disagrees',
    { set: [[...sex, 'logicalType'], 'integer'] },
    /must be string for VARCHAR/,
  ],
  ['required that is no flag', { set: [[...sex, 'required'], 'yes'] }, /required: must be true or false/],
  [
    'no English description',
    { remove: [...sex, 'description'] },
    /properties\[2\]\.description: must be a text/,
  ],
  [
    'no French description',
    { remove: [...sex, 'customProperties', 0] },
    /customProperties\[descriptionFr\]: must be a text/,
  ],
  [
    'an unknown custom property',
    { set: [[...sex, 'customProperties', 0, 'property'], 'descriptionDe'] },
    /unknown custom property "descriptionDe"/,
  ],
  [
    'a custom property given twice',
    { set: [[...sex, 'customProperties', 2], { property: 'descriptionFr', value: 'Sexe' }] },
    /custom property "descriptionFr" is given twice/,
  ],
  ['a table without key', { remove: [...patient, 'properties', 0, 'primaryKey'] }, /has no primary key/],
  [
    'a key that starts at 2',
    { set: [[...patient, 'properties', 0, 'primaryKeyPosition'], 2] },
    /without a gap/,
  ],
  [
    'a key position that is no number',
    { set: [[...patient, 'properties', 0, 'primaryKeyPosition'], 'first'] },
    /must be a whole number/,
  ],
  ['a key that may be null', { set: [[...patient, 'properties', 0, 'required'], false] }, /must be required/],
  ['a table twice', { set: [[...patient, 'name'], 'centre'] }, /table centre is declared twice/],
  ['a column twice', { set: [[...sex, 'name'], 'centre_id'] }, /column centre_id is declared twice/],
  ['an id twice', { set: [[...sex, 'id'], 'patient_centre_id'] }, /id patient_centre_id is used twice/],
  [
    'a reference to nothing',
    { set: [[...centre, 'relationships', 0, 'to'], 'centre.code'] },
    /refers to centre\.code, which is not declared/,
  ],
  [
    'a reference to another type',
    { set: [[...centre, 'relationships', 0, 'to'], 'centre.first_inclusion_year'] },
    /is VARCHAR and refers to centre\.first_inclusion_year, a INTEGER/,
  ],
  [
    'a reference that is no column',
    { set: [[...centre, 'relationships', 0, 'to'], 'centre'] },
    /must be table\.column/,
  ],
  [
    'two references',
    { set: [[...centre, 'relationships', 1], { type: 'foreignKey', to: 'centre.centre_id' }] },
    /relationships: must have one item/,
  ],
  [
    'another rule',
    { set: [[...sex, 'quality', 0, 'metric'], 'nullValues'] },
    /metric: must be one of invalidValues/,
  ],
  ['a tolerance', { set: [[...sex, 'quality', 0, 'mustBe'], 3] }, /mustBe: must be 0/],
  [
    'a rule without its values',
    { remove: [...sex, 'quality', 0, 'arguments'] },
    /arguments: must be a mapping/,
  ],
  [
    'an empty list of values',
    { set: [[...sex, 'quality', 0, 'arguments', 'validValues'], []] },
    /validValues: must be a list with at least one/,
  ],
  [
    'a value twice',
    {
      set: [
        [...sex, 'quality', 0, 'arguments', 'validValues'],
        ['F', 'F'],
      ],
    },
    /validValues repeat a value/,
  ],
  ['codes without a name', { remove: [...sex, 'customProperties', 1] }, /no custom property codeList/],
  ['a code list without codes', { remove: [...sex, 'quality'] }, /needs a quality rule with validValues/],
  [
    'one code list with two sets of values',
    { set: [[...sex, 'customProperties', 1, 'value'], { const: 'phases', type: 'Phase' }] },
    /code list Phase has other values/,
  ],
  ['a rule that asks something else', { set: [[...rule, 'query'], 'SELECT 1'] }, /query: is of neither form/],
  [
    'a rule that groups',
    {
      set: [
        [...rule, 'query'],
        'SELECT count(*) FILTER (WHERE sex IS NULL) FROM {object} GROUP BY centre_id',
      ],
    },
    /query: is of neither form/,
  ],
  [
    'a rule that leaves its table out',
    { set: [[...rule, 'query'], 'SELECT count(*) FILTER (WHERE phase IS NULL) FROM diagnosis'] },
    /query: does not read \{object\}/,
  ],
  [
    'a rule with another placeholder',
    { set: [[...rule, 'query'], 'SELECT count(*) FILTER (WHERE {property} IS NULL) FROM {object}'] },
    /another placeholder/,
  ],
  [
    'a pattern that DuckDB cannot match',
    {
      set: [[...rule, 'query'], "SELECT count(*) FILTER (WHERE regexp_matches(sex, '(?=F)')) FROM {object}"],
    },
    /look-around/,
  ],
  [
    'a rule without a French sentence',
    { remove: [...rule, 'customProperties', 0] },
    /descriptionFr.*must be a text/,
  ],
  [
    'a rule about a column of another table',
    { set: [[...rule, 'customProperties', 1, 'value'], 'transcript'] },
    /is no column of patient/,
  ],
  ['a rule with a tolerance', { set: [[...rule, 'mustBe'], 3] }, /mustBe: must be 0/],
  [
    'a share without its limit',
    { remove: [...share, 'mustBeLessOrEqualTo'] },
    /mustBeLessOrEqualTo: must be a number/,
  ],
  ['a share that must be a count', { set: [[...share, 'mustBe'], 0] }, /stands beside a share/],
  ['an unknown severity', { set: [[...rule, 'severity'], 'fatal'] }, /severity: must be one of error/],
  [
    'an unknown dimension',
    { set: [[...rule, 'dimension'], 'beauty'] },
    /dimension: must be one of conformity/,
  ],
  [
    'limits the wrong way round',
    { set: [[...age, 'logicalTypeOptions'], { minimum: 120, maximum: 0 }] },
    /minimum must be below maximum/,
  ],
  [
    'limits of a text',
    { set: [[...sex, 'logicalTypeOptions'], { minimum: 0 }] },
    /logicalTypeOptions: needs a column of numbers/,
  ],
  ['codes of a number', { set: [[...sex, 'physicalType'], 'INTEGER'] }, /validValues need a VARCHAR column/],
];

test.each(faults)('a contract with %s is refused with its path', (_, change, message) => {
  const problems = readContract(contractWith(change)).problems.map(
    ({ path, message }) => `${path}: ${message}`,
  );
  expect(problems.join('\n')).toMatch(new RegExp(message.source, 'm'));
});
