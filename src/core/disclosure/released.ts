import type { Definition } from '@core/base/definition';
import { type DisclosurePolicy, defaultPolicy } from './policy';
import { type Released, released } from './release-mark';

export type { Released } from './release-mark';

/** A count as it may leave: rounded, or only known to be under the threshold. */
export type ReleasedCount = Released<
  { readonly kind: 'rounded'; readonly value: number } | { readonly kind: 'masked'; readonly under: number }
>;

/** A count of which nothing is told, because beside the others it would tell a small one. */
export type WithheldCount = Released<{ readonly kind: 'withheld' }>;

/**
 * A count of patients as it may leave: 0 stays 0, 1 to 10 are "under 11", others are rounded to the nearest 5, but
 * never below the threshold. The same answer for the same count, so that asking again tells nothing more.
 *
 * @throws RangeError for a count that is not a whole number of at least 0
 * @example
 * releaseCount(7) // { kind: 'masked', under: 11 }
 * releaseCount(13) // { kind: 'rounded', value: 15 }
 */
export function releaseCount(patients: number, policy: DisclosurePolicy = defaultPolicy): ReleasedCount {
  if (!Number.isInteger(patients) || patients < 0)
    throw new RangeError('a count is a whole number of at least 0');
  if (patients > 0 && patients < policy.threshold)
    return released({ kind: 'masked', under: policy.threshold });
  const { threshold, roundTo } = policy;
  const least = roundTo * Math.ceil(threshold / roundTo);
  const nearest = roundTo * Math.round(patients / roundTo);
  return released({ kind: 'rounded', value: patients === 0 ? 0 : Math.max(least, nearest) });
}

export const withheldCount: WithheldCount = released({ kind: 'withheld' });

/** A share of two released counts in [0, 1]; `null` when either is masked, or nobody is in the denominator. */
export function releasedShare(
  part: ReleasedCount | WithheldCount,
  whole: ReleasedCount | WithheldCount,
): Released<{ readonly share: number | null }> {
  if (part.kind !== 'rounded' || whole.kind !== 'rounded' || whole.value === 0)
    return released({ share: null });
  return released({ share: Math.min(1, part.value / whole.value) });
}

/**
 * A quantile as it may leave: two significant digits (calendar years need four), and `null` unless `threshold` patients
 * lie on either side of it.
 *
 * @param p         in (0, 1)
 * @param patients  of whom the number is known
 */
export function releaseQuantile(
  value: number | null,
  p: number,
  patients: number,
  policy: DisclosurePolicy = defaultPolicy,
  digits = 2,
): Released<{ readonly value: number | null }> {
  const enough = patients * Math.min(p, 1 - p) >= policy.threshold;
  return released({ value: value !== null && enough ? Number(value.toPrecision(digits)) : null });
}

/** A mean, a spread or a difference as it may leave: three significant digits, `null` under `threshold` patients. */
export function releaseMoment(
  value: number | null,
  patients: number,
  policy: DisclosurePolicy = defaultPolicy,
  digits = 3,
): Released<{ readonly value: number | null }> {
  return released({
    value: value !== null && patients >= policy.threshold ? Number(value.toPrecision(digits)) : null,
  });
}

/** Events, those who have one, and the time in which they were counted. */
interface ObservedRate {
  readonly events: number;
  /** Patients with at least one event; `null`: how many they are is not told. */
  readonly affected: number | null;
  /** All who were observed. */
  readonly patients: number;
  readonly time: number;
}

/**
 * The events and the time of a rate as they may leave side by side: events to the nearest multiple as counts are, time to two
 * significant digits. Both `null` under `threshold` patients observed; events also where some but fewer have one.
 *
 * A rate is computed of the two: one that was computed of the exact numbers would tell them, multiplied by the time.
 *
 * @see OpenSAFELY, UK data centres: numerator and denominator of a rate rest on as many patients as a count
 */
export function releaseEvents(
  { events, affected, patients, time }: ObservedRate,
  policy: DisclosurePolicy = defaultPolicy,
): Readonly<Record<'events' | 'time', Released<{ readonly value: number | null }>>> {
  const observed = patients >= policy.threshold && time > 0;
  const told = observed && affected !== null && (affected === 0 || affected >= policy.threshold);
  const count = releaseCount(told ? events : 0, policy);
  return {
    events: released({ value: told && count.kind === 'rounded' ? count.value : null }),
    time: released({ value: observed ? Number(time.toPrecision(2)) : null }),
  };
}

/** A file for the user's downloads, or text for the clipboard. */
export type LeavingText = Released<{ readonly text: string }>;

/** Released values as a text. */
export const releasedText = <From>(value: Released<From>, write: (value: From) => string): LeavingText =>
  released({ text: write(value) });

/** A definition (of a cohort, of an endpoint), or an address that holds some: what was asked, never what was answered. */
export const definitionText = (definition: Definition<object | string>): LeavingText =>
  released({
    text: typeof definition === 'string' ? definition : `${JSON.stringify(definition, null, 2)}\n`,
  });

/** A value in which every number stands behind a `Released`: what it was put together from has been through the control. */
export type OnlyReleased<T> =
  T extends Released<object>
    ? T
    : T extends number | bigint
      ? never
      : T extends object
        ? { readonly [K in keyof T]: OnlyReleased<T[K]> }
        : T;

/** Released numbers put together with words and codes. A number that was not released does not compile. */
export const assembled = <T extends object>(value: T & OnlyReleased<T>): Released<T> => released<T>(value);

/** What is computed from a released value, and from nothing else of the patients, may leave as well. */
export const fromReleased = <From, To extends object>(
  value: Released<From>,
  compute: (value: From) => To,
): Released<To> => released(compute(value));

/** The same, where computing takes time. */
export const fromReleasedLater = async <From, To extends object>(
  value: Released<From>,
  compute: (value: From) => Promise<To>,
): Promise<Released<To>> => released(await compute(value));

/** Released values side by side, each under a code of the catalogue. */
export const releasedTogether = <Code extends string, Part>(
  parts: readonly { readonly code: Code; readonly part: Released<Part> }[],
): Released<readonly { readonly code: Code; readonly part: Released<Part> }[]> => released(parts);
