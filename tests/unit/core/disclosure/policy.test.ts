import { readFileSync } from 'node:fs';
import { defaultPolicy, policyJson, readPolicy, strictestPolicy } from '@core/disclosure/policy';
import { describe, expect, it } from 'vitest';

describe('the policy of disclosure', () => {
  it('is served with the app as a file that says what the app assumes', () => {
    const served: unknown = JSON.parse(readFileSync('public/policy/disclosure.json', 'utf8'));
    expect(readPolicy(served)).toEqual({ kind: 'policy', policy: defaultPolicy });
    expect(served).toEqual(policyJson(defaultPolicy));
  });

  it.each([
    ['a smaller threshold', { threshold: 10 }, 'threshold'],
    ['an even survival base', { survivalBase: 12 }, 'survivalBase'],
    ['a count that is not whole', { roundTo: 5.5 }, 'roundTo'],
    ['a right it does not know', { sqlResults: 'export' }, 'sqlResults'],
    ['a misspelt field', { treshold: 20 }, 'treshold'],
    ['another version', { version: 2 }, 'version'],
    ['another format', { format: 'policy' }, 'format'],
  ])('is refused with %s, at its path', (_, change, path) => {
    expect(readPolicy({ ...policyJson(defaultPolicy), ...change })).toMatchObject({ kind: 'fault', path });
  });

  it.each([null, [], 'policy', 11])('is refused when it is no object', (json) => {
    expect(readPolicy(json)).toMatchObject({ kind: 'fault', path: '' });
  });

  it('is made stricter by another, never less strict', () => {
    const stricter = { ...defaultPolicy, threshold: 20, individualPlots: 'off' as const };
    const other = { ...defaultPolicy, roundTo: 10 };
    expect(strictestPolicy(stricter, other)).toEqual({ ...stricter, roundTo: 10 });
    expect(strictestPolicy(defaultPolicy, defaultPolicy)).toEqual(defaultPolicy);
  });
});
