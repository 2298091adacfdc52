import { type Browser, chromium } from 'playwright-core';

import { chromiumPath } from './chromium-path';

/** QUIC and background traffic off, so that what is left is the page's; software rendering, so that it runs anywhere. */
const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
];

/** Starts a fresh headless Chromium: no profile, nothing cached, nothing compiled. */
export function launchBrowser(extraFlags: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    headless: true,
    chromiumSandbox: false,
    args: [...flags, ...extraFlags],
  });
}
