import { launchBrowser } from '@commands/bench/launch-browser';
import { securityHeaders } from '@data/egress/security-headers';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  leaksShipped,
  leaksWithoutAllowlist,
  leaksWithoutGuard,
  silentAnyway,
} from './egress/expected-leaks';
import { channelNames, tryChannels } from './egress/try-channels';

const withoutAllowlist = securityHeaders.filter(([name]) => name !== 'Connection-Allowlist');

/** For what must arrive: a busy machine is slow, and no longer waited for than it takes. */
const patient = { patienceMilliseconds: 15_000 };

describe('of all ways out of a page and its workers', { timeout: 240_000 }, () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser.close();
  });

  it('almost all arrive when there is no policy, so that the tests below can fail', async () => {
    const mustArrive = channelNames.filter((name) => !silentAnyway.includes(name));
    const { leaks, connections } = await tryChannels(
      browser,
      { headers: [], guarded: false },
      { only: mustArrive, ...patient },
    );
    expect(mustArrive.filter((name) => !leaks.includes(name))).toEqual([]);
    expect(connections).toBeGreaterThan(0);
  });

  it('none arrives, and no connection is opened, with all that is shipped', async () => {
    const report = await tryChannels(browser, { headers: securityHeaders, guarded: true });
    expect(report).toEqual({ leaks: leaksShipped, connections: 0 });
  });

  it('one arrives where the browser does not know Connection-Allowlist', async () => {
    const posture = { headers: withoutAllowlist, guarded: true };
    const others = channelNames.filter((name) => !leaksWithoutAllowlist.includes(name));
    expect((await tryChannels(browser, posture, { only: others })).leaks).toEqual([]);
    const { leaks } = await tryChannels(browser, posture, { only: leaksWithoutAllowlist, ...patient });
    expect(leaks).toEqual(leaksWithoutAllowlist);
  });

  it('navigation and WebRTC are what the guard closes there', async () => {
    const posture = { headers: withoutAllowlist, guarded: false };
    const { leaks } = await tryChannels(browser, posture, { only: leaksWithoutGuard, ...patient });
    expect(leaksWithoutGuard.filter((name) => !leaks.includes(name))).toEqual([]);
  });

  it('none of those arrives without the guard where the browser knows Connection-Allowlist', async () => {
    const posture = { headers: securityHeaders, guarded: false };
    const report = await tryChannels(browser, posture, { only: leaksWithoutGuard });
    expect(report).toEqual({ leaks: [], connections: 0 });
  });
});
