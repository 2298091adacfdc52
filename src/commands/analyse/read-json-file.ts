import { readFileSync } from 'node:fs';
import { type Expectation, type JsonFault, JsonFaultError } from '@core/cohort/json-field';

/** What a file holds, or the line that says what is wrong with it, with its place. */
export type JsonOfFile<Value> = { readonly path: string } & (
  | { readonly value: Value; readonly fault: null }
  | { readonly value: null; readonly fault: string }
);

/** Reads a file of JSON with a reader that throws a `JsonFaultError`. */
export function readJsonFile<Value>(path: string, read: (json: unknown) => Value): JsonOfFile<Value> {
  const refused = (fault: string) => ({ path, value: null, fault: `${path}: ${fault}` });
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
  try {
    return { path, value: read(json), fault: null };
  } catch (error) {
    if (error instanceof JsonFaultError) return refused(faultText(error.fault));
    throw error;
  }
}

function faultText({ path, expected }: JsonFault): string {
  return `${path || 'the whole file'}: ${expectationText(expected)}`;
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
    case 'unique':
      return 'is said of another one too';
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
