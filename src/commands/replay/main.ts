import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openNativeExtract } from '@commands/native-extract/open-native-extract';
import { servedPolicy } from '@commands/native-extract/served-policy';
import { readExportManifest } from '@core/analyses/export-manifest';
import { turnoverOf } from '@core/analyses/patient-turnover';
import { type ReplayedNumber, verdictCounts } from '@core/analyses/replayed-numbers';
import { extractContract } from '@data/contracts/extract-contract';
import { readBundle } from '@data/extract/export-bundle';
import { fingerprint } from '@data/extract/verify-file';
import { deriveTables } from '@data/queries/derived/derive-tables';
import { presentTables } from '@data/queries/derived/present-tables';
import { exportTurnover, replayExport } from '@data/queries/replay-export';

const usage = `npm run --silent replay -- --extract DIR [--before DIR] BUNDLE
  --extract DIR   the extract to ask
  --before DIR    the extract that the export was made on: also says who entered and left, in counts that may leave
  BUNDLE          the ZIP of an export, or its manifest.json
Prints one JSON document: every number of the export beside what its definitions give on this extract. Exits with 0 when all
are the same, with 3 when some are not, with 1 when the export or the extract cannot be used.`;

const faults = {
  'too-large': 'larger than any export',
  unreadable: 'cannot be unpacked',
  'no-manifest': 'the ZIP holds no manifest.json',
  'not-json': 'the manifest is not JSON',
} as const;
const memoryLimit = '8GB';

type Turnover = Awaited<ReturnType<typeof exportTurnover>>;

/** `npm run --silent replay`: an export on an extract, without a browser. */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: {
      extract: { type: 'string' },
      before: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const [bundle] = positionals;
  if (values.help || values.extract === undefined || bundle === undefined || positionals.length > 1) {
    console.error(usage);
    return values.help ? 0 : 2;
  }
  try {
    const policy = servedPolicy();
    const found = readBundle(readFileSync(bundle));
    if (found.kind !== 'json') {
      console.error(`${bundle}: ${faults[found.kind]}`);
      return 1;
    }
    const read = readExportManifest(found.json);
    if (read.manifest === null) {
      console.error(`${bundle}: ${read.fault.path}: expected ${JSON.stringify(read.fault.expected)}`);
      return 1;
    }
    const { manifest } = read;
    const now = await openExtract(values.extract);
    const before = values.before === undefined ? null : await openExtract(values.before);
    try {
      const { signal } = new AbortController();
      const numbers = await replayExport(now, manifest, policy, { signal });
      const turnover =
        before === null
          ? null
          : await exportTurnover(before.engine, now.engine, manifest, policy, { signal });
      const { same, changed, 'not-computable': notComputable, new: fresh } = verdictCounts(numbers);
      const counts = { same, changed, notComputable, new: fresh };
      const { fingerprint: made } = manifest.source;
      const told = turnover === null ? numbers : numbers.map((one) => withTurnover(one, turnover));
      console.log(
        JSON.stringify(
          {
            sameExtract: now.fingerprint === made,
            ...(before === null ? {} : { beforeIsOfExport: before.fingerprint === made, patients: turnover }),
            ...counts,
            numbers: told,
          },
          null,
          2,
        ),
      );
      return counts.same === numbers.length ? 0 : 3;
    } finally {
      await now.engine.close();
      await before?.engine.close();
    }
  } catch (error) {
    console.error(`${bundle}: ${error instanceof Error ? error.message : 'cannot be replayed'}`);
    return 1;
  }
}

async function openExtract(folder: string) {
  const { engine, tables } = await openNativeExtract(folder, extractContract, { memoryLimit });
  const present = presentTables(tables);
  await deriveTables(engine, { present });
  return { engine, present, fingerprint: await fingerprint(tables.flatMap((table) => table.checksums)) };
}

/** A number with who entered and left its group. */
function withTurnover(number: ReplayedNumber, turnover: Turnover) {
  const { level = 'all', entered, left } = turnoverOf(number.path, turnover) ?? {};
  return { ...number, of: level, entered, left };
}
