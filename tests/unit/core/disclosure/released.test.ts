import {
  releaseCount,
  releasedShare,
  releaseEvents,
  releaseMoment,
  releaseQuantile,
} from '@core/disclosure/released';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('what may leave', () => {
  it.each([
    [0, { kind: 'rounded', value: 0 }],
    [1, { kind: 'masked', under: 11 }],
    [10, { kind: 'masked', under: 11 }],
    [11, { kind: 'rounded', value: 15 }],
    [17, { kind: 'rounded', value: 15 }],
    [18, { kind: 'rounded', value: 20 }],
    [13, { kind: 'rounded', value: 15 }],
    [2000, { kind: 'rounded', value: 2000 }],
  ])('%i patients', (patients, expected) => {
    expect(releaseCount(patients)).toEqual(expected);
  });

  it('is never a count of 1 to 10 but that of a whole class of counts, and grows with the count', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (a, b) => {
        const [one, other] = [releaseCount(a), releaseCount(b)];
        if (one.kind === 'rounded')
          expect(one.value === 0 || (one.value % 5 === 0 && one.value > 10)).toBe(true);
        if (a > 0 && a < 11) expect(one.kind).toBe('masked');
        if (one.kind === 'rounded' && other.kind === 'rounded' && a <= b) {
          expect(one.value).toBeLessThanOrEqual(other.value);
        }
        // Rounding again says the same.
        if (one.kind === 'rounded') expect(releaseCount(one.value)).toEqual(one);
      }),
      { seed: 20260118 },
    );
  });

  it('a share is made of released counts alone', () => {
    expect(releasedShare(releaseCount(48), releaseCount(98))).toEqual({ share: 0.5 });
    expect(releasedShare(releaseCount(4), releaseCount(98))).toEqual({ share: null });
    expect(releasedShare(releaseCount(0), releaseCount(0))).toEqual({ share: null });
    expect(releasedShare(releaseCount(13), releaseCount(12))).toEqual({ share: 1 });
  });

  it('a quantile has enough patients on either side, a moment enough in all', () => {
    expect(releaseQuantile(54.32, 0.5, 22)).toEqual({ value: 54 });
    expect(releaseQuantile(54.32, 0.5, 21)).toEqual({ value: null });
    expect(releaseQuantile(54.32, 0.25, 44)).toEqual({ value: 54 });
    expect(releaseQuantile(54.32, 0.25, 43)).toEqual({ value: null });
    expect(releaseMoment(12.3456, 11)).toEqual({ value: 12.3 });
    expect(releaseMoment(12.3456, 10)).toEqual({ value: null });
    expect(releaseMoment(null, 100)).toEqual({ value: null });
  });

  it('a rate has enough patients with the event, or none, among enough who were observed', () => {
    const rate = { events: 37, affected: 24, patients: 120, time: 3.14 };
    const told = (change: Partial<typeof rate>) => {
      const { events, time } = releaseEvents({ ...rate, ...change });
      return [events.value, time.value];
    };
    expect(told({})).toEqual([35, 3.1]);
    expect(told({ affected: 11 })).toEqual([35, 3.1]);
    expect(told({ affected: 10 })).toEqual([null, 3.1]);
    expect(told({ events: 0, affected: 0 })).toEqual([0, 3.1]);
    expect(told({ events: 0, affected: 0, patients: 10 })).toEqual([null, null]);
    expect(told({ patients: 10 })).toEqual([null, null]);
    expect(told({ time: 0 })).toEqual([null, null]);
  });

  it('a share, a quantile, a moment and events never rest on fewer patients than the threshold', () => {
    fc.assert(
      fc.property(fc.nat(130), fc.nat(130), fc.double({ min: 0.05, max: 0.95, noNaN: true }), (a, b, p) => {
        const [some, all] = [Math.min(a, b), Math.max(a, b)];
        const share = releasedShare(releaseCount(some), releaseCount(all)).share;
        if (share !== null) expect(all >= 11 && (some === 0 || some >= 11)).toBe(true);
        if (releaseQuantile(1.234, p, all).value !== null)
          expect(all * Math.min(p, 1 - p)).toBeGreaterThanOrEqual(11);
        if (releaseMoment(1.234, all).value !== null) expect(all).toBeGreaterThanOrEqual(11);
        const { events } = releaseEvents({ events: 2 * some, affected: some, patients: all, time: 10 });
        if (events.value !== null) expect(all >= 11 && (some === 0 || some >= 11)).toBe(true);
      }),
      { seed: 20261126 },
    );
  });

  it('refuses what is no count', () => {
    expect(() => releaseCount(-1)).toThrow(RangeError);
    expect(() => releaseCount(1.5)).toThrow(RangeError);
  });
});
