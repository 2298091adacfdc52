import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whether Rscript can be started, and has these packages. */
export async function hasR(...packages: readonly string[]): Promise<boolean> {
  try {
    await run('Rscript', ['-e', packages.map((name) => `library(${name})`).join('; ') || 'TRUE']);
    return true;
  } catch {
    return false;
  }
}

/** Runs the recipe `make.R` of a folder and reads the cases it prints. @throws when R fails, with its last words */
export async function recompute(folder: string): Promise<unknown> {
  try {
    const { stdout } = await run('Rscript', ['make.R'], { cwd: folder, maxBuffer: 256 * 1024 * 1024 });
    return JSON.parse(stdout) as unknown;
  } catch (failure) {
    const words = failure instanceof Error && 'stderr' in failure ? String(failure.stderr) : String(failure);
    throw new Error(words.trim().split('\n').slice(-2).join(' '), { cause: failure });
  }
}
