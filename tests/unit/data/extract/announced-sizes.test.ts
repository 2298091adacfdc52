import { type AnnouncedSizes, refuseForgedSizes } from '@data/extract/announced-sizes';
import type { DecodeOrder } from '@data/extract/decoder';
import { describe, expect, test } from 'vitest';

const megabyte = 1024 * 1024;
const order = {
  table: { name: 'molecular' },
  path: 'molecular.parquet',
  blob: { size: 10 * megabyte },
} as unknown as DecodeOrder;
const group = (change: Partial<AnnouncedSizes['groups'][number]> = {}) => ({
  rows: 100,
  compressedBytes: 1000,
  bytes: 4000,
  values: [100, 100],
  ...change,
});
const refusal = (sizes: AnnouncedSizes) => {
  try {
    refuseForgedSizes(sizes, order);
    return null;
  } catch (error) {
    return error;
  }
};

test('an honest footer passes, and an empty one', () => {
  expect(refusal({ rows: 200, groups: [group(), group()] })).toBeNull();
  expect(refusal({ rows: 0, groups: [] })).toBeNull();
  expect(refusal({ rows: 100, groups: [group({ bytes: 200 * megabyte })] })).toBeNull();
});

describe('counts that contradict each other are damage', () => {
  test.each([
    ['rows that do not add up', { rows: 150, groups: [group()] }],
    ['a negative count of rows', { rows: -100, groups: [group({ rows: -100 })] }],
    ['a negative size', { rows: 100, groups: [group({ bytes: -1 })] }],
    ['fewer values than rows', { rows: 100, groups: [group({ values: [100, 99] })] }],
    [
      'more compressed bytes than the file has',
      { rows: 100, groups: [group({ compressedBytes: 11 * megabyte })] },
    ],
  ])('%s', (_, sizes) => {
    expect(refusal(sizes)).toMatchObject({ code: 'damaged-file', details: { file: 'molecular.parquet' } });
  });
});

describe('counts out of all proportion are refused by name', () => {
  const rows = 60_000_000;
  test.each([
    ['rows', { rows, groups: [group({ rows, values: [rows] })] }],
    [
      'row groups',
      { rows: 0, groups: Array.from({ length: 20_001 }, () => group({ rows: 0, values: [0] })) },
    ],
    ['MB', { rows: 1000, groups: Array.from({ length: 10 }, () => group({ bytes: 900 * megabyte })) }],
    ['MB / row group', { rows: 100, groups: [group({ bytes: 2100 * megabyte })] }],
    ['×', { rows: 800, groups: Array.from({ length: 8 }, () => group({ bytes: 800 * megabyte })) }],
  ])('%s', (what, sizes) => {
    expect(refusal(sizes)).toMatchObject({ code: 'too-much-inside', details: { what } });
  });
});
