import { wordsIn } from '@language/catalogue';
import { type Words, wordsOf } from '@language/words';
import { createIntl } from 'react-intl';
import { reportJson } from './report-json';
import { reportText } from './report-text';
import { type Validation, validateExtract } from './validate-extract';
import { readValidateOptions, usage, type ValidateOptions } from './validate-options';

/** `npm run --silent validate`: judges an extract by the contract, for the team that makes extracts. */
export async function main(args: string[]): Promise<number> {
  let options: ValidateOptions | null;
  try {
    options = readValidateOptions(args);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return 2;
  }
  if (options === null) {
    console.log(usage);
    return 0;
  }
  let validation: Validation;
  try {
    validation = await validateExtract(options.extract);
  } catch (error) {
    console.error(`${options.extract}: ${(error as NodeJS.ErrnoException).code ?? 'failed'}`);
    return 2;
  }
  const words = wordsFor(options.language);
  console.log(
    options.json ? JSON.stringify(reportJson(validation, words), null, 2) : reportText(validation, words),
  );
  return validation.failures.length === 0 ? 0 : 1;
}

const wordsFor = (language: ValidateOptions['language']): Words =>
  wordsOf(createIntl({ locale: language === 'fr' ? 'fr-FR' : 'en-GB', messages: wordsIn(language) }));
