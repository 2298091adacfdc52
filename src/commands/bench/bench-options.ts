import { parseArgs } from 'node:util';

import { longestWalk } from './cohort-walk';

export interface BenchOptions {
  readonly changes: number;
  readonly coldStarts: number;
  /** The large extract: a folder that is there, the size of one to generate, or none. */
  readonly large: { readonly folder: string } | { readonly patients: number } | null;
}

export const usage = `npm run bench -- [--changes 50] [--cold-starts 3] [--demonstration-only | --large DIR | --patients 1000000]
  --changes N            changes of the cohort, at most ${longestWalk}: each gives a cohort that was not asked before
  --cold-starts N        starts in a fresh browser, of which the median counts
  --demonstration-only   leaves the large extract out
  --large DIR            takes the large extract of this folder (with its manifest.json) instead of generating one
  --patients N           patients of the large extract that is generated, into a temporary folder
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
      large: { type: 'string' },
      patients: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const only = values['demonstration-only'];
  if (Number(only) + Number(values.large !== undefined) + Number(values.patients !== undefined) > 1) {
    throw new RangeError('--demonstration-only, --large and --patients exclude one another');
  }
  const generated = () => ({ patients: whole('patients', values.patients ?? '1000000', 9_999_999) });
  return {
    changes: whole('changes', values.changes, longestWalk),
    coldStarts: whole('cold-starts', values['cold-starts'], 100),
    large: only ? null : values.large === undefined ? generated() : { folder: values.large },
  };
}

function whole(name: string, text: string, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new RangeError(`--${name} must be a whole number from 1 to ${most}`);
}
