import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeGenerated } from '@commands/generated-files/write-generated';
import { cohortSchema } from '@core/cohort/cohort-schema';
import { cohortFormat, cohortVersion } from '@core/cohort/read-cohort';

export const schemaPath = `public/schemas/${cohortFormat}-${cohortVersion}.schema.json`;
/** The dialect: a name, which nothing fetches. */
const dialect = 'https://json-schema.org/draft/2020-12/schema';

/** `npm run schema`: writes the published JSON Schema of a cohort from its vocabularies; `--check` only compares. */
export async function main(args: string[]): Promise<number> {
  mkdirSync(dirname(schemaPath), { recursive: true });
  return writeGenerated(
    [{ path: schemaPath, text: JSON.stringify({ $schema: dialect, ...cohortSchema() }, undefined, 2) }],
    { source: 'the vocabularies of the cohort', command: 'npm run schema' },
    args,
  );
}
