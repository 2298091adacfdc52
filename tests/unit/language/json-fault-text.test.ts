import type { Expectation } from '@core/cohort/json-field';
import { jsonFaultText } from '@language/json-fault-text';
import { wordsFor } from '@tests/support/words-in';
import { describe, expect, it } from 'vitest';

const english = wordsFor('en');
const french = wordsFor('fr');

describe('a fault of a file, in words', () => {
  it.each<readonly [Expectation, RegExp]>([
    [{ kind: 'object' }, /an object is expected/],
    [{ kind: 'text' }, /a text is expected/],
    [{ kind: 'not-empty' }, /at least one item/],
    [{ kind: 'range' }, /no value fits/],
    [{ kind: 'present' }, /is missing/],
    [{ kind: 'one-of', options: ['any', 'never'] }, /one of these values is expected: any, never\./],
    [{ kind: 'only', options: ['kind', 'of'] }, /only these are read: kind, of\./],
    [{ kind: 'number', least: -5, most: 10_000 }, /a number from -5 to 10,000/],
    [{ kind: 'integer', least: 1, most: 99 }, /a whole number from 1 to 99/],
    [{ kind: 'integer', least: 1, most: 1 }, /one of these values is expected: 1\./],
    [{ kind: 'list', most: 30 }, /a list of at most 30 items/],
    [{ kind: 'at-most', most: 200 }, /too many: at most 200/],
    [{ kind: 'depth', most: 8 }, /nested too deep: at most 8/],
    [{ kind: 'length', most: 64 }, /too long: at most 64/],
  ])('names the path and what was expected: %j', (expected, said) => {
    const text = jsonFaultText(english, { path: 'rules[2].condition.table', expected });
    expect(text).toMatch(said);
    expect(text).toContain('“rules[2].condition.table”');
    expect(jsonFaultText(french, { path: 'rules[2]', expected })).toMatch(/^À «\srules\[2\]\s»\s: /);
  });

  it('calls the file by its name when the fault is at its root, and cuts long lists', () => {
    const options = Array.from({ length: 40 }, (_, i) => `o${i}`);
    const text = jsonFaultText(english, { path: '', expected: { kind: 'one-of', options } });
    expect(text).toContain('the whole file');
    expect(text).toContain('o11, …');
    expect(text).not.toContain('o12');
  });
});
