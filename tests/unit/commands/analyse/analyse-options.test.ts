import { readAnalyseOptions } from '@commands/analyse/analyse-options';
import { chartedFacts } from '@core/cohort/charted-facts';
import { factIds } from '@core/cohort/fact-vocabulary';
import { describe, expect, it } from 'vitest';

describe('the command line of analyse', () => {
  it('takes an extract and any number of cohorts, and counts the facts of the explorer', () => {
    expect(readAnalyseOptions(['--extract', 'DIR', 'a.json', 'b.json'])).toEqual({
      extract: 'DIR',
      files: ['a.json', 'b.json'],
      facts: chartedFacts,
      analyses: null,
      released: false,
      samples: 'unrejected',
    });
  });

  it('names the facts that are counted, each once', () => {
    expect(readAnalyseOptions(['--extract', 'D', '--facts', 'age,sex,age', 'a.json'])?.facts).toEqual([
      'age',
      'sex',
    ]);
    expect(readAnalyseOptions(['--extract', 'D', '--facts', 'all', 'a.json'])?.facts).toEqual(factIds);
  });

  it('gives help before it complains', () => {
    expect(readAnalyseOptions(['--help'])).toBeNull();
  });

  it.each([
    [['a.json'], /--extract/],
    [['--extract', 'D'], /FILE\.json/],
    [['--extract', 'D', '--facts', 'sex,salary', 'a.json'], /--facts/],
    [['--extract', 'D', '--secret', 'a.json'], /--secret/],
  ])('refuses %j and says why', (args, words) => {
    expect(() => readAnalyseOptions(args)).toThrow(words);
  });
});
