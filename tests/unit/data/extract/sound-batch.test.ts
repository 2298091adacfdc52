import { extractContract } from '@data/contracts/extract-contract';
import { decodeFile } from '@data/extract/decode-file';
import { announcesEncryption } from '@data/extract/encrypted-columns';
import { hostileArrow } from '@tests/support/hostile-arrow';
import { Float64, Int32, Table, Utf8, vectorFromArray } from 'apache-arrow';
import { describe, expect, test } from 'vitest';

const rows = 600;
const each = <T>(cell: (row: number) => T) => Array.from({ length: rows }, (_, row) => cell(row));
const questionnaires = new Table({
  patient_id: vectorFromArray(
    each((row) => `P${row}`),
    new Utf8(),
  ),
  day: vectorFromArray(
    each((row) => row),
    new Int32(),
  ),
  instrument: vectorFromArray(
    each(() => 'EQ-5D-5L'),
    new Utf8(),
  ),
  scale: vectorFromArray(
    each(() => 'vas'),
    new Utf8(),
  ),
  score: vectorFromArray(
    each((row) => row / 2),
    new Float64(),
  ),
});

describe('an Arrow file', () => {
  test.each(hostileArrow(questionnaires))('with $name: $outcome', async ({ bytes, outcome }) => {
    const table = extractContract.tables.find(({ name }) => name === 'prom');
    if (table === undefined) throw new Error('no table prom');
    const decoded = async () => {
      const blob = new Blob([bytes as Uint8Array<ArrayBuffer>]);
      const file = await decodeFile({ blob, path: 'prom.arrow', format: 'arrow', table });
      let found = 0;
      for (let batch = await file.next(); batch !== null; batch = await file.next()) found += batch.rows;
      return found === rows ? 'loads' : `${found} rows`;
    };
    const code = (error: { readonly code?: string }) => error.code ?? String(error);
    expect(await decoded().catch(code)).toBe(outcome);
  });
});

describe('the footer of a Parquet file', () => {
  // Thrift's compact form: version 1, a schema of one element with a name, rows 3.
  const plain = [0x15, 0x02, 0x19, 0x1c, 0x48, 0x01, 0x61, 0x00, 0x16, 0x06];
  const cipher = [0x0c, 0x10, 0x1c, 0x00, 0x00];
  const says = (...bytes: number[]) => announcesEncryption(new Uint8Array(bytes));

  test('says whether its columns are encrypted', () => {
    expect(says(...plain, 0x00)).toBe(false);
    expect(says(...plain, ...cipher, 0x00)).toBe(true);
    // The signature of the footer stands behind it.
    expect(says(...plain, ...cipher, 0x00, ...new Uint8Array(28))).toBe(true);
    // A field 8 of something else.
    expect(says(0x15, 0x02, 0x19, 0x1c, ...cipher, 0x00, 0x00)).toBe(false);
  });

  test('says nothing where it is cut, nested without end or of no known form', () => {
    expect(says()).toBe(false);
    expect(says(...plain, ...cipher)).toBe(false);
    expect(says(...each(() => 0x1c))).toBe(false);
    expect(says(0x1b, 0x00)).toBe(false);
    expect(says(0x18, 0xff, 0xff, 0xff, 0xff, 0x7f)).toBe(false);
  });
});
