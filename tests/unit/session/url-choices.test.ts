import { factsOfText, periodOfText, textOfFacts, textOfPeriod, unreadChoices } from '@session/url-choices';
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

describe('a period that a curve is enlarged to', () => {
  it('comes back from the address as it was written', () => {
    const period = { fromMonth: 6, toMonth: 36 };
    expect(periodOfText(textOfPeriod(period))).toEqual(period);
    expect(unreadChoices({ zoom: '6..36' })).toEqual([]);
  });

  it.each(['', '6', '36..6', '6..8', '0..121', '-3..12', 'a..b', '6..36..40'])('is none in %j', (zoom) => {
    expect(periodOfText(zoom)).toBeNull();
    expect(unreadChoices({ zoom })).toEqual(['zoom']);
  });
});

describe('a model in the address', () => {
  it.each([
    ['covariates', 'age:spline,sex:M,age*sex', []],
    ['covariates', '-', []],
    ['covariates', 'age,<script>', ['covariates']],
    ['profile', 'age:60,sex:M', []],
    ['profile', 'age:1e9', ['profile']],
    ['profile', 'constructor:1', ['profile']],
    ['model', 'magic', ['model']],
    ['reached', 'MR9', ['reached']],
  ])('%s=%s', (name, value, unread) => {
    expect(unreadChoices({ [name]: value })).toEqual(unread);
  });
});
