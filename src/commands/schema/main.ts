import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeGenerated } from '@commands/generated-files/write-generated';
import { cohortSchema } from '@core/cohort/cohort-schema';
import { cohortFormat, cohortVersion } from '@core/cohort/read-cohort';
import { endpointSchema } from '@core/endpoint/endpoint-schema';
import { endpointFormat, endpointVersion } from '@core/endpoint/read-endpoint';

export const schemaPath = `public/schemas/${cohortFormat}-${cohortVersion}.schema.json`;
export const endpointSchemaPath = `public/schemas/${endpointFormat}-${endpointVersion}.schema.json`;
/** The dialect: a name, which nothing fetches. */
const dialect = 'https://json-schema.org/draft/2020-12/schema';

/** `npm run schema`: writes the published JSON Schemas from the vocabularies; `--check` only compares. */
export async function main(args: string[]): Promise<number> {
  const schemas = [
    { path: schemaPath, schema: cohortSchema() },
    { path: endpointSchemaPath, schema: endpointSchema() },
  ];
  for (const { path } of schemas) mkdirSync(dirname(path), { recursive: true });
  return writeGenerated(
    schemas.map(({ path, schema }) => ({
      path,
      text: JSON.stringify({ $schema: dialect, ...schema }, undefined, 2),
    })),
    { source: 'the vocabularies of the cohort and of the endpoint', command: 'npm run schema' },
    args,
  );
}
