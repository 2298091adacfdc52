import { trafficByOrigin } from '@data/egress/received-bytes';
import { describe, expect, it } from 'vitest';

const own = 'https://dashboard.example';

describe('the bytes received', () => {
  it('are added up by origin, the own one first, then by name', () => {
    const timings = [
      { name: 'https://b.example/x', transferSize: 0 },
      { name: `${own}/a`, transferSize: 100 },
      { name: 'https://a.example/x', transferSize: 7 },
      { name: `${own}/b?c`, transferSize: 20 },
      { name: 'data:text/plain,x', transferSize: 0 },
    ];
    expect(trafficByOrigin(timings, own)).toEqual([
      { origin: own, requests: 2, bytes: 120 },
      { origin: 'https://a.example', requests: 1, bytes: 7 },
      { origin: 'https://b.example', requests: 1, bytes: 0 },
    ]);
  });

  it('name the own origin when nothing came', () => {
    expect(trafficByOrigin([], own)).toEqual([{ origin: own, requests: 0, bytes: 0 }]);
  });
});
