import { parseArgs } from 'node:util';

import { longestWalk } from './cohort-walk';
import { type CurveScreenName, curveScreenNames } from './curve-screens';

export interface BenchOptions {
  readonly changes: number;
  readonly coldStarts: number;
  /** The extracts beside the demonstration: folders that are there, or the sizes of those to generate. */
  readonly larger: readonly LargerExtract[];
  /** The screens of curves that alone are timed; `null`: everything is. */
  readonly screens: readonly CurveScreenName[] | null;
}

export type LargerExtract = { readonly folder: string } | { readonly patients: number };

export const usage = `npm run bench -- [--changes 50] [--cold-starts 3] [--demonstration-only | --large DIR ... | --patients 100000,1000000]
    [--screens practice,centres]
  --changes N            changes of the cohort, at most ${longestWalk}: each gives a cohort that was not asked before
  --cold-starts N        starts in a fresh browser, of which the median counts
  --demonstration-only   leaves the larger extracts out
  --large DIR            takes the extract of this folder (with its manifest.json) instead of generating; several times
  --screens NAME,NAME    times these screens of curves alone, each by the beginning of its name: ${curveScreenNames.join(', ')}
  --patients N,N         patients of the larger extracts that are generated, one after the other, into a temporary folder
Each extract: cold start, change of the cohort to both figures, edit of one rule (on a recorded fact, on a derived fact,
on the linked samples) to attrition and charts, a drag of twenty cohorts in a second, peak memory.
Prints one JSON document; everything else goes to standard error.`;

/**
 * Reads the command line.
 *
 * @returns `null` when help is asked for
 * @throws RangeError or TypeError that names the option
 */
export function readBenchOptions(args: readonly string[]): BenchOptions | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      changes: { type: 'string', default: '50' },
      'cold-starts': { type: 'string', default: '3' },
      'demonstration-only': { type: 'boolean', default: false },
      large: { type: 'string', multiple: true },
      patients: { type: 'string' },
      screens: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const only = values['demonstration-only'];
  if (Number(only) + Number(values.large !== undefined) + Number(values.patients !== undefined) > 1) {
    throw new RangeError('--demonstration-only, --large and --patients exclude one another');
  }
  const sizes = (values.patients ?? '100000,1000000').split(',');
  const generated = () => sizes.map((size) => ({ patients: whole('patients', size, 9_999_999) }));
  return {
    changes: whole('changes', values.changes, longestWalk),
    coldStarts: whole('cold-starts', values['cold-starts'], 100),
    larger: only ? [] : (values.large?.map((folder) => ({ folder })) ?? generated()),
    screens: values.screens === undefined ? null : values.screens.split(',').flatMap(screensOf),
  };
}

function screensOf(begin: string): readonly CurveScreenName[] {
  const named = curveScreenNames.filter((name) => begin !== '' && name.startsWith(begin));
  if (named.length > 0) return named;
  throw new RangeError(`--screens takes the beginnings of ${curveScreenNames.join(', ')}, not "${begin}"`);
}

function whole(name: string, text: string, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new RangeError(`--${name} must be a whole number from 1 to ${most}`);
}
