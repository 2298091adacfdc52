import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openNativeExtract } from '@commands/native-extract/open-native-extract';
import { readExportManifest } from '@core/analyses/export-manifest';
import type { ReplayedNumber } from '@core/analyses/replayed-numbers';
import { readPolicy } from '@core/disclosure/policy';
import type { ExtractTableName } from '@core/domain/extract-tables';
import { extractContract } from '@data/contracts/extract-contract';
import { fingerprint } from '@data/extract/verify-file';
import { deriveTables } from '@data/queries/derived/derive-tables';
import { replayExport } from '@data/queries/replay-export';
import { strFromU8, unzipSync } from 'fflate';

const usage = `npm run --silent replay -- --extract DIR BUNDLE
  --extract DIR   the extract to ask
  BUNDLE          the ZIP of an export, or its manifest.json
Prints one JSON document: every number of the export beside what its definitions give on this extract. Exits with 0 when all
are the same, with 3 when some are not, with 1 when the export or the extract cannot be used.`;

const policyPath = 'public/policy/disclosure.json';
const memoryLimit = '8GB';

/** `npm run --silent replay`: an export on an extract, without a browser. */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { extract: { type: 'string' }, help: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [bundle] = positionals;
  if (values.help || values.extract === undefined || bundle === undefined || positionals.length > 1) {
    console.error(usage);
    return values.help ? 0 : 2;
  }
  const policy = readPolicy(JSON.parse(readFileSync(policyPath, 'utf8')));
  if (policy.kind === 'fault') {
    console.error(`${policyPath}: ${policy.path}: expected ${policy.expected}`);
    return 1;
  }
  try {
    const read = readExportManifest(manifestOf(readFileSync(bundle)));
    if (read.manifest === null) {
      console.error(`${bundle}: ${read.fault.path}: expected ${JSON.stringify(read.fault.expected)}`);
      return 1;
    }
    const { manifest } = read;
    const { engine, tables } = await openNativeExtract(values.extract, extractContract, { memoryLimit });
    try {
      const present = tables.filter((table) => table.present).map(({ name }) => name as ExtractTableName);
      await deriveTables(engine, { present: new Set(present) });
      const { signal } = new AbortController();
      const numbers = await replayExport(engine, manifest, policy.policy, { signal });
      const found = await fingerprint(tables.flatMap((table) => table.checksums));
      const counts = countsOf(numbers);
      console.log(
        JSON.stringify({ sameExtract: found === manifest.source.fingerprint, ...counts, numbers }, null, 2),
      );
      return counts.same === numbers.length ? 0 : 3;
    } finally {
      await engine.close();
    }
  } catch (error) {
    console.error(`${bundle}: ${error instanceof Error ? error.message : 'cannot be replayed'}`);
    return 1;
  }
}

function manifestOf(bytes: Uint8Array): unknown {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const found = isZip
    ? unzipSync(bytes, { filter: ({ name }) => name === 'manifest.json' })['manifest.json']
    : bytes;
  if (found === undefined) throw new Error('the ZIP holds no manifest.json');
  return JSON.parse(strFromU8(found));
}

function countsOf(numbers: readonly ReplayedNumber[]) {
  const of = (verdict: ReplayedNumber['verdict']) => numbers.filter((one) => one.verdict === verdict).length;
  return {
    same: of('same'),
    changed: of('changed'),
    notComputable: of('not-computable'),
    new: of('new'),
  };
}
