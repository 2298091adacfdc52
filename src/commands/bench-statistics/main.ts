import { cpus } from 'node:os';
import { parseArgs } from 'node:util';

import { hasR } from '@commands/reference/recompute';

import { comparedDay, type Estimation, estimations } from './estimations';
import { type SimulatedFollowUp, simulatedFollowUp } from './simulated-follow-up';
import { type Repetition, type Seconds, timeInR } from './through-r';

const usage = `npm run bench:statistics -- [--only NAME] [--scale 1] [--runs 5] [--patience 20] [--without-r]
  --only NAME      only the estimations whose name holds NAME, as cox or "log-rank days"
  --scale S        that share of the subjects: 0.1 for a look
  --runs N         runs of each estimation, of which the median counts, here (for three seconds at least) and in R
  --patience S     seconds after which an estimation is not run again
Prints one JSON document; everything else goes to standard error. Where Rscript with survival and cmprsk is present,
the same subjects go through R in the same run, one thread each: ratio is R's median processor time by this project's,
which other programs on the machine change least; here and inR say what each time is of; difference is the largest relative difference of the compared numbers (of the log-rank statistic, of coefficients and their errors, of curves at
day ${comparedDay}).`;

/** Times the estimators on one core from unsorted columns, beside R where it is present. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', default: '' },
      scale: { type: 'string', default: '1' },
      runs: { type: 'string', default: '5' },
      patience: { type: 'string', default: '20' },
      'without-r': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const repetition = { runs: Number(values.runs), patience: Number(values.patience) };
  const scale = Number(values.scale);
  const chosen = estimations.filter(({ name }) => name.includes(values.only));
  if (values.help || chosen.length === 0 || !(scale > 0) || !(repetition.runs >= 1)) {
    process.stderr.write(`${usage}\n`);
    return values.help ? 0 : 2;
  }
  const withR = !values['without-r'] && (await hasR());
  const results: unknown[] = [];
  let data = simulatedFollowUp(0, 1);
  for (const estimation of chosen) {
    const n = Math.max(100, Math.round(estimation.subjects * scale));
    if (data.n !== n) data = simulatedFollowUp(n, 1);
    process.stderr.write(`timing ${estimation.name}, ${n} subjects\n`);
    results.push(await timed(estimation, data, repetition, withR));
  }
  const machine = { processor: cpus()[0]?.model ?? '', cores: cpus().length, node: process.version };
  const report = {
    machine,
    units: 'milliseconds; best and median of the runs, of the processor and by the clock',
    seed: 1,
    results,
  };
  process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
  return 0;
}

/** Seconds that an estimation of this project is repeated for at the least. */
const leastSeconds = 3;

async function timed(
  { name, aim, here, inR, estimate }: Estimation,
  data: SimulatedFollowUp,
  repetition: Repetition,
  withR: boolean,
) {
  const seconds: number[] = [];
  const processor: number[] = [];
  let answers: readonly number[] = [];
  // The first runs of a program of milliseconds are those of an engine that has not compiled it yet.
  while (
    sum(seconds) < leastSeconds ||
    (seconds.length < repetition.runs && sum(seconds) < repetition.patience)
  ) {
    const start = performance.now();
    const before = process.cpuUsage();
    answers = estimate(data);
    const { user, system } = process.cpuUsage(before);
    seconds.push((performance.now() - start) / 1000);
    processor.push((user + system) / 1e6);
  }
  const own = { name, subjects: data.n, here, ...summary({ seconds, processor }) };
  if (!withR) return own;
  const r = await timeInR(name, data, comparedDay, repetition);
  return {
    ...own,
    r: { inR, ...summary(r), ...r.versions },
    ratio: Number((median(r.processor) / median(processor)).toPrecision(3)),
    aim,
    difference: largestDifference(answers, r.answers),
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] as number;

function summary({ seconds, processor }: Seconds) {
  const milliseconds = (values: readonly number[]) => ({
    best: Math.round(Math.min(...values) * 1e4) / 10,
    median: Math.round(median(values) * 1e4) / 10,
  });
  return { processor: milliseconds(processor), clock: milliseconds(seconds), runs: seconds.length };
}

/** Largest relative difference of numbers of two programs; `null`, as JSON has no infinity, when they do not match. */
function largestDifference(mine: readonly number[], theirs: readonly number[]): number | null {
  if (mine.length !== theirs.length) return null;
  const largest = Math.max(...mine.map((value, i) => Math.abs(value / (theirs[i] as number) - 1)));
  return Number.isFinite(largest) ? Number(largest.toPrecision(2)) : null;
}
