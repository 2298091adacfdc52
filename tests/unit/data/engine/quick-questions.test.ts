import { QuickQuestions } from '@data/engine/quick-questions';
import { expect, test } from 'vitest';

test('a question is quick after a quick answer, and no longer after a slow one', async () => {
  let clock = 0;
  const quick = new QuickQuestions(() => clock);
  const answeredIn = (milliseconds: number) => async () => {
    clock += milliseconds;
  };
  expect(quick.has('counts')).toBe(false);
  await quick.timed('counts', answeredIn(20));
  expect(quick.has('counts')).toBe(true);
  expect(quick.has('curves')).toBe(false);
  await quick.timed('counts', answeredIn(2_000));
  expect(quick.has('counts')).toBe(false);
});

test('a failure teaches nothing', async () => {
  const quick = new QuickQuestions(() => 0);
  await expect(quick.timed('counts', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(quick.has('counts')).toBe(false);
});

test('a question given up under way does not become quick, but may become slow', async () => {
  let clock = 0;
  const quick = new QuickQuestions(() => clock);
  const stop = new AbortController();
  const givenUpAfter = (milliseconds: number) => async () => {
    clock += milliseconds;
    stop.abort();
  };
  await quick.timed('counts', givenUpAfter(20), stop.signal);
  expect(quick.has('counts')).toBe(false);
  await quick.timed('counts', () => Promise.resolve());
  await quick.timed('counts', givenUpAfter(2_000), stop.signal);
  expect(quick.has('counts')).toBe(false);
});
