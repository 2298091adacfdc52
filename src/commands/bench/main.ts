import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { buildApp } from '@commands/build/build-app';
import { generateExtract } from '@commands/generate/generate-extract';
import { readOptions } from '@commands/generate/generation-options';

import { timeInBrowser } from './in-browser';
import { timeInNative } from './in-native';
import { round, summarise } from './timings';

const usage = `npm run bench -- [--changes 50] [--cold-starts 3] [--patients 1000000 | --large DIR]
  --patients N   also an extract of N patients, generated once under node_modules/.cache
  --large DIR    also the extract of this folder
Prints one JSON document; everything else goes to standard error.`;

/** Times the dashboard in a real browser, and the same SQL in native DuckDB, in one run. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      changes: { type: 'string', default: '50' },
      'cold-starts': { type: 'string', default: '3' },
      patients: { type: 'string' },
      large: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  await buildApp();
  const changes = Number(values.changes);
  const coldStarts = Number(values['cold-starts']);
  const large = values.large ?? (values.patients && (await generated(values.patients)));
  const report = {
    machine: { processor: cpus()[0]?.model ?? '', cores: cpus().length, node: process.version },
    units: 'milliseconds; cold timings since the navigation began, in a fresh browser',
    demonstration: await timeExtract(undefined, { changes, coldStarts }),
    ...(large ? { large: await timeExtract(resolve(large), { changes, coldStarts: 1 }) } : {}),
  };
  console.log(JSON.stringify(report, undefined, 2));
  return 0;
}

async function timeExtract(
  folder: string | undefined,
  { changes, coldStarts }: { readonly changes: number; readonly coldStarts: number },
) {
  console.error(`timing ${folder ?? 'the demonstration'} in the browser`);
  const patienceMilliseconds = folder === undefined ? 60_000 : 900_000;
  const browser = await timeInBrowser({ extract: folder, coldStarts, changes, patienceMilliseconds });
  console.error('timing the same SQL in native DuckDB');
  const native = await timeInNative(
    folder ?? 'public/extract',
    browser.changes.map(({ address }) => address),
  );
  const cohortChange = summarise(browser.changes.map(({ milliseconds }) => milliseconds));
  const nativeSameSql = summarise(native.sameSql);
  return {
    patients: native.patients,
    browser: browser.browserVersion,
    cold: browser.cold,
    cohortChange,
    native: { threads: native.threads, extractLoad: native.extractLoad, sameSql: nativeSameSql },
    ratioToNative: {
      p50: ratio(cohortChange.p50, nativeSameSql.p50),
      p95: ratio(cohortChange.p95, nativeSameSql.p95),
    },
  };
}

const ratio = (numerator: number, denominator: number) => round(numerator / denominator);

/** The folder of a generated extract, made on first use. */
async function generated(patients: string): Promise<string> {
  const folder = join('node_modules/.cache/bench', `extract-${patients}`);
  if (existsSync(join(folder, 'manifest.json'))) return folder;
  console.error(`generating ${patients} patients into ${folder}`);
  await generateExtract(readOptions(['--patients', patients, '--out', folder]));
  return folder;
}
