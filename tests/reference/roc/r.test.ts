import { expect, test } from 'vitest';
import { deviation } from '../deviation';
import reference from './cases.json';
import { recompute } from './recompute';

// 1e-12 relative: means of a few hundred shares; ranks instead of pairs.
test.each(reference.cases)('$id agrees with R', ({ input, expected }) => {
  const { relative, path } = deviation(recompute(input), expected);
  expect(relative, path).toBeLessThanOrEqual(reference.tolerance);
});
