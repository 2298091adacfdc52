import { readOptions } from '@commands/generate/generation-options';
import { expect, test } from 'vitest';

test('without options it is the demonstration extract', () => {
  expect(readOptions([])).toEqual({
    patients: 2000,
    centres: 24,
    seed: 2021,
    out: 'public/extract',
    created: '2026-01-15',
    relapseProfile: 'trial',
    batch: 20_000,
    faults: 'none',
  });
});

test.each([
  [['--patient', '3'], /unknown option --patient/],
  [['--patients'], /--patients needs a value/],
  [['--patients', 'many'], /--patients must be a whole number from 1/],
  [['--patients', '0'], /--patients must be a whole number from 1/],
  [['--centres', '100'], /--centres must be a whole number from 1 to 99/],
  [['--tfr', 'mixed'], /--tfr must be one of trial, observatory/],
  [['--created', 'today'], /--created must be a date/],
  [['--faults', 'some'], /--faults must be one of none, opening, all/],
  [['--faults', 'all', '--batch', '100'], /--faults needs an extract of one file per table/],
])('%j is refused by name', (args, message) => {
  expect(() => readOptions(args)).toThrow(message);
});
