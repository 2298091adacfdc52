import { textsOf } from '@data/engine/arrow-text';
import { type Data, type Utf8, Utf8 as utf8, vectorFromArray } from 'apache-arrow';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const column = (texts: readonly (string | null)[]): Data<Utf8> =>
  vectorFromArray([...texts], new utf8()).data[0] as Data<Utf8>;

const read = (texts: readonly (string | null)[]) => textsOf(column(texts), texts.length);

describe('the texts of a column', () => {
  it('are read as they were written: again and again, empty, long, of any script, and none', () => {
    const long = 'é'.repeat(100);
    const texts = [
      'in_mmr',
      'in_mmr',
      '',
      null,
      long,
      'before_mmr',
      long,
      '\u{1f9ec} ABL1',
      '',
      'in_mmr',
      null,
    ];
    expect(read(texts)).toEqual(texts);
  });

  it('are more than are remembered', () => {
    const texts = Array.from({ length: 5000 }, (_, row) => `code ${(row * 7) % 1300}`);
    expect(read(texts)).toEqual(texts);
  });

  it('are any texts', () => {
    const text = fc.option(fc.oneof(fc.constantFrom('a', 'b', 'ab', 'ba'), fc.string({ unit: 'grapheme' })));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (texts) => {
        expect(read(texts)).toEqual(texts);
      }),
    );
  });
});
