import { launchBrowser } from '@commands/bench/launch-browser';
import { securityHeaders } from '@data/egress/security-headers';
import { accessibilityViolations } from '@tests/support/accessibility';
import { openVisit, type Visit } from '@tests/support/chromium';
import { type FixtureSite, startFixtureSite } from '@tests/support/fixture-site';
import { type ForeignHost, startForeignHost } from '@tests/support/foreign-host';
import { until } from '@tests/support/until';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { tryInWorker } from './egress/page-channels';

/** The watch over every browser test is itself tested: it must see what it is there to see. */
describe('the watch over a visit', () => {
  let browser: Browser;
  let foreign: ForeignHost;
  let open: FixtureSite;
  let shut: FixtureSite;
  let visit: Visit;

  beforeAll(async () => {
    browser = await launchBrowser();
    foreign = await startForeignHost();
    open = await startFixtureSite({ headers: [], guarded: false });
    shut = await startFixtureSite({ headers: securityHeaders, guarded: true });
  });

  afterAll(async () => {
    await browser.close();
    for (const opened of [foreign, open, shut]) await opened.close();
  });

  afterEach(() => visit.context.close());

  const visitTo = async (site: FixtureSite) => {
    visit = await openVisit(browser, site.url);
    await visit.page.goto('./');
    return visit;
  };

  it('finds nothing in a quiet visit, under the full headers', async () => {
    const { page, watch } = await visitTo(shut);
    await page.evaluate(() => fetch('./icon.svg').then((answer) => answer.text()));
    expect(watch.requestedUrls.length).toBeGreaterThan(1);
    expect(watch.findings()).toEqual([]);
  });

  it.each([
    ['the page', (url: string) => visit.page.evaluate((to) => fetch(to).then(String), url)],
    ['a worker', (url: string) => visit.page.evaluate(tryInWorker, ['fetch', url] as [string, string])],
    [
      'a module worker',
      (url: string) => visit.page.evaluate(tryInWorker, ['dynamic import', url] as [string, string]),
    ],
    [
      'a frame',
      (url: string) =>
        visit.page.evaluate((to) => {
          const frame = document.createElement('iframe');
          frame.src = to;
          document.body.append(frame);
        }, url),
    ],
    ['a second page', async (url: string) => void (await (await visit.context.newPage()).goto(url))],
  ])('finds a request that %s sends to another origin', async (_who, send) => {
    const { watch } = await visitTo(open);
    const url = `${foreign.origin}/found`;
    await send(url);
    await until(() => watch.findings().includes(`a request left the site: ${url}`), {
      what: 'the request to be found',
    });
    expect(foreign.arrivals).toContain('GET /found');
  });

  it('finds a refusal of the content security policy, in the page and in a worker', async () => {
    const { page, watch } = await visitTo(shut);
    await page.evaluate((to) => fetch(to).catch(() => 0), `${foreign.origin}/refused`);
    await until(() => watch.findings().some((finding) => finding.startsWith('policy: connect-src refused')));
    await page.evaluate(tryInWorker, ['WebSocket', `${foreign.origin}/refused`] as [string, string]);
    await until(() => watch.findings().some((finding) => /^console: policy: connect-src/.test(finding)));
    expect(foreign.arrivals).not.toContain('GET /refused');
  });

  it('finds what the console reports and what nobody catches, unless the test expects it', async () => {
    const { page, watch } = await visitTo(shut);
    await page.evaluate(() => {
      console.error('reported');
      setTimeout(() => {
        throw new Error('uncaught');
      });
    });
    await until(() => watch.findings().length >= 2);
    expect(watch.findings()).toEqual(['console: reported', 'uncaught: uncaught']);
    watch.expectComplaint(/reported|uncaught/);
    expect(watch.findings()).toEqual([]);
  });

  it('lets the self-check pass where a test expects it, and nothing else', async () => {
    const { page, watch } = await visitTo(shut);
    watch.expectSelfCheck();
    await page.evaluate(() => fetch('https://self-check.invalid/fetch').catch(() => 0));
    await until(() => watch.complaints.some((complaint) => complaint.includes('self-check.invalid')));
    expect(watch.findings()).toEqual([]);
    await page.evaluate(() => fetch('https://self-check.invalid.example/fetch').catch(() => 0));
    await until(() => watch.findings().length > 0);
    expect(watch.findings().join()).toContain('self-check.invalid.example');
  });

  it('reads the accessibility of a page under the full headers', async () => {
    const { page, watch } = await visitTo(shut);
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.evaluate(() => {
      document.documentElement.removeAttribute('lang');
      document.body.append(document.createElement('button'));
    });
    const violations = await accessibilityViolations(page);
    expect(violations.map((violation) => violation.split(' ')[0])).toEqual(['button-name', 'html-has-lang']);
    expect(await accessibilityViolations(page, { within: '#stage' })).toEqual([]);
    expect(watch.findings()).toEqual([]);
  });
});
