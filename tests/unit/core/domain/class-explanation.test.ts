import { explainClass } from '@core/domain/class-explanation';
import { controlGenes, molecularMethods, sampleValidations } from '@core/domain/extract-tables';
import { type ClassReading, responseClass } from '@core/domain/response-class';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const good: ClassReading = {
  bcrAbl1IsPercent: 0.006,
  detected: true,
  controlGene: 'ABL1',
  controlCopies: 40_000,
  conversionFactor: 0.8,
  onInternationalScale: true,
  method: 'RT-qPCR',
  validation: 'validated',
};
const undetected = { ...good, detected: false, bcrAbl1IsPercent: null };

describe('why a sample has its class', () => {
  it.each([
    ['off_scale', { ...good, onInternationalScale: false }],
    ['rejected', { ...good, validation: 'rejected' }],
    ['unread', { ...good, validation: 'unread' }],
    ['no_value', { ...good, bcrAbl1IsPercent: null }],
    ['value_not_above_zero', { ...good, bcrAbl1IsPercent: 0 }],
    ['gene_without_minimum', { ...undetected, controlGene: 'BCR' }],
    ['unknown_copies', { ...undetected, controlCopies: null }],
    ['too_few_copies', { ...undetected, controlCopies: 9_999 }],
  ] as const)('or why it has none: %s', (reason, sample) => {
    expect(explainClass(sample, 'e14a2')).toMatchObject({ responseClass: null, rule: null, reason });
  });

  it('says that the scale does not apply to an atypical transcript, and takes an unknown one for typical', () => {
    expect(explainClass(good, 'e1a2')).toMatchObject({ responseClass: null, reason: 'atypical_transcript' });
    expect(explainClass(good, null)).toMatchObject({ responseClass: 'MR4', reason: null });
  });

  it.each([
    ['nothing: the value itself', good, 'MR4', null],
    [
      'too few copies',
      { ...good, controlCopies: 9_999 },
      'MMR',
      { because: 'too_few_copies', neededCopies: 10_000 },
    ],
    [
      'unknown copies',
      { ...good, controlCopies: null },
      'MMR',
      { because: 'unknown_copies', neededCopies: 10_000 },
    ],
    ['a gene without a minimum', { ...good, controlGene: 'BCR' }, 'MMR', { because: 'gene_without_minimum' }],
    [
      'too few copies, undetected',
      { ...undetected, controlCopies: 31_999 },
      'MR4',
      { because: 'too_few_copies', neededCopies: 32_000 },
    ],
    [
      'a cartridge',
      { ...undetected, controlCopies: 200_000, method: 'cartridge' },
      'MR4.5',
      { because: 'cartridge' },
    ],
  ] as const)('with what withholds the next deeper one: %s', (_what, sample, found, withheld) => {
    const explained = explainClass(sample, 'e13a2');
    expect(explained.responseClass).toBe(found);
    expect(explained.rule?.responseClass).toBe(found);
    if (withheld === null) expect(explained.withheld).toBeNull();
    else expect(explained.withheld).toMatchObject(withheld);
  });

  it('is the class of responseClass for every sample, with either a rule or a reason', () => {
    fc.assert(
      fc.property(
        fc.record({
          bcrAbl1IsPercent: fc.option(fc.constantFrom(0, 0.001, 0.0032, 0.01, 0.1, 1, 10, 50)),
          detected: fc.boolean(),
          controlGene: fc.constantFrom(...controlGenes),
          controlCopies: fc.option(fc.constantFrom(0, 9_999, 10_000, 24_000, 32_000, 77_000, 240_000)),
          conversionFactor: fc.constant(null),
          onInternationalScale: fc.boolean(),
          method: fc.constantFrom(...molecularMethods),
          validation: fc.constantFrom(...sampleValidations),
        }),
        (sample) => {
          const { responseClass: found, rule, reason } = explainClass(sample, 'e14a2');
          expect(found).toBe(responseClass(sample));
          expect(rule === null).toBe(reason !== null);
        },
      ),
      { seed: 5, numRuns: 2000 },
    );
  });
});
