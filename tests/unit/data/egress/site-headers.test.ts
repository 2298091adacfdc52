import { securityHeaders } from '@data/egress/security-headers';
import { readHeaders } from '@data/egress/site-headers';
import { describe, expect, it } from 'vitest';

const shipped = () => new Headers(securityHeaders.map(([name, value]): [string, string] => [name, value]));
const without = (name: string) => {
  const headers = shipped();
  headers.delete(name);
  return headers;
};
const stateOf = (name: string, page: Headers, workers: readonly Headers[]) =>
  readHeaders({ page, workers }).find((reading) => reading.name === name);

describe('the headers that came', () => {
  it('are read against all that are shipped', () => {
    const readings = readHeaders({ page: shipped(), workers: [shipped()] });
    expect(readings.map(({ name }) => name)).toEqual(securityHeaders.map(([name]) => name));
    expect(new Set(readings.flatMap(({ page, workers }) => [page, workers]))).toEqual(new Set(['shipped']));
  });

  it('count as absent from the workers when one script lacks them', () => {
    const name = 'Content-Security-Policy';
    expect(stateOf(name, shipped(), [shipped(), without(name)])).toMatchObject({
      page: 'shipped',
      workers: 'absent',
    });
  });

  it('keep the value that came with the page', () => {
    const page = shipped();
    page.set('Referrer-Policy', 'origin');
    expect(stateOf('Referrer-Policy', page, [shipped()])).toMatchObject({
      onPage: 'origin',
      page: 'other-value',
    });
    expect(stateOf('Referrer-Policy', without('Referrer-Policy'), [shipped()])).toMatchObject({
      onPage: null,
      page: 'absent',
    });
  });

  it('are absent from the workers when no script was looked at', () => {
    expect(stateOf('Referrer-Policy', shipped(), [])?.workers).toBe('absent');
  });
});
