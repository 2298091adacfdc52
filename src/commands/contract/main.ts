import { readFileSync } from 'node:fs';
import { writeGenerated } from '@commands/generated-files/write-generated';
import { parse } from 'yaml';
import { readContract } from './read-contract';
import { renderContract, renderRules } from './render-contract';
import { renderTables } from './render-tables';

export const contractPath = 'data-contracts/cml-registry-extract.odcs.yaml';

/** `npm run contract`: lints the contract and writes what is generated from it; `--check` only compares. */
export async function main(args: string[]): Promise<number> {
  const read = readContract(parse(readFileSync(contractPath, 'utf8')));
  for (const { path, message } of read.problems) console.error(`${contractPath}: ${path}: ${message}`);
  if (read.problems.length > 0) return 1;
  return writeGenerated(
    [
      { path: 'src/data/contracts/extract-contract.ts', text: renderContract(read) },
      { path: 'src/data/contracts/quality-rules.ts', text: renderRules(read) },
      { path: 'src/core/domain/extract-tables.ts', text: renderTables(read) },
    ],
    { source: 'the contract', command: 'npm run contract' },
    args,
  );
}
