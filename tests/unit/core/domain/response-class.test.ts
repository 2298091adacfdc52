import { readingBounds } from '@core/domain/reading-bounds';
import { type ClassReading, type ResponseClass, responseClass } from '@core/domain/response-class';
import { describe, expect, it } from 'vitest';

const sample: ClassReading = {
  bcrAbl1IsPercent: 50,
  detected: true,
  controlGene: 'ABL1',
  controlCopies: 300_000,
  conversionFactor: null,
  onInternationalScale: true,
  method: 'RT-qPCR',
  validation: 'validated',
};
const undetected: ClassReading = { ...sample, detected: false, bcrAbl1IsPercent: null };

describe('the class of a sample', () => {
  it.each([
    [3, 40_000, 0.8, 'MR4'],
    [3, 40_000, 0.4, 'MR4.5'],
    [3, 12_000, 0.3, 'MR4'],
    [40, 50_000, 0.8, 'MMR'],
    [400, 50_000, 0.8, '0.1-1'],
    [1, 110_000, 1, 'MR5'],
  ] as const)('of %d copies in %d of ABL1, factor %d, is %s', (found, controlCopies, factor, expected) => {
    const bcrAbl1IsPercent = (found / controlCopies) * factor * 100;
    expect(responseClass({ ...sample, bcrAbl1IsPercent, controlCopies, conversionFactor: factor })).toBe(
      expected,
    );
  });

  it.each([
    ['ABL1', 8_000, null],
    ['ABL1', 9_999, null],
    ['ABL1', 10_000, 'MR4'],
    ['ABL1', 25_000, 'MR4'],
    ['ABL1', 31_999, 'MR4'],
    ['ABL1', 32_000, 'MR4.5'],
    ['ABL1', 45_000, 'MR4.5'],
    ['ABL1', 99_999, 'MR4.5'],
    ['ABL1', 100_000, 'MR5'],
    ['ABL1', 120_000, 'MR5'],
    ['GUSB', 23_999, null],
    ['GUSB', 24_000, 'MR4'],
    ['GUSB', 76_999, 'MR4'],
    ['GUSB', 77_000, 'MR4.5'],
    ['GUSB', 80_000, 'MR4.5'],
    ['GUSB', 239_999, 'MR4.5'],
    ['GUSB', 240_000, 'MR5'],
    ['BCR', 1_000_000, null],
    ['ABL1', null, null],
  ] as const)('undetected in %s, %s copies, is %s', (controlGene, controlCopies, expected) => {
    expect(responseClass({ ...undetected, controlGene, controlCopies })).toBe(expected);
    // The copies limit a very low value in the same way, but for a value a poor sample is MMR.
    const detected = { ...sample, bcrAbl1IsPercent: 0.0001, controlGene, controlCopies };
    expect(responseClass(detected)).toBe(expected ?? 'MMR');
  });

  it.each([
    [10.0001, '>10'],
    [10, '1-10'],
    [1.0001, '1-10'],
    [1, '0.1-1'],
    [0.10001, '0.1-1'],
    [0.1, 'MMR'],
    [0.010001, 'MMR'],
    [0.01, 'MR4'],
    [0.00321, 'MR4'],
    [0.0032, 'MR4.5'],
    [0.00101, 'MR4.5'],
    [0.001, 'MR5'],
  ] as const)('of %d %% with copies enough is %s', (bcrAbl1IsPercent, expected) => {
    expect(responseClass({ ...sample, bcrAbl1IsPercent })).toBe(expected);
    const poor = responseClass({ ...sample, bcrAbl1IsPercent, controlCopies: null });
    const deep: readonly ResponseClass[] = ['MR4', 'MR4.5', 'MR5'];
    expect(poor).toBe(deep.includes(expected) ? 'MMR' : expected);
  });

  it.each([
    ['off the International Scale', { onInternationalScale: false }],
    ['rejected by the central check', { validation: 'rejected' }],
    ['detected without a value', { bcrAbl1IsPercent: null }],
    ['detected with a value of zero', { bcrAbl1IsPercent: 0 }],
  ] as const)('does not exist: %s', (_what, change) => {
    expect(responseClass({ ...sample, ...change })).toBeNull();
    expect(readingBounds({ ...sample, ...change })).toBeNull();
  });

  it('of a cartridge is MR4.5 at the deepest, detected or not', () => {
    const cartridge = { method: 'cartridge', controlCopies: 300_000 } as const;
    expect(responseClass({ ...undetected, ...cartridge })).toBe('MR4.5');
    expect(responseClass({ ...sample, ...cartridge, bcrAbl1IsPercent: 0.0005 })).toBe('MR4.5');
    expect(responseClass({ ...sample, ...cartridge, bcrAbl1IsPercent: 0.005 })).toBe('MR4');
  });
});

describe('the bounds of a sample', () => {
  it('are the value itself when it is quantified, however poor the sample', () => {
    expect(readingBounds({ ...sample, controlCopies: null })).toEqual({ lower: 50, upper: 50 });
  });

  it.each([
    [30_000, 0.8, 0.008],
    [30_000, null, 0.01],
    [3_000, null, 0.1],
    [1, null, 300],
  ] as const)(
    'are zero and what 3 copies would have read in %d copies, factor %s',
    (copies, factor, upper) => {
      const bounds = readingBounds({ ...undetected, controlCopies: copies, conversionFactor: factor });
      expect(bounds?.lower).toBe(0);
      expect(bounds?.upper).toBeCloseTo(upper, 12);
    },
  );

  it('do not exist for an undetected transcript in unknown or no copies', () => {
    expect(readingBounds({ ...undetected, controlCopies: null })).toBeNull();
    expect(readingBounds({ ...undetected, controlCopies: 0 })).toBeNull();
  });
});
