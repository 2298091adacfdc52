import { type Findings, judgeProtections, missingProtections } from '@data/egress/protections';
import { securityHeaders } from '@data/egress/security-headers';
import type { HeaderReading } from '@data/egress/site-headers';
import { engineWays, pageWays, type Trial, workerWays } from '@data/egress/way-out';
import { describe, expect, it } from 'vitest';

const headers = securityHeaders.map(([name, shipped]): HeaderReading => {
  return { name, shipped, onPage: shipped, page: 'shipped', workers: 'shipped' };
});
const trials = [...pageWays, ...workerWays, ...engineWays].map((way): Trial => {
  return { way, verdict: { kind: 'refused', by: way === 'script' ? 'trusted-types' : 'policy' } };
});
const shut: Findings = {
  surroundings: {
    secureContext: true,
    crossOriginIsolated: true,
    sandboxed: true,
    knowsTrustedTypes: true,
    knowsAllowlist: true,
  },
  headers,
  trials,
};

const missing = (findings: Partial<Findings>) =>
  missingProtections(judgeProtections({ ...shut, ...findings }));
const around = (surroundings: Partial<Findings['surroundings']>) =>
  missing({ surroundings: { ...shut.surroundings, ...surroundings } });
const opened = (way: Trial['way']) =>
  trials.map((trial): Trial => (trial.way === way ? { way, verdict: { kind: 'open' } } : trial));

describe('the protections of a page', () => {
  it('are all in place when every way is refused and every header came', () => {
    expect(missing({})).toEqual([]);
  });

  it.each([
    ['secure-context', { secureContext: false }],
    ['isolation', { crossOriginIsolated: false }],
    ['sandbox', { sandboxed: false }],
  ] as const)('miss %s by what the page is', (protection, surroundings) => {
    expect(around(surroundings)).toEqual([protection]);
  });

  it.each([
    ['fetch', 'policy'],
    ['form', 'policy'],
    ['popup', 'sandbox'],
    ['download', 'guard'],
    ['webrtc', 'constructors'],
    ['worker-xhr', 'worker-policy'],
    ['sql-copy', 'engine-lock'],
  ] as const)('miss what closes %s when it stands open: %s', (way, protection) => {
    const readings = judgeProtections({ ...shut, trials: opened(way) });
    expect(missingProtections(readings)).toEqual([protection]);
    expect(readings.find((reading) => reading.protection === protection)?.open).toEqual([way]);
  });

  it('miss what was not tried', () => {
    const rest = trials.filter(({ way }) => !way.startsWith('sql-'));
    expect(missing({ trials: rest })).toEqual(['engine-lock']);
  });

  it('do not miss a way that the browser does not have', () => {
    const without = trials.map(
      (trial): Trial =>
        trial.way === 'prefetch' ? { way: 'prefetch', verdict: { kind: 'unsupported' } } : trial,
    );
    expect(missing({ trials: without })).toEqual([]);
  });

  it('are unknown, not missing, in a browser that does not know them while the site sends them', () => {
    const surroundings = { ...shut.surroundings, knowsAllowlist: false, knowsTrustedTypes: false };
    const readings = judgeProtections({ ...shut, surroundings, trials: opened('frame-webrtc') });
    expect(missingProtections(readings)).toEqual([]);
    expect(
      readings.flatMap(({ protection, state }) => (state === 'unknown-here' ? [protection] : [])),
    ).toEqual(['trusted-types', 'allowlist']);
  });

  it.each([
    ['page', 'Referrer-Policy', ['headers']],
    ['workers', 'Content-Security-Policy', ['headers']],
    ['page', 'Connection-Allowlist', ['headers', 'allowlist']],
  ] as const)('miss a header that is absent from the %s: %s', (where, name, expected) => {
    const without = headers.map((reading) =>
      reading.name === name ? { ...reading, [where]: 'absent' } : reading,
    );
    expect(missing({ headers: without as readonly HeaderReading[] })).toEqual(expected);
  });

  it('let a header pass whose value the site changed, but for Connection-Allowlist', () => {
    const changed = (name: string) =>
      headers.map(
        (reading): HeaderReading => (reading.name === name ? { ...reading, page: 'other-value' } : reading),
      );
    expect(missing({ headers: changed('Permissions-Policy') })).toEqual([]);
    expect(missing({ headers: changed('Connection-Allowlist') })).toEqual(['allowlist']);
  });
});
