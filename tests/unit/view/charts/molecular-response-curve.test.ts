import { molecularResponse, type VisitQuartiles } from '@core/analyses/molecular-response';
import { bcrAbl1Text } from '@view/charts/figure-words';
import { depthText, labelledMonths, molecularResponseCurve } from '@view/charts/molecular-response-curve';
import { describe, expect, it } from 'vitest';

const words = {
  number: (value: number, options?: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat('en-GB', options).format(value),
  percent: (share: number) => `${share * 100} %`,
  x: 'x',
  y: 'y',
  patients: 'n',
  undetected: 'undetected',
  median: 'median',
  band: 'quartiles',
  tip: () => 'tip',
};
const visit = (month: number, log10: number | null): VisitQuartiles => ({
  month,
  patients: 12,
  undetected: log10 === null ? 12 : 0,
  lowerQuartileLog10: log10,
  medianLog10: log10,
  upperQuartileLog10: log10,
});
const noneExcluded = { no_tki: 0, atypical_transcript: 0, no_evaluable_sample: 0 };

describe('the options of the molecular response curve', () => {
  it.each([
    ['no visit', []],
    ['one visit', [visit(0, 1.8)]],
    ['undetected quantiles', [visit(0, 1.8), visit(120, null)]],
    ['values outside the axis', [visit(0, 3.5), visit(3, -5)]],
  ] as const)('can be made for %s', (_what, visits) => {
    const response = molecularResponse({ visits, cohort: 12, excluded: noneExcluded });
    for (const width of [1200, 300]) {
      const options = molecularResponseCurve(response.visits, words, {
        width,
        height: 300,
        horizonMonths: 60,
      });
      expect(options.marks?.length).toBeGreaterThan(5);
    }
  });

  it('label every visit where there is room, round months where there is not', () => {
    const months = [0, 3, 6, 9, 12, 15, 18, 24, 30, 36, 42, 48, 54, 60];
    expect(labelledMonths(months, 60, 900)).toEqual(months);
    expect(labelledMonths(months, 60, 240)).toEqual([0, 12, 24, 36, 48, 60]);
  });

  it('tell an undetected quantile from zero, and keep enough digits', () => {
    expect(depthText({ kind: 'undetected' }, 'undetected', words.number)).toBe('undetected');
    expect(bcrAbl1Text(0.0032, words.number)).toBe('0.0032 %');
    expect(bcrAbl1Text(46.34, words.number)).toBe('46.3 %');
  });
});
