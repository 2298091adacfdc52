import { type GroupMember, memberSets, releasedTurnover, turnoverOf } from '@core/analyses/patient-turnover';
import { defaultPolicy } from '@core/disclosure/policy';
import { boundsOf } from '@core/disclosure/released-counts';
import { linearRange, wholeNumbersIn } from '@tests/support/linear-range';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const members = (from: number, to: number, level: string | null): readonly GroupMember[] =>
  Array.from({ length: to - from }, (_, k) => ({ key: from + k, pseudonym: `p${from + k}`, level }));

describe('who entered and left between two extracts', () => {
  const before = [...members(0, 60, 'F'), ...members(60, 100, 'M')];
  // Twenty women went, thirty men came, fifteen patients changed the group.
  const now = [...members(20, 45, 'F'), ...members(45, 60, 'M'), ...members(60, 130, 'M')];

  it('is told of the cohort and of each group, in rounded counts', () => {
    const told = releasedTurnover(before, now, defaultPolicy).map(({ level, stayed, entered, left }) => [
      level,
      ...[stayed, entered, left].map((count) => (count.kind === 'rounded' ? count.value : count.kind)),
    ]);
    expect(told).toEqual([
      ['all', 80, 30, 20],
      ['F', 25, 0, 35],
      ['M', 40, 45, 0],
    ]);
  });

  it('is read off the path of a number', () => {
    const turnover = releasedTurnover(before, now, defaultPolicy);
    expect(turnoverOf('curves.F.landmarks.24.eventFree', turnover)?.level).toBe('F');
    expect(turnoverOf('logRankP', turnover)?.level).toBe('all');
    expect(turnoverOf('panels.12.bars.M.parts.optimal.patients', turnover)?.level).toBe('M');
  });

  it('leaves no small count to be narrowed beside the sizes that an export tells', () => {
    const size = fc.oneof(fc.nat(13), fc.nat(60));
    fc.assert(
      fc.property(size, size, size, (stayed, left, entered) => {
        const [told] = releasedTurnover(
          members(0, stayed + left, null),
          [...members(0, stayed, null), ...members(1000, 1000 + entered, null)],
          defaultPolicy,
        );
        if (told === undefined) throw new Error('nothing was told');
        const counts = [
          [stayed, told.stayed],
          [left, told.left],
          [entered, told.entered],
        ] as const;
        const known = counts.map(([, count], k) => {
          const { lower, upper } = boundsOf(count, defaultPolicy);
          return { terms: [[k, 1] as const], min: lower, max: upper };
        });
        counts.forEach(([patients], k) => {
          if (patients > 0 && patients < 11)
            expect(wholeNumbersIn(linearRange(known, k))).toBeGreaterThanOrEqual(10);
        });
      }),
      { seed: 20261126 },
    );
  });
});

describe('the sets of an export', () => {
  it('are its cohort and each group that is told of', () => {
    const some = [
      ...members(0, 30, 'F'),
      ...members(30, 45, 'M'),
      ...members(45, 50, 'x'),
      ...members(50, 53, null),
    ];
    expect(memberSets(some, 11).map(({ length }) => length)).toEqual([53, 30, 15]);
    expect(memberSets(members(0, 30, 'all'), 11).map(({ length }) => length)).toEqual([30]);
  });
});
