import type { Page } from 'playwright-core';

import { nearestRank, round, summarise } from './timings';

const lines = 1000;
const keys = 100;
const frames = 240;
const rows = 1_000_000;
/** A statement of minutes: what is timed is how soon it is let go of. */
const long = 'select count(*) from range(20000000000) a where a.range % 3 = 1';

export type WorkbenchTimings = Awaited<ReturnType<typeof timeWorkbench>>;

/** The workbench under a script of a thousand lines, an answer of a million rows, and a statement that is cancelled. */
export async function timeWorkbench(page: Page) {
  await page.evaluate(() => {
    location.hash = '#/workbench?lang=en';
  });
  await page.locator('.cm-content').waitFor();
  const typing = await timeTyping(page);
  const scrolling = await timeScrolling(page);
  const cancelled: number[] = [];
  for (let turn = 0; turn < 5; turn++) cancelled.push(await timeCancel(page));
  return { typing, scrolling, cancel: summarise(cancelled) };
}

async function write(page: Page, sql: string): Promise<void> {
  await page.locator('.cm-content').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(sql);
}

/** From a key to the end of what it sets off; the browser tells of those that take 16 ms and more. */
async function timeTyping(page: Page) {
  const statement = 'select patient_key, day, count(*) as samples from molecular group by all; -- again';
  await write(page, Array.from({ length: lines }, () => statement).join('\n'));
  await page.keyboard.press('ControlOrMeta+Home');
  for (let line = 0; line < 20; line++) await page.keyboard.press('PageDown');
  await page.evaluate(() => {
    const slow: number[] = [];
    Reflect.set(window, 'slowKeys', slow);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[]) {
        if (entry.name === 'keydown') slow.push(entry.processingEnd - entry.startTime);
      }
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  for (let key = 0; key < keys; key++)
    await page.keyboard.press(key % 8 === 7 ? 'Space' : 'a', { delay: 20 });
  await page.waitForTimeout(500);
  const slow = await page.evaluate(() => Reflect.get(window, 'slowKeys') as number[]);
  return {
    lines,
    keys,
    over16Milliseconds: slow.filter((milliseconds) => milliseconds > 16).length,
    longest: round(Math.max(0, ...slow)),
  };
}

/** An answer is scrolled through, frame by frame: thousands of rows at a time, and as one reads; beside a page that stands. */
async function timeScrolling(page: Page) {
  await write(page, `select range as n, range % 7 as seven from range(${rows})`);
  await page.keyboard.press('ControlOrMeta+Enter');
  const grid = page.locator(`section:has(> table[aria-rowcount="${rows + 1}"])`);
  await grid.waitFor({ timeout: 60_000 });
  const pace = async (pixels: number) => {
    const gaps = await grid.evaluate(
      async (element, [count, step]) => {
        const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
        element.scrollTop = 0;
        const between: number[] = [];
        let before = await frame();
        for (let at = 0; at < count; at++) {
          element.scrollTop += step;
          const now = await frame();
          between.push(now - before);
          before = now;
        }
        return between;
      },
      [frames, pixels] as const,
    );
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    return { framesPerSecond: round(1000 / mean), frameP95: round(nearestRank(gaps, 0.95)) };
  };
  const height = await grid.evaluate((element) => element.scrollHeight);
  return {
    rows,
    rowsInPage: await page.locator('table[aria-rowcount] tbody tr').count(),
    leaping: await pace(height / frames),
    reading: await pace(90),
    // What the browser can do here at all: without a graphics card it paints by itself.
    standing: await pace(0),
  };
}

/** From the press of Cancel to its being said. */
async function timeCancel(page: Page): Promise<number> {
  await write(page, long);
  await page.keyboard.press('ControlOrMeta+Enter');
  const cancel = page.getByRole('button', { name: 'Cancel', exact: true });
  await cancel.waitFor();
  await page.waitForTimeout(500);
  return cancel.evaluate(async (button) => {
    const from = performance.now();
    (button as HTMLElement).click();
    const main = document.querySelector('main');
    while (!main?.textContent?.includes('Statement cancelled')) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (performance.now() - from > 30_000) throw new Error('the statement was not let go of');
    }
    return performance.now() - from;
  });
}
