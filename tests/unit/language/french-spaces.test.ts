import { frenchSpaces } from '@language/french-spaces';
import { expect, test } from 'vitest';

test('marks stay with the word before them, and quotation marks with what they hold', () => {
  expect(frenchSpaces('méthode « log » : 95 % ; fin ?')).toBe(
    'méthode «\u00a0log\u00a0»\u00a0: 95\u00a0%\u202f; fin\u202f?',
  );
});

test('the syntax of messages and other spaces are left as they are', () => {
  const text = '{count, plural, one {# mois} other {# mois}} et {name}';
  expect(frenchSpaces(text)).toBe(text);
});
