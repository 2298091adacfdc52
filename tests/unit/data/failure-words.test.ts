import { failureMessages } from '@language/messages/failure';
import { failureDetails } from '@session/failure-code';
import { describe, expect, test } from 'vitest';

const messages: Readonly<Record<string, Readonly<Record<string, string>>>> = failureMessages;
const codes = Object.keys(failureDetails);

/** Names in `{name}` or `{name, plural, ...}`; the words inside plural branches are no names. */
function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)(?=\s*[,}])/g)]
    .map((match) => match[1] ?? '')
    .filter((name) => name !== '');
}

describe('the words of a failure', () => {
  test.each(codes)('%s says what happened and what to do next, in both languages', (code) => {
    for (const part of ['what', 'next']) {
      const message = messages[`failure.${code}.${part}`];
      expect(message?.fr, `failure.${code}.${part} in French`).toMatch(/\S/);
      expect(message?.en, `failure.${code}.${part} in English`).toMatch(/\S/);
      expect(message?.fr).not.toBe(message?.en);
    }
  });

  test.each(codes)('%s names only details that it carries, the same in both languages', (code) => {
    for (const part of ['what', 'next']) {
      const message = messages[`failure.${code}.${part}`];
      const french = new Set(placeholders(message?.fr ?? ''));
      expect(new Set(placeholders(message?.en ?? ''))).toEqual(french);
      for (const name of french) expect(failureDetails[code as keyof typeof failureDetails]).toContain(name);
    }
  });

  test('there are no words for a code that does not exist', () => {
    const spoken = new Set(Object.keys(messages).map((id) => id.split('.')[1]));
    expect([...spoken].sort()).toEqual([...codes].sort());
  });
});
