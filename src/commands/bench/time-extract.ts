import type { CurveRedraw, CurveScreenName, CurveScreens } from './curve-screens';
import type { ExplorerEdit } from './explorer-edits';
import { timeInBrowser, timeScreensInBrowser } from './in-browser';
import { timeInNative } from './in-native';
import { type EditKind, editKinds } from './rule-edits';
import { round, summarise } from './timings';

/** What is timed on one extract. */
export interface ExtractRun {
  /** A folder shown instead of the demonstration. */
  readonly folder: string | undefined;
  readonly changes: number;
  readonly coldStarts: number;
}

/** Times one extract in the browser, then the same SQL in native DuckDB. */
export async function timeExtract({ folder, changes, coldStarts }: ExtractRun) {
  console.error(`timing ${folder ?? 'the demonstration'} in the browser`);
  const browser = await timeInBrowser({ extract: folder, coldStarts, changes, ...patienceWith(folder) });
  console.error('timing the same SQL in native DuckDB');
  const addresses = browser.changes.map(({ address }) => address);
  const editCounts = Object.fromEntries(
    editKinds.map((kind) => [kind, browser.edits[kind].length]),
  ) as Record<EditKind, number>;
  const native = await timeInNative(folder ?? 'public/extract', addresses, editCounts);
  const cohortChange = summarise(browser.changes.map(({ milliseconds }) => milliseconds));
  const nativeSameSql = summarise(native.sameSql);
  return {
    patients: native.patients,
    browser: browser.browserVersion,
    cold: browser.cold,
    cohortChange: { ...cohortChange, distinctCohorts: new Set(addresses).size },
    ruleEdits: Object.fromEntries(
      editKinds.map((kind) => [kind, summariseEdits(browser.edits[kind], native.edits[kind])]),
    ),
    drag: {
      milliseconds: round(browser.drag.milliseconds),
      painted: round(browser.drag.painted),
      longestTask: round(browser.drag.longestTask),
    },
    curveScreens: summariseScreens(browser.curves),
    workbench: browser.workbench,
    peakMemoryMegabytes: browser.peakMemory,
    native: {
      threads: native.threads,
      extractLoad: native.extractLoad,
      rules: { atOpening: native.rulesAtOpening, all: native.allRules },
      sameSql: nativeSameSql,
    },
    ratioToNative: {
      p50: round(cohortChange.p50 / nativeSameSql.p50),
      p95: round(cohortChange.p95 / nativeSameSql.p95),
    },
  };
}

/** Times some screens of curves of one extract in the browser. */
export async function timeScreens({ folder, changes }: ExtractRun, screens: readonly CurveScreenName[]) {
  console.error(`timing ${screens.join(', ')} of ${folder ?? 'the demonstration'} in the browser`);
  const run = { extract: folder, coldStarts: 1, changes, ...patienceWith(folder) };
  const { curves, peakMemory } = await timeScreensInBrowser(run, screens);
  return { curveScreens: summariseScreens(curves), peakMemoryMegabytes: peakMemory };
}

const patienceWith = (folder: string | undefined) => ({
  patienceMilliseconds: folder === undefined ? 60_000 : 900_000,
});

const summariseScreens = (curves: CurveScreens) =>
  Object.fromEntries(Object.entries(curves).map(([screen, redraws]) => [screen, summariseRedraws(redraws)]));

/** Edits of one kind of rule, in the page and by the same code on native DuckDB. */
function summariseEdits(edits: readonly ExplorerEdit[], native: readonly number[]) {
  const page = summarise(edits.map(({ milliseconds }) => milliseconds));
  const alone = summarise(native);
  return {
    ...page,
    painted: summarise(edits.map(({ painted }) => painted)),
    longestTask: round(Math.max(...edits.map(({ longestTask }) => longestTask))),
    native: alone,
    ratioToNative: { p50: round(page.p50 / alone.p50), p95: round(page.p95 / alone.p95) },
  };
}

const summariseRedraws = (redraws: readonly CurveRedraw[]) => ({
  curves: summarise(redraws.map(({ curves }) => curves)),
  complete: summarise(redraws.map(({ complete }) => complete)),
});
