import { readFileSync } from 'node:fs';
import type { Expectation } from '@core/cohort/json-field';
import { type CohortFile, readCohort } from '@core/cohort/read-cohort';

/** A cohort read from a file, or the line that says what is wrong, with its place. */
export type CohortOfFile = { readonly path: string } & (
  | { readonly file: CohortFile; readonly fault: null }
  | { readonly file: null; readonly fault: string }
);

export function readCohortFile(path: string): CohortOfFile {
  const refused = (fault: string) => ({ path, file: null, fault: `${path}: ${fault}` });
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return refused(`cannot be read (${(error as NodeJS.ErrnoException).code ?? 'error'})`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refused('is not JSON');
  }
  const { file, fault } = readCohort(json);
  if (fault !== null) return refused(`${fault.path || 'the whole file'}: ${expectationText(fault.expected)}`);
  return { path, file, fault: null };
}

/** What was expected, for a person at a terminal. */
export function expectationText(expected: Expectation): string {
  switch (expected.kind) {
    case 'object':
      return 'expected an object';
    case 'text':
      return 'expected a text without control characters';
    case 'present':
      return 'is missing';
    case 'not-empty':
      return 'expected at least one item';
    case 'range':
      return 'is empty: its end lies before its beginning';
    case 'one-of':
      return `expected ${expected.options.length === 1 ? '' : 'one of '}${expected.options.join(', ')}`;
    case 'only':
      return `has a member of another name than ${expected.options.join(', ')}`;
    case 'number':
      return `expected a number from ${expected.least} to ${expected.most}`;
    case 'integer':
      return `expected a whole number from ${expected.least} to ${expected.most}`;
    case 'list':
      return 'expected a list';
    case 'at-most':
      return `there are more than ${expected.most}`;
    case 'depth':
      return `conditions are more than ${expected.most} deep`;
    case 'length':
      return `is longer than ${expected.most} characters`;
  }
}
