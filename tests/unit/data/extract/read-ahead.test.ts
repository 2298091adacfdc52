import { extractContract } from '@data/contracts/extract-contract';
import type { DecodedBatch, Decoder } from '@data/extract/decoder';
import { extractFailure } from '@data/extract/failure-code';
import { planExtract } from '@data/extract/plan-extract';
import { ReadAhead } from '@data/extract/read-ahead';
import { describe, expect, test } from 'vitest';

const megabyte = 1024 * 1024;
const required = ['patient', 'diagnosis', 'treatment_line', 'molecular'];
const files = required.map((name) => ({
  path: `${name}.parquet`,
  size: 1,
  blob: () => Promise.resolve(new Blob([name])),
}));
const plan = planExtract(files, extractContract, null);
const planned = (name: string) => {
  const file = plan.tables.find(({ table }) => table.name === name)?.files[0];
  if (file === undefined) throw new Error(`no ${name}`);
  return file;
};

/** Gives `batches` batches of one megabyte per file, and counts them; refuses the files in `broken`. */
function decoder(batches: number, broken: readonly string[] = []) {
  const given: string[] = [];
  const fake: Decoder = {
    open: async ({ path, table }) => {
      if (broken.includes(path)) throw extractFailure('damaged-file', { table: table.name, file: path });
      let left = batches;
      return {
        facts: { announcedRows: null, extraColumns: [], missingColumns: [] },
        next: async (): Promise<DecodedBatch | null> => {
          if (left === 0) return null;
          left -= 1;
          given.push(path);
          return { rows: 1, bytes: new Uint8Array(megabyte) };
        },
      };
    },
    close: () => undefined,
  };
  return { fake, given };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

async function drain(ahead: ReadAhead, name: string): Promise<number> {
  const file = await ahead.open(planned(name));
  let rows = 0;
  for (let batch = await file.next(); batch !== null; batch = await file.next()) rows += batch.rows;
  return rows;
}

describe('reading ahead of the engine', () => {
  test('gives every batch of every file, in order', async () => {
    const { fake } = decoder(3);
    const ahead = new ReadAhead(plan.tables, fake);
    for (const name of required) expect(await drain(ahead, name)).toBe(3);
  });

  test('decodes before it is asked, and stops when enough is waiting', async () => {
    const { fake, given } = decoder(40);
    const ahead = new ReadAhead(plan.tables, fake);
    await expect.poll(() => given.length).toBeGreaterThan(40);
    await settled();
    expect(given.length).toBeLessThan(60);
    for (const name of required) expect(await drain(ahead, name)).toBe(40);
    expect(given.length).toBe(160);
  });

  test('meets a failure when the turn of its file has come, not before', async () => {
    const { fake } = decoder(2, ['treatment_line.parquet']);
    const ahead = new ReadAhead(plan.tables, fake);
    await settled();
    expect(await drain(ahead, 'patient')).toBe(2);
    expect(await drain(ahead, 'diagnosis')).toBe(2);
    await expect(drain(ahead, 'treatment_line')).rejects.toMatchObject({
      code: 'damaged-file',
      details: { file: 'treatment_line.parquet' },
    });
  });

  test('knows the checksum of each file', async () => {
    const { fake } = decoder(0);
    const opened = await new ReadAhead(plan.tables, fake).open(planned('patient'));
    expect(opened.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});
