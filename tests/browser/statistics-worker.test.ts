import { launchBrowser } from '@commands/bench/launch-browser';
import { securityHeaders } from '@data/egress/security-headers';
import { type FixtureSite, startFixtureSite } from '@tests/support/fixture-site';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { DrivenTask, WorkerRun } from './fixture-site/statistics-driver';

/** Rows with which a task takes long enough for the page to live meanwhile. */
const tasks: Readonly<Record<DrivenTask, number>> = {
  cox: 100_000,
  'fine-gray': 20_000,
  'mixed-model': 2_000,
  'turnbull-bootstrap': 1_000,
  'cut-off-bootstrap': 5_000,
  'session-audit': 45,
};

describe('a long fit in the worker, under the headers of production', { timeout: 240_000 }, () => {
  let browser: Browser;
  let site: FixtureSite;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    site = await startFixtureSite({ headers: securityHeaders, guarded: true, driver: 'statistics' });
    page = await browser.newPage();
    await page.goto(site.url);
    await page.waitForFunction(() => window.statisticsDriver !== undefined);
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  const run = (task: DrivenTask, size: number, compare = true): Promise<WorkerRun> =>
    page.evaluate(
      ([name, rows, twice]) => {
        if (window.statisticsDriver === undefined) throw new Error('the driver did not load');
        return window.statisticsDriver.run(name, rows, twice);
      },
      [task, size, compare] as const,
    );

  for (const [task, size] of Object.entries(tasks) as [DrivenTask, number][]) {
    it(`${task}: reports steps, leaves the page alone and answers what the page would`, async () => {
      const { steps, ticks, ticksAtSteps, differences } = await run(task, size);
      expect(differences).toEqual([]);
      expect(steps.length).toBeGreaterThan(1);
      // The page's timer fired while the worker computed, and steps came in between: neither waited for the end.
      expect(ticks).toBeGreaterThan(3);
      expect(ticksAtSteps[0]).toBeLessThan(ticks);
    });

    it(`${task}: stops at once when it is cancelled`, async () => {
      const outcome = await page.evaluate(([name, rows]) => window.statisticsDriver?.cancel(name, rows), [
        task,
        size,
      ] as const);
      expect(outcome).toEqual({ reason: 'not wanted any more', later: 0 });
      // Chromium grants a worker that computes two seconds before it breaks in.
      await expect.poll(() => page.workers().length, { timeout: 30_000 }).toBe(0);
    });
  }

  const largest: readonly (readonly [DrivenTask, number])[] = [
    // Arrays of a million are taken and given without copying them.
    ['cox', 1_000_000],
    ['fine-gray', 50_000],
    ['mixed-model', 5_000],
    ['cut-off-bootstrap', 5_000],
  ];
  it.each(largest)('%s, %i rows: the page is never held up for more than 50 ms', async (task, size) => {
    const runs: (readonly number[])[] = [];
    // A busy machine stretches tasks of a few milliseconds; work done on the page would show in every run.
    while (runs.length < 5 && runs.every((longTasks) => longTasks.length > 0)) {
      runs.push((await run(task, size, false)).longTasks);
    }
    expect(runs.at(-1)).toEqual([]);
  });
});
