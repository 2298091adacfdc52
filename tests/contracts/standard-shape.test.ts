import Ajv2019 from 'ajv/dist/2019';
import { expect, test } from 'vitest';
import { contractWith } from './contract-document';
import { standardShape } from './standard-shape';

const ajv = new Ajv2019({ strict: true, strictRequired: false, strictTypes: false });
const isStandard = ajv.compile(standardShape);

test('the contract has the shape of the standard', () => {
  const valid = isStandard(contractWith({}));
  expect(valid, ajv.errorsText(isStandard.errors)).toBe(true);
});

const patient = ['schema', 1];
const sex = [...patient, 'properties', 2];
const rule = [...patient, 'quality', 0];

test.each<[string, Parameters<typeof contractWith>[0]]>([
  ['without a status', { remove: ['status'] }],
  ['with a key of its own', { set: [['owner'], 'registry'] }],
  ['whose id has a blank', { set: [[...sex, 'id'], 'patient sex'] }],
  ['with a logical type that is none', { set: [[...sex, 'logicalType'], 'text'] }],
  ['whose column says in words that it is required', { set: [[...sex, 'required'], 'yes'] }],
  ['with a custom property without a value', { remove: [...sex, 'customProperties', 0, 'value'] }],
  ['that refers to a path', { set: [[...patient, 'properties', 1, 'relationships', 0, 'to'], 'centre'] }],
  ['whose rule has no operator', { remove: [...rule, 'mustBe'] }],
  ['whose rule has two operators', { set: [[...rule, 'mustBeLessThan'], 3] }],
  ['whose rule has no query', { remove: [...rule, 'query'] }],
  ['whose rule is of another dimension', { set: [[...rule, 'dimension'], 'beauty'] }],
  ['with another metric', { set: [[...sex, 'quality', 0, 'metric'], 'wrongValues'] }],
])('a contract %s has not', (_, change) => {
  expect(isStandard(contractWith(change))).toBe(false);
});
