import { cpus } from 'node:os';
import { parseArgs } from 'node:util';

import { hasR } from '@commands/reference/recompute';

import { comparedDay, type Estimation, estimations } from './estimations';
import { type SimulatedFollowUp, simulatedFollowUp } from './simulated-follow-up';
import { type Repetition, timeInR } from './through-r';

const usage = `npm run bench:statistics -- [--only NAME] [--scale 1] [--runs 5] [--patience 20] [--without-r]
  --only NAME      only the estimations whose name holds NAME, as cox or "log-rank days"
  --scale S        that share of the subjects: 0.1 for a look
  --runs N         runs of each estimation, of which the best counts, here (for a second at least) and in R
  --patience S     seconds after which an estimation is not run again
Prints one JSON document; everything else goes to standard error. Where Rscript with survival and cmprsk is present,
the same subjects go through R in the same run: ratio is R's best time by this project's, difference the largest
relative difference of the compared numbers (of the log-rank statistic, of coefficients and their errors, of curves at
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
  const report = { machine, units: 'milliseconds; best and median of the runs', seed: 1, results };
  process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
  return 0;
}

/** Seconds that an estimation of this project is repeated for at the least. */
const leastSeconds = 1;

async function timed(
  { name, aim, estimate }: Estimation,
  data: SimulatedFollowUp,
  repetition: Repetition,
  withR: boolean,
) {
  const seconds: number[] = [];
  let answers: readonly number[] = [];
  // The first runs of a program of milliseconds are those of an engine that has not compiled it yet.
  while (
    sum(seconds) < leastSeconds ||
    (seconds.length < repetition.runs && sum(seconds) < repetition.patience)
  ) {
    const start = performance.now();
    answers = estimate(data);
    seconds.push((performance.now() - start) / 1000);
  }
  const here = summary(seconds);
  if (!withR) return { name, subjects: data.n, ...here };
  const inR = await timeInR(name, data, comparedDay, repetition);
  const ratio = Math.round(Math.min(...inR.seconds) / Math.min(...seconds));
  const difference = largestDifference(answers, inR.answers);
  return {
    name,
    subjects: data.n,
    ...here,
    r: { ...summary(inR.seconds), ...inR.versions },
    ratio,
    aim,
    difference,
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function summary(seconds: readonly number[]) {
  const sorted = seconds.map((value) => Math.round(value * 1e4) / 10).toSorted((a, b) => a - b);
  return { best: sorted[0], median: sorted[sorted.length >> 1], runs: sorted.length };
}

/** Largest relative difference of numbers of two programs; `null`, as JSON has no infinity, when they do not match. */
function largestDifference(mine: readonly number[], theirs: readonly number[]): number | null {
  if (mine.length !== theirs.length) return null;
  const largest = Math.max(...mine.map((value, i) => Math.abs(value / (theirs[i] as number) - 1)));
  return Number.isFinite(largest) ? Number(largest.toPrecision(2)) : null;
}
