import type { Protection } from '@data/egress/protections';
import { type Header, securityHeaders } from '@data/egress/security-headers';
import type { SelfCheck } from '@data/egress/self-check';
import { launchTestBrowser } from '@tests/support/chromium';
import { type FixtureSite, startFixtureSite } from '@tests/support/fixture-site';
import { startUnevenSite } from '@tests/support/uneven-site';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type {} from './fixture-site/self-check-driver';

interface Posture {
  readonly headersOf: (path: string) => readonly Header[];
  readonly guarded?: boolean;
  readonly engine?: 'locked' | 'unlocked';
  /** What the self-check must find missing, and nothing else. */
  readonly missing: readonly Protection[];
}

const isWorker = (path: string) => path.includes('.worker-');
const without = (name: string) => securityHeaders.filter(([other]) => other !== name);
/** The shipped headers with a part of the content security policy taken out or replaced. */
const withPolicy = (part: RegExp, instead = '') =>
  securityHeaders.map(
    ([name, value]): Header => [
      name,
      name === 'Content-Security-Policy' ? value.replace(part, instead) : value,
    ],
  );
const reportedOnly = securityHeaders.map(
  ([name, value]): Header => [
    name === 'Content-Security-Policy' ? 'Content-Security-Policy-Report-Only' : name,
    value,
  ],
);

/** The site as it is shipped, and with each protection removed in turn. */
const postures = {
  'as it is shipped': { headersOf: () => securityHeaders, missing: [] },
  'without any header': {
    headersOf: () => [],
    missing: ['policy', 'worker-policy', 'headers', 'sandbox', 'trusted-types', 'isolation', 'allowlist'],
  },
  'with headers on the page alone': {
    headersOf: (path) => (isWorker(path) ? [] : securityHeaders),
    missing: ['worker-policy', 'headers'],
  },
  "without the policy on workers' scripts": {
    headersOf: (path) => (isWorker(path) ? without('Content-Security-Policy') : securityHeaders),
    missing: ['worker-policy', 'headers'],
  },
  'with a policy that is only reported': {
    headersOf: () => reportedOnly,
    missing: ['policy', 'worker-policy', 'headers', 'sandbox', 'trusted-types'],
  },
  'with a policy that lets requests through': {
    headersOf: () => withPolicy(/connect-src 'self'/, 'connect-src *'),
    missing: ['policy', 'worker-policy'],
  },
  'with a policy that lets images through': {
    headersOf: () => withPolicy(/img-src 'self'/, 'img-src *'),
    missing: ['policy'],
  },
  'without the sandbox': { headersOf: () => withPolicy(/ sandbox [^;]*;/), missing: ['sandbox'] },
  'without Trusted Types': {
    headersOf: () => withPolicy(/; require-trusted-types-for .*$/),
    missing: ['trusted-types'],
  },
  'without Connection-Allowlist': {
    headersOf: () => without('Connection-Allowlist'),
    missing: ['headers', 'allowlist'],
  },
  'with a wider Connection-Allowlist': {
    headersOf: () => [...without('Connection-Allowlist'), ['Connection-Allowlist', '(response-origin "*")']],
    missing: ['allowlist'],
  },
  'without Cross-Origin-Opener-Policy': {
    headersOf: () => without('Cross-Origin-Opener-Policy'),
    missing: ['headers', 'isolation'],
  },
  'without Cross-Origin-Embedder-Policy': {
    headersOf: () => without('Cross-Origin-Embedder-Policy'),
    missing: ['headers', 'isolation'],
  },
  'without Referrer-Policy': { headersOf: () => without('Referrer-Policy'), missing: ['headers'] },
  'without the guard': {
    headersOf: () => securityHeaders,
    guarded: false,
    missing: ['guard', 'constructors'],
  },
  'without the lock of the engine': {
    headersOf: () => securityHeaders,
    engine: 'unlocked',
    missing: ['engine-lock'],
  },
} as const satisfies Readonly<Record<string, Posture>>;
type Name = keyof typeof postures;

const atOnce = 4;

describe('the self-check of a site', () => {
  const found = new Map<Name, { check: SelfCheck; pages: number; moved: boolean }>();

  beforeAll(async () => {
    const browser = await launchTestBrowser();
    const fixture = await startFixtureSite({ headers: [], guarded: true, driver: 'self-check' });
    const waiting = Object.keys(postures) as Name[];
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
          found.set(name, await checkSite(browser, fixture, postures[name]));
        }
      }),
    );
    await fixture.close();
    await browser.close();
  });

  afterAll(() => found.clear());

  it.each(Object.entries(postures))('%s finds what is missing', (name, { missing }) => {
    const { check, pages, moved } = found.get(name as Name) ?? {};
    expect(check?.missing).toEqual(missing);
    expect({ pages, moved }).toEqual({ pages: 1, moved: false });
  });

  it('sees every way refused as it is shipped, and says how it knows', () => {
    const trials = found.get('as it is shipped')?.check.trials ?? [];
    expect(
      Object.fromEntries(trials.map(({ way, verdict }) => [way, 'by' in verdict && verdict.by])),
    ).toEqual({
      ...Object.fromEntries(
        [
          ...['fetch', 'xhr', 'beacon', 'websocket', 'event-source', 'image', 'stylesheet', 'font'],
          ...['media', 'frame', 'prefetch', 'worker-fetch', 'worker-xhr', 'worker-websocket'],
          'worker-event-source',
        ].map((way) => [way, 'policy']),
      ),
      script: 'trusted-types',
      'text-worker': 'trusted-types',
      form: 'sandbox',
      popup: 'sandbox',
      navigation: 'guard',
      download: 'guard',
      webrtc: 'removed',
      webtransport: 'removed',
      'frame-webrtc': 'allowlist',
      'sql-read': 'lock',
      'sql-table': 'lock',
      'sql-attach': 'lock',
      'sql-copy': 'lock',
      'sql-extension': 'lock',
    });
  });

  it('takes no silence for a refusal: without any header, only guard and lock refuse', () => {
    const trials = found.get('without any header')?.check.trials ?? [];
    const refused = trials.flatMap(({ way, verdict }) =>
      verdict.kind === 'refused' && !way.startsWith('sql-') ? [way] : [],
    );
    expect(refused).toEqual(['form', 'navigation', 'download', 'webrtc', 'webtransport']);
  });

  it('names the header that is absent', () => {
    const { protections = [] } = found.get('without Referrer-Policy')?.check ?? {};
    expect(protections.find(({ protection }) => protection === 'headers')?.open).toEqual(['Referrer-Policy']);
  });
});

async function checkSite(
  browser: Browser,
  fixture: FixtureSite,
  { headersOf, guarded = true, engine = 'locked' }: Posture,
) {
  const site = await startUnevenSite(fixture.directory, headersOf);
  const context = await browser.newContext();
  const page = await context.newPage();
  if (!guarded) {
    const headers = Object.fromEntries(headersOf('/guard.js'));
    await page.route('**/guard.js', (route) =>
      route.fulfill({ headers, contentType: 'text/javascript', body: '' }),
    );
  }
  await page.goto(site.url);
  const check = await page.evaluate((asked) => window.runSelfCheck?.(asked), engine);
  if (check === undefined) throw new Error('the driver did not load');
  const left = { check, pages: context.pages().length, moved: page.url() !== site.url };
  await context.close();
  await site.close();
  return left;
}
