import { emptyStartAfter, startsEmpty } from '@session/empty-start';
import { describe, expect, it } from 'vitest';

describe('an empty start', () => {
  it('is asked for by the address alone', () => {
    expect(startsEmpty('#/extract?start=empty')).toBe(true);
    expect(startsEmpty('#/extract?lang=fr&start=empty')).toBe(true);
    for (const hash of ['', '#/cohort', '#/cohort?start=', '#/cohort?phase=CP', '#/start=empty']) {
      expect(startsEmpty(hash), hash).toBe(false);
    }
  });

  it('keeps the look of the page and nothing of what was asked', () => {
    const hash = emptyStartAfter('#/patients?phase=CP&lang=en&centre=C07&theme=dark&sort=-age');
    expect(hash).toBe('#/extract?start=empty&lang=en&theme=dark');
    expect(startsEmpty(hash)).toBe(true);
    expect(emptyStartAfter('')).toBe('#/extract?start=empty');
  });
});
