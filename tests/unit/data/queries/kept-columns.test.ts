import type { Engine } from '@data/engine/engine';
import { KeptColumns } from '@data/queries/cohort/kept-columns';
import { describe, expect, test } from 'vitest';

const engine = {} as Engine;
const read = (bytes: number) => () => Promise.resolve(new Uint8Array(bytes));
const keptOf = (columns: KeptColumns<Uint8Array>, keys: string) =>
  [...keys].filter((key) => columns.atHand(engine, key) !== null).join('');

describe('columns kept beside an engine', () => {
  test('are as many as may be, without those that were asked for longest ago', async () => {
    const columns = new KeptColumns<Uint8Array>(2);
    for (const key of 'ab') await columns.ready(engine, key, read(1));
    await columns.ready(engine, 'a', read(1));
    await columns.ready(engine, 'c', read(1));
    expect(keptOf(columns, 'abc')).toBe('ac');
  });

  test('take no more memory than they may; the last ones stay, whatever they take', async () => {
    const columns = new KeptColumns<Uint8Array>(9, { most: 100, of: ({ byteLength }) => byteLength });
    for (const key of 'abc') await columns.ready(engine, key, read(40));
    expect(keptOf(columns, 'abc')).toBe('bc');
    await columns.ready(engine, 'd', read(500));
    expect(keptOf(columns, 'abcd')).toBe('d');
  });

  test('are read once for all who wait, and again after a reading that failed', async () => {
    const columns = new KeptColumns<Uint8Array>(2);
    let readings = 0;
    const reading = () => {
      readings += 1;
      return readings === 1 ? Promise.reject(new Error('no')) : Promise.resolve(new Uint8Array(1));
    };
    const asked = () => columns.ready(engine, 'a', reading);
    const both = await Promise.allSettled([asked(), asked()]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await Promise.all([asked(), asked()]);
    expect(readings).toBe(2);
  });

  test('are not kept when their tables changed while they were read', async () => {
    const columns = new KeptColumns<Uint8Array>(2);
    const before = columns.ready(engine, 'a', read(1));
    columns.forget(engine);
    await before;
    expect(columns.atHand(engine, 'a')).toBeNull();
  });
});
