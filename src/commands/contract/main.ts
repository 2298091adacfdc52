import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type ReadContract, readContract } from './read-contract';
import { renderContract } from './render-contract';
import { renderTables } from './render-tables';

export const contractPath = 'data-contracts/cml-registry-extract.odcs.yaml';
const outputs: Readonly<Record<string, (read: ReadContract) => string>> = {
  'src/data/contracts/extract-contract.ts': renderContract,
  'src/core/domain/extract-tables.ts': renderTables,
};

/** `npm run contract`: lints the contract and writes what is generated from it; `--check` only compares. */
export async function main(args: string[]): Promise<number> {
  const read = readContract(parse(readFileSync(contractPath, 'utf8')));
  for (const { path, message } of read.problems) console.error(`${contractPath}: ${path}: ${message}`);
  if (read.problems.length > 0) return 1;
  const drifted = Object.entries(outputs).filter(([path, render]) => {
    const text = formatted(path, render(read));
    if (text === existing(path)) return false;
    if (!args.includes('--check')) writeFileSync(path, text);
    return true;
  });
  for (const [path] of drifted) {
    console.log(
      args.includes('--check')
        ? `${path} differs from the contract; run \`npm run contract\``
        : `wrote ${path}`,
    );
  }
  return args.includes('--check') && drifted.length > 0 ? 1 : 0;
}

function existing(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function formatted(path: string, text: string): string {
  const biome = join('node_modules', '@biomejs', 'biome', 'bin', 'biome');
  return execFileSync(process.execPath, [biome, 'format', `--stdin-file-path=${path}`], {
    input: text,
    encoding: 'utf8',
  });
}
