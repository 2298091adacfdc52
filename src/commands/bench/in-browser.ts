import { type RunningServer, startServer } from '@commands/serve/start-server';
import type { Browser, Page } from 'playwright-core';

import { type CohortChange, walkCohorts } from './cohort-walk';
import {
  type CurveScreenName,
  type CurveScreens,
  curveScreenNames,
  redrawCurves,
  restBeforeRedraws,
} from './curve-screens';
import {
  dragInExplorer,
  type ExplorerEdit,
  type ExplorerEdits,
  editInExplorer,
  installClock,
} from './explorer-edits';
import { launchBrowser } from './launch-browser';
import { peakMemory } from './peak-memory';
import { nearestRank, round } from './timings';
import { timeWorkbench, type WorkbenchTimings } from './workbench-speed';

export interface BrowserTimings {
  /** Milliseconds since the navigation began, in a fresh browser: median of the starts, `null` when one has none. */
  readonly cold: {
    readonly starts: number;
    readonly engineStarted: number | null;
    readonly extractOpened: number | null;
    readonly firstCurve: number | null;
  };
  readonly changes: readonly CohortChange[];
  readonly edits: ExplorerEdits;
  readonly drag: ExplorerEdit;
  readonly curves: CurveScreens;
  readonly workbench: WorkbenchTimings;
  /** Of the page and its engine together, in megabytes. */
  readonly peakMemory: number | null;
  readonly browserVersion: string;
}

export interface BrowserRun {
  /** A folder shown instead of the demonstration. */
  readonly extract: string | undefined;
  readonly coldStarts: number;
  readonly changes: number;
  readonly patienceMilliseconds: number;
}

interface OpenPage {
  readonly browser: Browser;
  readonly page: Page;
  /** Of this browser and of those before it. */
  readonly colds: readonly ColdStart[];
  /** For how long the page rests before a screen is timed. */
  readonly rest: number;
}

/** Opens the built dashboard in fresh browsers, then changes the cohort again and again in the last of them. */
export const timeInBrowser = (run: BrowserRun): Promise<BrowserTimings> =>
  inLastOf(run, (open) => warm(open, run.changes));

/** The same for some screens of curves alone. */
export const timeScreensInBrowser = (
  run: BrowserRun,
  screens: readonly CurveScreenName[],
): Promise<Pick<BrowserTimings, 'curves' | 'peakMemory'>> =>
  inLastOf(run, async ({ browser, page, rest }) => ({
    curves: await redrawCurves(page, run.changes, rest, screens),
    peakMemory: await peakMemory(browser),
  }));

/** Opens the built dashboard in fresh browsers, and goes on in the last of them. */
async function inLastOf<Result>(run: BrowserRun, goOn: (open: OpenPage) => Promise<Result>): Promise<Result> {
  const extract = run.extract === undefined ? [] : [{ prefix: '/extract/', directory: run.extract }];
  const server = await startServer({ mounts: [{ prefix: '/', directory: 'dist' }, ...extract] });
  const colds: ColdStart[] = [];
  try {
    for (let start = 1; ; start++) {
      const browser = await launchBrowser();
      try {
        const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
        colds.push(await openCold(page, server, run.patienceMilliseconds));
        if (start < run.coldStarts) continue;
        const rest = restBeforeRedraws[run.extract === undefined ? 'demonstration' : 'larger'];
        return await goOn({ browser, page, colds, rest });
      } finally {
        await browser.close();
      }
    }
  } finally {
    await server.close();
  }
}

async function warm({ browser, page, colds, rest }: OpenPage, changes: number): Promise<BrowserTimings> {
  const median = (pick: (cold: ColdStart) => number | null): number | null => {
    const timings = colds.map(pick).filter((timing) => timing !== null);
    return timings.length < colds.length ? null : round(nearestRank(timings, 0.5));
  };
  const walked = await walkCohorts(page, changes);
  await installClock(page);
  const edits = await editInExplorer(page, changes);
  return {
    cold: {
      starts: colds.length,
      engineStarted: median((cold) => cold.engineStarted),
      extractOpened: median((cold) => cold.extractOpened),
      firstCurve: median((cold) => cold.firstCurve),
    },
    changes: walked,
    edits,
    drag: await dragInExplorer(page),
    curves: await redrawCurves(page, changes, rest, curveScreenNames),
    workbench: await timeWorkbench(page),
    peakMemory: await peakMemory(browser),
    browserVersion: browser.version(),
  };
}

interface ColdStart {
  readonly engineStarted: number | null;
  readonly extractOpened: number | null;
  readonly firstCurve: number;
}

async function openCold(page: Page, server: RunningServer, patience: number): Promise<ColdStart> {
  page.setDefaultTimeout(patience);
  await page.goto(`${server.url}#/cohort`);
  return page.evaluate(async (milliseconds) => {
    const first = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? null;
    const figures = ['figure-drawn:molecular-response', 'figure-drawn:treatment-free-remission'];
    while (figures.some((name) => first(name) === null)) {
      if (performance.now() > milliseconds) {
        throw new Error(
          `no figure within ${milliseconds} ms; the page says: ${document.body.textContent.slice(0, 600)}`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return {
      engineStarted: first('engine-started'),
      extractOpened: first('extract-opened'),
      firstCurve: Math.min(...figures.map((name) => first(name) ?? Number.NaN)),
    };
  }, patience);
}
