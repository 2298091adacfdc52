import { cpus } from 'node:os';

import { buildApp } from '@commands/build/build-app';
import { readCommandLine } from '@commands/command-line/read-command-line';

import { readBenchOptions, usage } from './bench-options';
import { pauseBetweenRedraws, restBeforeRedraws } from './curve-screens';
import { restBeforeEdits } from './explorer-edits';
import { withLargeExtract } from './large-extract';
import { type ExtractRun, timeExtract, timeScreens } from './time-extract';
import { missingNumbers } from './timings';

/** Times the dashboard in a real browser, and the same SQL in native DuckDB, in one run. */
export async function main(args: string[]): Promise<number> {
  const options = readCommandLine(args, readBenchOptions, usage);
  if (typeof options === 'number') return options;
  const { changes, coldStarts, larger, screens } = options;
  const time = (run: ExtractRun) => (screens === null ? timeExtract(run) : timeScreens(run, screens));
  await buildApp();
  const report = {
    machine: { processor: cpus()[0]?.model ?? '', cores: cpus().length, node: process.version },
    units: 'milliseconds; cold timings since the navigation began, in a fresh browser',
    cohorts:
      'every change reaches a cohort that was not asked before: no answer comes from the memory of the page',
    restBeforeEdits,
    restBeforeRedraws,
    pauseBetweenRedraws,
    demonstration: await time({ folder: undefined, changes, coldStarts }),
    larger: await inTurn(larger, (one) =>
      withLargeExtract(one, (folder) => time({ folder, changes, coldStarts: 1 })),
    ),
  };
  console.log(JSON.stringify(report, undefined, 2));
  const missing = missingNumbers(report);
  if (missing.length === 0) return 0;
  console.error(`no number was measured for ${missing.join(', ')}`);
  return 1;
}

/** One after the other: two at a time would be timed in each other's way. */
async function inTurn<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
