import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** One R for the scripts of a test file: it takes longer to start, with its packages, than most of them to run. */
let session: {
  readonly process: ChildProcessWithoutNullStreams;
  readonly lines: AsyncIterator<string>;
} | null = null;
let last: Promise<unknown> = Promise.resolve();

/** Runs a script in R, in a folder of its own, and gives what it says. @throws where R stops */
export function inR(script: string): Promise<string> {
  const turn = last.then(() => runScript(script));
  last = turn.catch(() => undefined);
  return turn;
}

async function runScript(script: string): Promise<string> {
  session ??= startR();
  const folder = await mkdtemp(join(tmpdir(), 'r-script-'));
  const [path, said, stopped] = ['script.R', 'said.txt', 'stopped.txt'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  try {
    await writeFile(path, script);
    session.process.stdin.write(`${path}\n`);
    const { done } = await session.lines.next();
    if (done === true) throw new Error('R ended');
    if (existsSync(stopped)) throw new Error(await readFile(stopped, 'utf8'));
    return (await readFile(said, 'utf8')).trim();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** It ends with its standard input, which ends with the process of the tests: nothing waits for it. */
function startR() {
  const process = spawn('Rscript', ['--vanilla', resolve('tests/support/one-after-other.R')]);
  process.stderr.resume();
  process.unref();
  for (const stream of [process.stdin, process.stdout, process.stderr]) (stream as Socket).unref();
  return { process, lines: createInterface(process.stdout)[Symbol.asyncIterator]() };
}
