import { type TrajectorySample, trajectoryRuns } from '@core/analyses/response-trajectories';
import { expect, it } from 'vitest';

const at = (month: number, detected = true): TrajectorySample => ({ month, percent: 1, detected });
const months = (samples: readonly TrajectorySample[]) =>
  trajectoryRuns(samples).map((run) => run.map(({ month }) => month));

it('a trajectory breaks after more than nine months without a sample', () => {
  expect(months([at(0), at(9), at(18.1)])).toEqual([[0, 9], [18.1]]);
});

it('a trajectory breaks at an undetected sample', () => {
  expect(months([at(0), at(3), at(6, false), at(9), at(12)])).toEqual([
    [0, 3],
    [9, 12],
  ]);
});

it('a trajectory without a detected sample has no line', () => {
  expect(months([at(0, false), at(3, false)])).toEqual([]);
  expect(months([])).toEqual([]);
});
