import { factsOfText, textOfFacts, unreadChoices } from '@session/url-choices';
import { describe, expect, it } from 'vitest';

describe('choices in the address', () => {
  it('names those whose value is none of their list', () => {
    expect(unreadChoices({ view: 'flow', charts: 'sex,age', lang: 'fr' })).toEqual([]);
    expect(unreadChoices({ view: 'table', charts: 'sex,height' })).toEqual(['view', 'charts']);
  });

  it('reads the charts that it writes, none of them too', () => {
    expect(factsOfText(textOfFacts(['age', 'sex']))).toEqual(['age', 'sex']);
    expect(factsOfText(textOfFacts([]))).toEqual([]);
    expect(factsOfText('sex,sex')).toEqual(['sex']);
    expect(factsOfText('sex,toString')).toBeNull();
    expect(factsOfText('')).toBeNull();
  });
});
