import { countLooks } from '@core/analyses/look-ledger';
import { expect, it } from 'vitest';

it('what was looked at is counted once each, and a single curve is no comparison', () => {
  expect(countLooks([])).toMatchObject({ endpoints: 0, analyses: 0, comparisons: 0, byChance: 0 });
  const looks = countLooks([
    { endpoint: 'os', cohort: 'all', by: '' },
    { endpoint: 'os', cohort: 'all', by: 'sex' },
    { endpoint: 'os', cohort: 'all', by: 'sex' },
    { endpoint: 'os', cohort: 'women', by: 'elts' },
    { endpoint: 'pfs', cohort: 'all', by: 'elts' },
  ]);
  expect(looks).toEqual({
    endpoints: 2,
    cohorts: 2,
    groupings: 2,
    analyses: 4,
    comparisons: 3,
    byChance: 0.15000000000000002,
  });
});
