import type { Header } from '@data/egress/security-headers';
import { startFixtureSite } from '@tests/support/fixture-site';
import { startForeignHost, startUdpListener, type UdpListener } from '@tests/support/foreign-host';
import type { Browser, Page } from 'playwright-core';

import {
  addElement,
  leavesPage,
  pageChannels,
  peerConnection,
  tryInWorker,
  workerChannels,
} from './page-channels';

export interface Posture {
  readonly headers: readonly Header[];
  readonly guarded: boolean;
}

export interface EgressReport {
  /** The channels by which something arrived at the foreign side, sorted. */
  readonly leaks: readonly string[];
  /** Connections opened to the foreign side, with or without a request on them. */
  readonly connections: number;
}

const pagesAtOnce = 8;

/** Every way out that is tried, by name. */
export const channelNames: readonly string[] = [
  ...Object.keys(pageChannels),
  ...workerChannels.map((name) => `worker: ${name}`),
  'WebRTC',
  'WebRTC of a blank frame',
];

export interface Trial {
  readonly only?: readonly string[];
  /** How long a leak is waited for; a trial ends earlier only when everything has leaked. */
  readonly patienceMilliseconds?: number;
}

/** Tries ways out, those that end a page in pages of their own, and reports what reached the foreign side. */
export async function tryChannels(
  browser: Browser,
  posture: Posture,
  { only = channelNames, patienceMilliseconds = 2500 }: Trial = {},
): Promise<EgressReport> {
  const site = await startFixtureSite(posture);
  const foreign = await startForeignHost();
  const udpListeners = new Map<string, UdpListener>();
  const leaks = () => [
    ...new Set([
      ...foreign.arrivals.map(channelOf),
      ...[...udpListeners].flatMap(([name, udp]) => (udp.datagrams() > 0 ? [name] : [])),
    ]),
  ];

  const tryInOnePage = async (names: readonly string[]): Promise<void> => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(site.url);
    const deadline = performance.now() + patienceMilliseconds;
    const attempts = names.map(async (name) => {
      const url = `${foreign.origin}/${channelNames.indexOf(name)}`;
      if (name.startsWith('WebRTC')) udpListeners.set(name, await startUdpListener());
      return attemptInPage(page, name, url, udpListeners.get(name)?.port ?? 0);
    });
    // A refused attempt throws, and a navigation that succeeds takes the page away: both are answers.
    const tried = Promise.allSettled(attempts);
    const leaked = () => names.every((name) => leaks().includes(name));
    while (performance.now() < deadline && !leaked()) await pause(50);
    await Promise.race([tried, pause(1000)]);
    // Of many attempts none may have ended the page: the others would only look refused.
    if (names.length > 1) await page.evaluate(() => document.title);
    await context.close();
  };
  const together = only.filter((name) => !leavesPage.has(name));
  const waiting = [
    together.filter((name) => name.startsWith('worker: ')),
    together.filter((name) => !name.startsWith('worker: ')),
    ...only.filter((name) => leavesPage.has(name)).map((name) => [name]),
  ];
  await Promise.all(
    Array.from({ length: pagesAtOnce }, async () => {
      for (let names = waiting.shift(); names !== undefined; names = waiting.shift()) {
        if (names.length > 0) await tryInOnePage(names);
      }
    }),
  );

  const report = { leaks: leaks().sort(), connections: foreign.connections() };
  await Promise.all([...udpListeners.values()].map((udp) => udp.close()));
  await foreign.close();
  await site.close();
  return report;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The channel whose number is the path of a request; the request itself when it carries none. */
function channelOf(arrival: string): string {
  const index = /^\w+ \/(\d+)\b/.exec(arrival)?.[1];
  return index === undefined ? arrival : (channelNames[Number(index)] ?? arrival);
}

function attemptInPage(page: Page, name: string, url: string, port: number): Promise<unknown> {
  const channel = pageChannels[name];
  if (channel === undefined) {
    return name.startsWith('WebRTC')
      ? page.evaluate(peerConnection, { port, fromFrame: name.endsWith('frame') })
      : page.evaluate(tryInWorker, [name.slice('worker: '.length), url] as [string, string]);
  }
  if (typeof channel === 'function') return page.evaluate(channel, url);
  if ('code' in channel) return page.evaluate(channel.code(url));
  const attributes = Object.fromEntries(
    Object.entries(channel.attributes).map(([key, value]) => [key, value.replaceAll('$url', url)]),
  );
  return page.evaluate(addElement, [channel.tag, attributes] as [string, Record<string, string>]);
}
