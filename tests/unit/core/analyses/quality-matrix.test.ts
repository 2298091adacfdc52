import { fullestCell, qualityMatrix } from '@core/analyses/quality-matrix';
import type { PartSize, RuleCount } from '@core/domain/rule-count';
import { describe, expect, test } from 'vitest';

const count = (
  rule: string,
  split: RuleCount['split'],
  level: string | null,
  judged: number,
  broken: number,
): RuleCount => ({ rule, split, level, rows: judged, judged, broken, patients: judged, touched: broken });
const parts: readonly PartSize[] = [
  { split: 'centre', level: 'C1', patients: 40 },
  { split: 'centre', level: 'C2', patients: 6 },
  { split: 'centre', level: 'C3', patients: 4 },
  { split: 'year', level: '2020', patients: 3 },
  { split: 'year', level: '2021', patients: 47 },
];
const counts = [
  count('a', 'all', null, 50, 12),
  count('a', 'centre', 'C1', 40, 4),
  count('a', 'centre', 'C2', 6, 5),
  count('a', 'centre', 'C3', 4, 3),
  count('a', 'year', '2020', 3, 3),
  count('a', 'year', '2021', 47, 9),
  count('b', 'all', null, 0, 0),
];

describe('rules against centres', () => {
  const matrix = qualityMatrix(['a', 'b'], { counts, parts }, 'centre');

  test('show small centres together, the others in their order', () => {
    expect(matrix.columns).toEqual([
      { level: 'C1', patients: 40 },
      { level: null, patients: 10 },
    ]);
    expect(matrix.merged).toBe(2);
    expect(matrix.rows[0]?.cells).toEqual([
      { level: 'C1', judged: 40, broken: 4, share: 0.1 },
      { level: null, judged: 10, broken: 8, share: 0.8 },
    ]);
    expect(matrix.rows[0]?.whole).toEqual({ level: null, judged: 50, broken: 12, share: 0.24 });
  });

  test('have no share where nothing was judged', () => {
    expect(matrix.rows[1]?.cells.map(({ share }) => share)).toEqual([null, null]);
  });

  test('name the fullest cell of those with enough rows', () => {
    expect(fullestCell(matrix)).toMatchObject({ rule: 'a', cell: { level: 'C1' } });
    expect(fullestCell(qualityMatrix(['b'], { counts, parts }, 'centre'))).toBeNull();
  });
});

test('years are not merged, however few their patients', () => {
  const { columns, merged } = qualityMatrix(['a'], { counts, parts }, 'year');
  expect(columns.map(({ level }) => level)).toEqual(['2020', '2021']);
  expect(merged).toBe(0);
});
