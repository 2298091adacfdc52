import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs a script in R, in a folder of its own, and gives what it says. @throws where R stops */
export async function inR(script: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'r-script-'));
  try {
    await writeFile(join(folder, 'script.R'), script);
    const { stderr } = await run('Rscript', ['--vanilla', 'script.R'], { cwd: folder });
    return stderr;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
