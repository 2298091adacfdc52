import { fewPatients, molecularResponse, type VisitQuartiles } from '@core/analyses/molecular-response';
import { describe, expect, it } from 'vitest';

const none = { no_tki: 0, atypical_transcript: 0, no_evaluable_sample: 0 };
const visit = (given: Partial<VisitQuartiles> = {}): VisitQuartiles => ({
  month: 3,
  patients: 40,
  undetected: 0,
  lowerQuartileLog10: -1,
  medianLog10: 0,
  upperQuartileLog10: 1,
  ...given,
});
const visitsOf = (...visits: readonly VisitQuartiles[]) =>
  molecularResponse({ visits, cohort: 100, excluded: none }).visits;

describe('the molecular response', () => {
  it('is in percent: ten to the power of the quartiles', () => {
    expect(visitsOf(visit())).toEqual([
      {
        month: 3,
        patients: 40,
        undetected: 0,
        lowerQuartile: { kind: 'percent', percent: 0.1 },
        median: { kind: 'percent', percent: 1 },
        upperQuartile: { kind: 'percent', percent: 10 },
        few: false,
      },
    ]);
  });

  it('is undetected where a quantile falls among undetected samples, never zero', () => {
    const [shown] = visitsOf(visit({ undetected: 25, lowerQuartileLog10: null, medianLog10: null }));
    expect(shown).toMatchObject({
      undetected: 25,
      lowerQuartile: { kind: 'undetected' },
      median: { kind: 'undetected' },
      upperQuartile: { kind: 'percent', percent: 10 },
    });
  });

  it.each([0.255, 0.1, 0.01, 0.0032, 0.0685, 57.3, 100])(
    'gives a sample of %d % back as the laboratory wrote it, to twelve significant digits',
    (percent) => {
      const [shown] = visitsOf(visit({ medianLog10: Math.log10(percent) }));
      expect(shown?.median).toEqual({ kind: 'percent', percent });
    },
  );

  it('keeps twelve significant digits and drops the rest', () => {
    const [shown] = visitsOf(
      visit({ medianLog10: Math.log10(1 / 3), upperQuartileLog10: Math.log10(200 / 3) }),
    );
    expect(shown?.median).toEqual({ kind: 'percent', percent: 0.333333333333 });
    expect(shown?.upperQuartile).toEqual({ kind: 'percent', percent: 66.6666666667 });
  });

  it('is marked where fewer than ten patients stand behind a window', () => {
    expect(fewPatients).toBe(10);
    const shown = visitsOf(...[1, 9, 10, 11].map((patients) => visit({ patients })));
    expect(shown.map(({ few }) => few)).toEqual([true, true, false, false]);
  });

  it('keeps the windows in their order, and only those that were given', () => {
    expect(
      visitsOf(visit({ month: 0 }), visit({ month: 3 }), visit({ month: 12 })).map(({ month }) => month),
    ).toEqual([0, 3, 12]);
  });

  it('counts the cohort as those on the curve and those left out, by reason', () => {
    const excluded = { no_tki: 3, atypical_transcript: 5, no_evaluable_sample: 11 };
    const response = molecularResponse({ visits: [visit()], cohort: 100, excluded });
    expect(response).toMatchObject({ cohort: 100, onCurve: 100 - 3 - 5 - 11, excluded });
  });

  it('of nobody has no visit and nobody on the curve', () => {
    expect(molecularResponse({ visits: [], cohort: 0, excluded: none })).toEqual({
      visits: [],
      cohort: 0,
      onCurve: 0,
      excluded: none,
    });
  });

  it('of patients who are all left out has nobody on the curve', () => {
    const excluded = { ...none, no_tki: 4 };
    expect(molecularResponse({ visits: [], cohort: 4, excluded }).onCurve).toBe(0);
  });
});
