import { StatementCache } from '@data/engine/statement-cache';
import { expect, test } from 'vitest';

function recorded() {
  const sent: string[] = [];
  const cache = new StatementCache(async (sql) => {
    if (sql.includes('broken')) throw new Error('Parser Error');
    sent.push(sql);
  });
  return { sent, cache };
}

test('a statement is prepared once and keeps its name', async () => {
  const { sent, cache } = recorded();
  const name = await cache.nameOf('select ?');
  expect(await cache.nameOf('select ?')).toBe(name);
  expect(sent).toEqual([`prepare ${name} as select ?`]);
});

test('a statement that cannot be prepared is not remembered', async () => {
  const { cache } = recorded();
  await expect(cache.nameOf('broken')).rejects.toThrow('Parser Error');
  await expect(cache.nameOf('broken')).rejects.toThrow('Parser Error');
});

test('the statement that was used least recently is forgotten first', async () => {
  const { sent, cache } = recorded();
  const first = await cache.nameOf('select 0');
  const second = await cache.nameOf('select 1');
  for (let index = 2; index < 64; index += 1) await cache.nameOf(`select ${index}`);
  await cache.nameOf('select 0');
  await cache.nameOf('select 64');
  expect(sent.at(-1)).toBe(`deallocate ${second}`);
  expect(await cache.nameOf('select 0')).toBe(first);
});
