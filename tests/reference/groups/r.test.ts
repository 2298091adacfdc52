import { expect, test } from 'vitest';
import { deviation } from '../deviation';
import reference from './cases.json';
import { recompute } from './recompute';

// 1e-10 relative: incomplete beta functions and sums of squares in another order than R's.
test.each(reference.cases)('$id agrees with R', ({ input, expected }) => {
  const { relative, path } = deviation(recompute(input), expected);
  expect(relative, path).toBeLessThanOrEqual(reference.tolerance);
});
