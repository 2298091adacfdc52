import { timeInBrowser } from './in-browser';
import { timeInNative } from './in-native';
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
  const patienceMilliseconds = folder === undefined ? 60_000 : 900_000;
  const browser = await timeInBrowser({ extract: folder, coldStarts, changes, patienceMilliseconds });
  console.error('timing the same SQL in native DuckDB');
  const addresses = browser.changes.map(({ address }) => address);
  const native = await timeInNative(folder ?? 'public/extract', addresses);
  const cohortChange = summarise(browser.changes.map(({ milliseconds }) => milliseconds));
  const nativeSameSql = summarise(native.sameSql);
  return {
    patients: native.patients,
    browser: browser.browserVersion,
    cold: browser.cold,
    cohortChange: { ...cohortChange, distinctCohorts: new Set(addresses).size },
    native: { threads: native.threads, extractLoad: native.extractLoad, sameSql: nativeSameSql },
    ratioToNative: {
      p50: round(cohortChange.p50 / nativeSameSql.p50),
      p95: round(cohortChange.p95 / nativeSameSql.p95),
    },
  };
}
