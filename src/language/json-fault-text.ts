import type { Expectation, JsonFault } from '@core/cohort/json-field';
import type { Words } from './use-words';

/** More options than these are not listed. */
const mostListed = 12;

/** Where a file could not be read and what was expected there: «At “rules[2].condition.table”: one of …». */
export function jsonFaultText(words: Words, { path, expected: asExpected }: JsonFault): string {
  const expected = onlyValue(asExpected);
  return words.say('workspace.fault.at', {
    path: path === '' ? words.say('workspace.wholeFile') : path,
    expected: words.say(`workspace.expected.${expected.kind}`, valuesOf(words, expected)),
  });
}

/** A number that may have one value only is an option. */
function onlyValue(expected: Expectation): Expectation {
  const isOne = 'least' in expected && expected.least === expected.most;
  return isOne ? { kind: 'one-of', options: [String(expected.least)] } : expected;
}

function valuesOf(words: Words, expected: Expectation): Readonly<Record<string, string>> {
  if ('options' in expected) {
    const { options } = expected;
    const more = options.length > mostListed ? ', …' : '';
    return { options: options.slice(0, mostListed).join(', ') + more };
  }
  const bound = (value: number) => words.number(value);
  if ('least' in expected) return { least: bound(expected.least), most: bound(expected.most) };
  return 'most' in expected ? { most: bound(expected.most) } : {};
}
