import { parseArgs } from 'node:util';
import { type Language, languages } from '@language/message';

export interface ValidateOptions {
  readonly extract: string;
  readonly json: boolean;
  readonly language: Language;
  /** An earlier extract to compare with. */
  readonly against: string | null;
  /** Files of cohorts whose sizes are compared. */
  readonly cohorts: readonly string[];
}

export const usage = `npm run --silent validate -- [--json] [--language en|fr] [--against DIR [--cohort FILE.json ...]] DIR
  DIR             folder of an extract: Parquet files, with or without a manifest.json
  --json          one JSON document in place of the text
  --language      of the sentences: en (default) or fr
  --against DIR   an earlier extract: also prints what changed since
  --cohort FILE   a cohort whose sizes in both extracts are compared; several times
Opens the extract as the page does and prints what refuses it, then every rule of the contract with what it found: counts
and row numbers, never a value. Exit code 0 when the page would open it, with or without warnings; 1 when it would not;
2 when the command line or the folder cannot be read.`;

/**
 * Reads the command line.
 *
 * @returns `null` when help is asked for
 * @throws RangeError or TypeError that names the option
 */
export function readValidateOptions(args: readonly string[]): ValidateOptions | null {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      language: { type: 'string', default: 'en' },
      against: { type: 'string' },
      cohort: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const language = languages.find((one) => one === values.language);
  if (language === undefined) throw new RangeError(`--language must be one of ${languages.join(', ')}`);
  const [extract, ...others] = positionals;
  if (extract === undefined || others.length > 0) throw new RangeError('name one folder');
  if (values.cohort.length > 0 && values.against === undefined)
    throw new RangeError('--cohort compares with --against: name that extract too');
  return { extract, json: values.json, language, against: values.against ?? null, cohorts: values.cohort };
}
