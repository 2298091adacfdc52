import type { GroupTest } from '@core/analyses/group-test';
import type { ReleasedPart, ReleasedTableOne } from '@core/analyses/released-table-one';
import type { GroupDifference, NumberRow, TableOne } from '@core/analyses/table-one';
import { type FactId, facts, type NumberFactId } from '@core/cohort/fact-vocabulary';
import { factCode } from '@language/code-name';
import { releasedCountText } from '@language/released-text';
import type { Words } from '@language/use-words';

export type NumberLook = 'median' | 'mean';

/** One printed line of Table 1. */
export interface TableLine {
  readonly key: string;
  readonly label: string;
  /** A level or the missing of the fact above. */
  readonly isPart: boolean;
  /** One per group. */
  readonly cells: readonly string[];
  /** Of the second group, the third, ... against the first; empty beside a part. */
  readonly differences: readonly string[];
  readonly p: string;
  readonly test: string;
}

/** What stands where nothing is defined. */
const none = '–';

/** The lines with exact numbers: for the screen, and for nothing else. */
export function exactLines(table: TableOne, words: Words, look: NumberLook): readonly TableLine[] {
  const part = (count: number, of: number) =>
    of === 0
      ? none
      : words.say('comparison.part', { count: words.number(count), share: words.percent(count / of, 1) });
  return table.rows.flatMap((row) => {
    const parts = row.missing.some((count) => count > 0)
      ? [
          partLine(
            row.fact,
            'missing',
            words.say('comparison.missing'),
            row.missing.map((count, g) => part(count, table.patients[g] ?? 0)),
          ),
        ]
      : [];
    const compared = {
      differences: row.differences.map(({ estimate }) => differenceText(words, estimate)),
      ...testTexts(words, row.test?.p ?? null, row.test),
    };
    if (row.kind === 'number') {
      const cells = row.summaries.map((summary) => numberCell(words, row.fact, summary, look, 'exact'));
      return [headLine(words, row.fact, look, cells, compared), ...parts];
    }
    const levels = row.levels.map(({ level, patients }) =>
      partLine(
        row.fact,
        `level ${level}`,
        factCode(words, row.fact, level),
        patients.map((count, g) => part(count, row.known[g] ?? 0)),
      ),
    );
    return [
      headLine(
        words,
        row.fact,
        look,
        table.patients.map(() => ''),
        compared,
      ),
      ...levels,
      ...parts,
    ];
  });
}

/** The lines as they may leave the page. */
export function releasedLines(table: ReleasedTableOne, words: Words, look: NumberLook): readonly TableLine[] {
  const part = ({ count, share }: ReleasedPart) => {
    const text = releasedCountText(words, count);
    return share.share === null
      ? text
      : words.say('comparison.part', { count: text, share: words.percent(share.share) });
  };
  return table.rows.flatMap((row) => {
    const isKnown = row.missing.every(({ count }) => count.kind === 'rounded' && count.value === 0);
    const parts = isKnown
      ? []
      : [partLine(row.fact, 'missing', words.say('comparison.missing'), row.missing.map(part))];
    const compared = {
      differences: row.differences.map(({ value }) => differenceText(words, value)),
      ...testTexts(words, row.test?.value ?? null, row.test),
    };
    if (row.kind === 'number') {
      const cells = row.summaries.map(({ median, lowerQuartile, upperQuartile, mean, standardDeviation }) =>
        numberCell(
          words,
          row.fact,
          {
            median: median.value,
            lowerQuartile: lowerQuartile.value,
            upperQuartile: upperQuartile.value,
            mean: mean.value,
            standardDeviation: standardDeviation.value,
          },
          look,
          'released',
        ),
      );
      return [headLine(words, row.fact, look, cells, compared), ...parts];
    }
    const levels = row.levels.map(({ level, parts: shares }) =>
      partLine(row.fact, `level ${level}`, factCode(words, row.fact, level), shares.map(part)),
    );
    return [
      headLine(
        words,
        row.fact,
        look,
        table.patients.map(() => ''),
        compared,
      ),
      ...levels,
      ...parts,
    ];
  });
}

type Compared = Pick<TableLine, 'differences' | 'p' | 'test'>;

function headLine(
  words: Words,
  fact: FactId,
  look: NumberLook,
  cells: readonly string[],
  compared: Compared,
): TableLine {
  const vocabulary = facts[fact];
  const name = words.say(`clinic.${fact}`);
  if (vocabulary.kind === 'category') {
    return {
      key: fact,
      label: words.say('comparison.category', { name }),
      isPart: false,
      cells,
      ...compared,
    };
  }
  const unit = words.say(`unit.${vocabulary.unit}`, { value: '', count: 2 }).trim();
  const named = unit === '' ? name : words.say('comparison.named', { name, unit });
  return {
    key: fact,
    label: words.say(`comparison.${look}`, { name: named }),
    isPart: false,
    cells,
    ...compared,
  };
}

const partLine = (fact: FactId, key: string, label: string, cells: readonly string[]): TableLine => ({
  key: `${fact} ${key}`,
  label,
  isPart: true,
  cells,
  differences: [],
  p: '',
  test: '',
});

type Spread = Pick<
  NumberRow['summaries'][number],
  'median' | 'lowerQuartile' | 'upperQuartile' | 'mean' | 'standardDeviation'
>;

function numberCell(
  words: Words,
  fact: NumberFactId,
  spread: Spread,
  look: NumberLook,
  precision: 'exact' | 'released',
): string {
  const { unit, decimals } = facts[fact];
  const digits = {
    minimumFractionDigits: precision === 'released' ? 0 : look === 'mean' ? decimals + 1 : decimals,
    maximumFractionDigits: decimals + 1,
    useGrouping: unit !== 'year',
  };
  const text = (value: number | null) => (value === null ? none : words.number(value, digits));
  if (look === 'mean') {
    if (spread.mean === null) return none;
    return words.say('comparison.spread', {
      location: text(spread.mean),
      spread: text(spread.standardDeviation),
    });
  }
  if (spread.median === null) return none;
  const quartiles = { lower: text(spread.lowerQuartile), upper: text(spread.upperQuartile) };
  return words.say('comparison.spread', {
    location: text(spread.median),
    spread: words.say('figure.interval', quartiles),
  });
}

const differenceText = (words: Words, estimate: GroupDifference['estimate']) =>
  estimate === null
    ? none
    : words.number(Math.abs(estimate), { minimumFractionDigits: 2, maximumFractionDigits: 2 });

function testTexts(
  words: Words,
  p: number | null,
  test: Pick<GroupTest, 'method'> | null,
): { readonly p: string; readonly test: string } {
  if (test === null) return { p: '', test: '' };
  const method = test.method === null ? '' : words.say(`comparison.method.${test.method}`);
  return { p: p === null ? none : probabilityText(words, p), test: method };
}

/** Three decimals, two digits at least, and nothing below 0.001. */
function probabilityText(words: Words, p: number): string {
  if (p < 0.001)
    return words.say('comparison.tooSmall', { value: words.number(0.001, { maximumFractionDigits: 3 }) });
  const digits = p < 0.0095 ? 3 : 2;
  return words.number(p, { minimumFractionDigits: digits, maximumFractionDigits: 3 });
}

/** What a reader must know of the numbers. */
export function tableNotes(
  words: Words,
  { disjoint }: Pick<TableOne, 'disjoint'>,
  { look, tests, groups }: { readonly look: NumberLook; readonly tests: boolean; readonly groups: number },
): readonly string[] {
  const compared = groups > 1;
  return [
    words.say('comparison.note.known'),
    words.say(`comparison.note.${look}`),
    ...(compared && disjoint ? [words.say('comparison.note.difference')] : []),
    ...(compared && !disjoint ? [words.say('comparison.note.overlap')] : []),
    ...(compared && disjoint && tests ? [words.say('comparison.note.tests')] : []),
  ];
}
