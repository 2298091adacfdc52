import { execFile } from 'node:child_process';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { SimulatedFollowUp } from './simulated-follow-up';
import recipe from './through-r.R?raw';

const run = promisify(execFile);

/** What the runs of an estimation took: by the clock, and of the processor. */
export interface Seconds {
  readonly seconds: readonly number[];
  readonly processor: readonly number[];
}

/** What R took, and the numbers it answered. */
export interface TimingInR extends Seconds {
  readonly answers: readonly number[];
  readonly versions: Readonly<Record<string, string>>;
}

/** How often an estimation is repeated, and the seconds after which it is not repeated any more. */
export interface Repetition {
  readonly runs: number;
  readonly patience: number;
}

/** Times one estimation in a fresh R, which reads the same columns. @throws when R or a package of it is missing */
export async function timeInR(
  name: string,
  data: SimulatedFollowUp,
  day: number,
  { runs, patience }: Repetition,
): Promise<TimingInR> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-statistics-'));
  try {
    const script = join(folder, 'through-r.R');
    const columns = join(folder, 'columns');
    await writeFile(script, recipe);
    const file = await open(columns, 'w');
    const { continuous, days, cause, event, group, covariates } = data;
    for (const column of [continuous, days, cause, event, group, ...covariates]) {
      await file.write(new Uint8Array(Float64Array.from(column).buffer));
    }
    await file.close();
    const { stdout } = await run('Rscript', [
      script,
      columns,
      ...[data.n, name, day, runs, patience].map(String),
    ]);
    return JSON.parse(stdout) as TimingInR;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
