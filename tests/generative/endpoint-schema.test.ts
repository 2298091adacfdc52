import { readFileSync } from 'node:fs';
import { endpointSchemaPath } from '@commands/schema/main';
import { endpointJson, readEndpoint } from '@core/endpoint/read-endpoint';
import { arbitraryEndpoint } from '@tests/support/arbitrary-endpoint';
import { type Json, pathsOf, withValue } from '@tests/support/json-value';
import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false, strictTypes: false });
const isValid = ajv.compile(JSON.parse(readFileSync(endpointSchemaPath, 'utf8')));

it('the schema takes what the reader takes, and what the reader reads is valid', () => {
  fc.assert(
    fc.property(arbitraryEndpoint, fc.nat(), fc.jsonValue(), (endpoint, place, value) => {
      const json = JSON.parse(JSON.stringify(endpointJson(endpoint))) as Json;
      expect(isValid(json), JSON.stringify(isValid.errors)).toBe(true);
      expect(readEndpoint(json).endpoint).toEqual(endpoint);
      const paths = pathsOf(json);
      const changed = withValue(json, paths[place % paths.length] ?? [], value as Json);
      // What the reader takes is always valid; the converse fails only for relations between members.
      if (readEndpoint(changed).endpoint !== null) expect(isValid(changed)).toBe(true);
    }),
    { numRuns: 400 },
  );
});
