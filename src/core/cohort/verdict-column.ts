import type { CodedColumn } from './coded-column';
import type { Combination } from './cohort-definition';
import type { NumberRange } from './number-range';

/** Verdict of one condition per patient, in the order of the patients: 0 not met, 1 met, 2 unknown. */
export type VerdictColumn = Uint8Array;

const notMet = 0;
const met = 1;
const unknown = 2;

/**
 * Verdicts of a condition on a category of every patient.
 *
 * @param levels  code k of the column is level k - 1; code 0 is "not known"
 */
export function categoryVerdicts(
  { codes }: CodedColumn,
  levels: readonly string[],
  values: readonly string[],
): VerdictColumn {
  const wanted = new Set(values);
  const verdictOf = Uint8Array.from([unknown, ...levels.map((level) => (wanted.has(level) ? met : notMet))]);
  const verdicts = new Uint8Array(codes.length);
  for (let i = 0; i < codes.length; i++) verdicts[i] = verdictOf[codes[i] as number] as number;
  return verdicts;
}

/** Verdicts of a condition on a number of every patient; `NaN` is "not known". As `isInRange` of one number. */
export function rangeVerdicts(values: Float64Array, range: NumberRange): VerdictColumn {
  const { min, max, minOpen = false, maxOpen = false } = range;
  const low = min ?? Number.NEGATIVE_INFINITY;
  const high = max ?? Number.POSITIVE_INFINITY;
  const verdicts = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    // A comparison with NaN is false: what is neither known to be in nor known to be out is not known.
    if (value < low || value > high) continue;
    if ((minOpen && value === low) || (maxOpen && value === high)) continue;
    verdicts[i] = Number.isNaN(value) ? unknown : met;
  }
  return verdicts;
}

/**
 * Verdicts of a combination from those of its parts, in Kleene's logic: unknown as long as the unknown parts could
 * still decide.
 *
 * @throws RangeError without any part: how many patients there are is not known then
 */
export function combinedVerdicts(
  combination: Combination,
  parts: readonly [VerdictColumn, ...VerdictColumn[]],
): VerdictColumn {
  const [first] = parts;
  if (combination.kind === 'not') {
    const opposite = Uint8Array.of(met, notMet, unknown);
    return first.map((verdict) => opposite[verdict] as number);
  }
  const needed = { all: parts.length, any: 1, at_least: 'count' in combination ? combination.count : 1 }[
    combination.kind
  ];
  const surely = new Uint8Array(first.length);
  const possibly = new Uint8Array(first.length);
  for (const part of parts) {
    for (let i = 0; i < part.length; i++) {
      const verdict = part[i] as number;
      if (verdict === met) surely[i] = (surely[i] as number) + 1;
      if (verdict !== notMet) possibly[i] = (possibly[i] as number) + 1;
    }
  }
  const verdicts = new Uint8Array(first.length);
  for (let i = 0; i < verdicts.length; i++) {
    if ((surely[i] as number) >= needed) verdicts[i] = met;
    else if ((possibly[i] as number) >= needed) verdicts[i] = unknown;
  }
  return verdicts;
}
