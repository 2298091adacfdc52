import { releasedTableOne } from '@core/analyses/released-table-one';
import { categoryRow, numberRow, type TableOne, tableOneOf } from '@core/analyses/table-one';
import { overlapOf } from '@core/cohort/overlap';
import { defaultPolicy } from '@core/disclosure/policy';
import { wordsFor } from '@tests/support/words-in';
import { type TableContext, tableOneCsv, tableOneHtml, tableOneTabs } from '@view/figures/table-one-export';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const levels = ['low', 'intermediate', 'high'];
const context = (names: readonly string[]): TableContext => ({
  names,
  definitions: [{ name: names[0] ?? '', sentences: ['All patients of the extract.'] }],
  look: 'median',
  tests: true,
  samples: 'unrejected',
  policy: defaultPolicy,
});

/** A table of two groups with these levels, the missing first. */
function tableOf(first: readonly number[], second: readonly number[]) {
  const codes = [first, second].map((counts) => counts.flatMap((n, code) => new Array<number>(n).fill(code)));
  const all = codes.flat();
  const failed = [0, 1].map((g) =>
    Uint32Array.from(all, (_, i) => ((i < (codes[0]?.length ?? 0) ? 0 : 1) === g ? 0 : 1)),
  );
  const overlap = overlapOf(failed, all.length);
  const compared = { overlap, groups: [0, 1] as const, tests: true };
  const table: TableOne = {
    ...tableOneOf(compared),
    rows: [
      categoryRow('elts', levels, all, compared),
      numberRow(
        'age',
        all.map((code, i) => (code === 0 ? Number.NaN : 40 + (i % 30))),
        compared,
      ),
    ],
  };
  return { table, released: releasedTableOne(table, [0, 1], overlap.counts, defaultPolicy) };
}

const french = wordsFor('fr');
const english = wordsFor('en');

describe('Table 1 as a file', () => {
  it('takes released tables only', () => {
    const { table, released } = tableOf([0, 30, 20, 15], [0, 30, 20, 15]);
    expect(tableOneCsv(released, english, context(['A', 'B']))).toContain('30 (46%)');
    // @ts-expect-error exact counts do not leave the page
    const csv = () => tableOneCsv(table, english, context(['A', 'B']));
    // @ts-expect-error exact counts do not leave the page
    const html = () => tableOneHtml(table, english, context(['A', 'B']));
    // @ts-expect-error exact counts do not leave the page
    const tabs = () => tableOneTabs(table, english, context(['A', 'B']));
    for (const exported of [csv, html, tabs]) expect(exported).toThrow();
  });

  it('says by which policy its counts are told', () => {
    const { released } = tableOf([0, 30, 20, 15], [0, 30, 20, 15]);
    const policy = { ...defaultPolicy, threshold: 20, roundTo: 10 };
    const csv = (words: typeof english) => tableOneCsv(released, words, { ...context(['A', 'B']), policy });
    expect(csv(english)).toContain('Counts rounded to multiples of 10; 1 to fewer than 20: “< 20”');
    expect(csv(french)).toMatch(/Effectifs arrondis au multiple de 10\s; de 1 à moins de 20\s: «\s< 20\s»/);
  });

  it('holds no count of 1 to 10, and none that is not rounded, in any language or form', () => {
    const counts = fc.array(fc.oneof(fc.nat(12), fc.nat(300)), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        const { released } = tableOf(first, second);
        for (const words of [french, english]) {
          const text = tableOneTabs(released, words, context(['A', 'B']));
          const [head = '', ...lines] = text.split('\n\n')[0]?.split('\n') ?? [];
          const cells = [
            ...head
              .split('\t')
              .slice(1, 3)
              .map((cell) => /n\s*=\s*(.*)\)$/.exec(cell)?.[1] ?? ''),
            // The lines of counts: levels and missing, not the medians.
            ...lines
              .filter((line) => !/median|médiane|n \(%\)/.test(line))
              .flatMap((line) => line.split('\t').slice(1, 3)),
          ];
          expect(cells.length).toBeGreaterThan(0);
          for (const cell of cells) {
            const [, count] = /^([\d\s,.]+?)(?: \(.*\))?$/.exec(cell) ?? [];
            if (count === undefined) {
              expect(cell).toMatch(/^(<\s*11|not shown|non montré)$/);
              continue;
            }
            const value = Number(count.replace(/[^\d]/g, ''));
            expect(value === 0 || (value >= 15 && value % 5 === 0)).toBe(true);
          }
        }
      }),
      { seed: 20260118, numRuns: 60 },
    );
  });

  it('is CSV that Excel opens in the language: mark, separator, quotes, and no formula', () => {
    const { released } = tableOf([0, 30, 20, 15], [12, 30, 20, 15]);
    const csv = tableOneCsv(released, french, context(['=HYPERLINK("a")', 'B; "b"']));
    expect(csv.startsWith('\uFEFF')).toBe(true);
    const head = csv.split('\r\n')[0] ?? '';
    expect(head).toContain(';"\'=HYPERLINK(""a"") ');
    expect(head).toContain('"B; ""b"" ');
    expect(tableOneCsv(released, english, context(['A', 'B'])).split('\r\n')[0]).toContain(',A (n');
  });

  it('is a page in which names are text', () => {
    const { released } = tableOf([0, 30, 20, 15], [12, 30, 20, 15]);
    const html = tableOneHtml(released, english, context(['<script>alert(1)</script>', "a & 'b'"]));
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain('a &amp; &#39;b&#39;');
    expect(html).toMatch(/<th align="right" valign="bottom" scope="col">/);
    expect(html).toContain('Definition of');
  });
});
