import { decline, growth, Leukaemia } from '@commands/generate/leukaemia';
import { expect, test } from 'vitest';

test('a pool halves in its halving time', () => {
  const leukaemia = new Leukaemia(80);
  leukaemia.fast.rate = decline(30);
  expect(leukaemia.level(90)).toBeCloseTo(10, 10);
});

test('the decline is biphasic: fast first, then slow', () => {
  const leukaemia = new Leukaemia(50);
  leukaemia.slow.size = 0.5;
  leukaemia.fast.rate = decline(20);
  leukaemia.slow.rate = decline(300);
  const halvings = (from: number, to: number) => Math.log2(leukaemia.level(from) / leukaemia.level(to));
  expect(halvings(0, 60)).toBeGreaterThan(2.8);
  expect(halvings(600, 660)).toBeCloseTo(60 / 300, 3);
});

test('moving the pools to a day keeps the level of that day', () => {
  const leukaemia = new Leukaemia(50);
  leukaemia.fast.rate = decline(20);
  const expected = leukaemia.level(100);
  leukaemia.advance(100);
  expect(leukaemia.level(100)).toBeCloseTo(expected, 12);
});

test('growth ends near full replacement', () => {
  const leukaemia = new Leukaemia(1);
  leukaemia.fast.rate = growth(10);
  expect(leukaemia.level(10)).toBeCloseTo(2, 10);
  expect(leukaemia.level(1000)).toBe(120);
});
