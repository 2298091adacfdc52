import { parseArgs } from 'node:util';
import { type Language, languages } from '@language/message';

export interface ValidateOptions {
  readonly extract: string;
  readonly json: boolean;
  readonly language: Language;
}

export const usage = `npm run --silent validate -- [--json] [--language en|fr] DIR
  DIR             folder of an extract: Parquet files, with or without a manifest.json
  --json          one JSON document in place of the text
  --language      of the sentences: en (default) or fr
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
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const language = languages.find((one) => one === values.language);
  if (language === undefined) throw new RangeError(`--language must be one of ${languages.join(', ')}`);
  const [extract, ...others] = positionals;
  if (extract === undefined || others.length > 0) throw new RangeError('name one folder');
  return { extract, json: values.json, language };
}
