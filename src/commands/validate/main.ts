import { readCohortFile } from '@commands/analyse/read-cohort-file';
import { readCommandLine } from '@commands/command-line/read-command-line';
import type { AppError } from '@core/base/app-error';
import { wordsIn } from '@language/catalogue';
import { type Words, wordsOf } from '@language/words';
import { createIntl } from 'react-intl';
import { compareExtracts, type ExtractComparison } from './compare-extracts';
import { reportJson } from './report-json';
import { reportText } from './report-text';
import { type Validation, validateExtract } from './validate-extract';
import { readValidateOptions, usage, type ValidateOptions } from './validate-options';

/** `npm run --silent validate`: judges an extract by the contract, for the team that makes extracts. */
export async function main(args: string[]): Promise<number> {
  const options = readCommandLine(args, readValidateOptions, usage);
  if (typeof options === 'number') return options;
  // Before an extract is opened, which may take minutes.
  const cohorts = options.cohorts.map(readCohortFile);
  const faults = cohorts.flatMap(({ fault }) => fault ?? []);
  if (faults.length > 0) {
    console.error(faults.join('\n'));
    return 2;
  }
  let validation: Validation;
  let comparison: ExtractComparison | null = null;
  try {
    validation = await validateExtract(options.extract);
    if (options.against !== null && validation.failures.length === 0) {
      const files = cohorts.flatMap(({ value }) => value ?? []);
      comparison = await compareExtracts(options.against, options.extract, files);
    }
  } catch (error) {
    const { code } = error as AppError | NodeJS.ErrnoException;
    console.error(`${[options.extract, options.against].filter(Boolean).join(', ')}: ${code ?? 'failed'}`);
    return 2;
  }
  const words = wordsFor(options.language);
  console.log(
    options.json
      ? JSON.stringify(reportJson(validation, words, comparison), null, 2)
      : reportText(validation, words, comparison),
  );
  return validation.failures.length === 0 ? 0 : 1;
}

const wordsFor = (language: ValidateOptions['language']): Words =>
  wordsOf(createIntl({ locale: language === 'fr' ? 'fr-FR' : 'en-GB', messages: wordsIn(language) }));
