import { cohortJson } from '@core/cohort/read-cohort';
import { defaultPolicy } from '@core/disclosure/policy';
import {
  definitionText,
  fromReleased,
  type LeavingText,
  type Released,
  type ReleasedCount,
  releaseCount,
  releasedText,
} from '@core/disclosure/released';
import { copyText, fileName, saveBundle, saveFile } from '@session/save-file';
import { describe, expect, expectTypeOf, it } from 'vitest';

describe('what a file or the clipboard takes', () => {
  it('is released text, and nothing else compiles', () => {
    expectTypeOf(saveFile).parameter(2).toEqualTypeOf<LeavingText>();
    expectTypeOf(copyText).parameter(0).toEqualTypeOf<LeavingText>();
    expectTypeOf<{ readonly text: string }>().not.toExtend<LeavingText>();
    expectTypeOf<Readonly<Record<string, string>>>().not.toExtend<Parameters<typeof saveBundle>[1]>();
    expectTypeOf<{ readonly kind: 'rounded'; readonly value: number }>().not.toExtend<ReleasedCount>();
    // @ts-expect-error text that no rule has seen
    const text = () => saveFile('a', 'txt', { text: '7 patients' });
    // @ts-expect-error text that no rule has seen
    const copied = () => copyText({ text: '7 patients' });
    // @ts-expect-error files that no rule has seen
    const files = () => saveBundle('a', { 'numbers.csv': '7' });
    // @ts-expect-error exact numbers are no definition
    const rows = () => definitionText({ rows: [{ patients: 7 }] });
    // @ts-expect-error exact numbers have to be released before they are written
    const written = () => releasedText({ patients: 7 }, ({ patients }) => String(patients));
    expect([text, copied, files, rows, written]).toHaveLength(5);
  });

  it('is a definition, or computed from released numbers', () => {
    expect(definitionText(cohortJson({ name: null, cohort: everybody })).text).toContain('"rules": []');
    const count = releaseCount(48, defaultPolicy);
    const text = releasedText(count, (one) => JSON.stringify(one));
    expect(text.text).toBe('{"kind":"rounded","value":50}');
    const doubled: Released<{ readonly twice: number }> = fromReleased(count, (one) => ({
      twice: one.kind === 'rounded' ? 2 * one.value : 0,
    }));
    expect(doubled.twice).toBe(100);
  });
});

const everybody = { index: { event: 'diagnosis' }, rules: [] } as const;

describe('the name of a file', () => {
  it.each([
    ['Survie globale : bras A/B', 'Survie globale bras A B'],
    ['..', 'cohort'],
    ['a\u0000b', 'a b'],
  ])('of %j is %j', (title, expected) => {
    expect(fileName(title)).toBe(expected);
  });
});
