import { mmrReading, type SampleReading, sampleReading } from '@core/domain/evaluable-sample';
import { describe, expect, it } from 'vitest';

const sample: SampleReading = {
  bcrAbl1IsPercent: 0.05,
  detected: true,
  controlGene: 'ABL1',
  controlCopies: 50_000,
  conversionFactor: null,
  onInternationalScale: true,
  validation: 'validated',
};
const undetected = { ...sample, detected: false, bcrAbl1IsPercent: null };

describe('a BCR::ABL1 sample', () => {
  it.each([
    ['a value on the scale is quantified', sample, 'quantified'],
    [
      'a value with few control copies is quantified: it can show a loss',
      { ...sample, controlCopies: 500 },
      'quantified',
    ],
    ['a pending sample counts', { ...sample, validation: 'pending' }, 'quantified'],
    ['a rejected sample does not', { ...sample, validation: 'rejected' }, null],
    ['off the International Scale it does not', { ...sample, onInternationalScale: false }, null],
    ['detected without a value it is not evaluable', { ...sample, bcrAbl1IsPercent: null }, null],
    ['detected with a value of zero it is not evaluable', { ...sample, bcrAbl1IsPercent: 0 }, null],
    [
      'undetected with 10,000 ABL1 copies it is undetected',
      { ...undetected, controlCopies: 10_000 },
      'undetected',
    ],
    ['undetected with 9,999 ABL1 copies it is not evaluable', { ...undetected, controlCopies: 9_999 }, null],
    ['undetected with unknown copies it is not evaluable', { ...undetected, controlCopies: null }, null],
    [
      'undetected with 24,000 GUSB copies it is undetected',
      { ...undetected, controlGene: 'GUSB', controlCopies: 24_000 },
      'undetected',
    ],
    [
      'undetected with 23,999 GUSB copies it is not evaluable',
      { ...undetected, controlGene: 'GUSB', controlCopies: 23_999 },
      null,
    ],
    [
      'undetected against BCR it is not evaluable: no published minimum',
      { ...undetected, controlGene: 'BCR', controlCopies: 1e6 },
      null,
    ],
  ] as const)('%s', (_what, given, expected) => {
    expect(sampleReading(given)).toBe(expected);
  });
});

describe('what a sample says of major molecular response after a stop', () => {
  it.each([
    ['0.1 % is still MMR', { ...sample, bcrAbl1IsPercent: 0.1 }, 'kept'],
    ['more than 0.1 % is a loss', { ...sample, bcrAbl1IsPercent: 0.1001 }, 'lost'],
    ['a loss shows in a poor sample too', { ...sample, bcrAbl1IsPercent: 2, controlCopies: 400 }, 'lost'],
    ['undetected in 3,000 control copies is MMR', { ...undetected, controlCopies: 3_000 }, 'kept'],
    ['in 2,999 it cannot be told', { ...undetected, controlCopies: 2_999 }, null],
    [
      'a conversion factor of 0.5 asks for half',
      { ...undetected, controlCopies: 1_500, conversionFactor: 0.5 },
      'kept',
    ],
    ['the control gene does not matter', { ...undetected, controlGene: 'BCR' }, 'kept'],
    ['unknown copies cannot tell', { ...undetected, controlCopies: null }, null],
    ['a rejected sample cannot tell', { ...sample, bcrAbl1IsPercent: 5, validation: 'rejected' }, null],
    ['nor one off the scale', { ...sample, bcrAbl1IsPercent: 5, onInternationalScale: false }, null],
  ] as const)('%s', (_what, given, expected) => {
    expect(mmrReading(given)).toBe(expected);
  });
});
