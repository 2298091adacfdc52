import { type RelapseProfile, relapseProfiles } from './treatment-free-remission';

export interface GenerationOptions {
  readonly patients: number;
  readonly centres: number;
  readonly seed: number;
  readonly out: string;
  /** Date of creation that the manifest states: given, so that the same options write the same bytes. */
  readonly created: string;
  readonly relapseProfile: RelapseProfile;
  /** Patients per batch; one batch writes one file per table, more write part files. */
  readonly batch: number;
  /** Which rules of the contract are broken on purpose: those that let the extract open, or those that refuse it too. */
  readonly faults: FaultChoice;
}

export const faultChoices = ['none', 'opening', 'all'] as const;
export type FaultChoice = (typeof faultChoices)[number];

export const usage = `usage: npm run generate -- [options]
  --patients N      patients (2000)
  --centres N       centres, 1 to 99 (24)
  --seed N          seed of the dice (2021)
  --out DIR         folder to write (public/extract)
  --created DATE    date in the manifest (2026-01-15)
  --tfr PROFILE     relapses after a stop: trial or observatory (trial)
  --batch N         patients per part file (20000)
  --faults WHICH    break rules of the contract on purpose and list them in faults.json: none, opening (all that do not
                    refuse the extract) or all (none)`;

/** Reads the command line; throws a RangeError that names the option. */
export function readOptions(args: readonly string[]): GenerationOptions {
  const given = new Map<string, string>();
  for (let index = 0; index < args.length; index += 2) {
    const name = args[index] ?? '';
    const value = args[index + 1];
    if (!/^--(patients|centres|seed|out|created|tfr|batch|faults)$/.test(name))
      throw new RangeError(`unknown option ${name}`);
    if (value === undefined) throw new RangeError(`${name} needs a value`);
    given.set(name.slice(2), value);
  }
  const profile = relapseProfiles.find((candidate) => candidate === (given.get('tfr') ?? 'trial'));
  if (!profile) throw new RangeError(`--tfr must be one of ${relapseProfiles.join(', ')}`);
  const faults = faultChoices.find((choice) => choice === (given.get('faults') ?? 'none'));
  if (!faults) throw new RangeError(`--faults must be one of ${faultChoices.join(', ')}`);
  const created = given.get('created') ?? '2026-01-15';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(created)) throw new RangeError('--created must be a date as 2026-01-15');
  const whole = (name: string, fallback: number, low: number, high: number) => {
    const value = Number(given.get(name) ?? fallback);
    if (!Number.isInteger(value) || value < low || value > high) {
      throw new RangeError(`--${name} must be a whole number from ${low} to ${high}`);
    }
    return value;
  };
  const sizes = {
    patients: whole('patients', 2000, 1, 9_999_999),
    centres: whole('centres', 24, 1, 99),
    seed: whole('seed', 2021, 0, 2 ** 31 - 1),
    out: given.get('out') ?? 'public/extract',
    created,
    relapseProfile: profile,
    batch: whole('batch', 20_000, 1, 1_000_000),
  };
  if (faults !== 'none' && sizes.patients > sizes.batch)
    throw new RangeError(
      '--faults needs an extract of one file per table: at least as large a --batch as --patients',
    );
  return { ...sizes, faults };
}
