import { monthsFromDays } from './calendar';
import { type ResponseClass, responseRank } from './response-class';

/** What "sustained" asks of the tests of a patient. */
export interface SustainedDefinition {
  /** Every test of the run is of this class or deeper. */
  readonly depth: ResponseClass;
  /** From the first to the last test of the run, in months; reached is enough. */
  readonly months: number;
  /** Days with a test at the depth that the run must hold. */
  readonly minimumTests: number;
  /** Excursions that a run may hold: single tests that are not as deep, with the depth just before and just after. */
  readonly toleratedExcursions: number;
  /** How shallow an excursion may be: this class or deeper. */
  readonly excursionAtMost: ResponseClass;
}

/**
 * French practice: MR4 in every one of at least 4 tests over at least 24 months, no excursion.
 *
 * @see Etienne et al. 2020, PMC7565328, and the French centres' series on imatinib
 */
export const frenchSustainedResponse: SustainedDefinition = Object.freeze({
  depth: 'MR4',
  months: 24,
  minimumTests: 4,
  toleratedExcursions: 0,
  excursionAtMost: 'MMR',
});

/** A day with evaluable samples and the shallowest class among them. */
export interface ResponseTest {
  readonly day: number;
  readonly responseClass: ResponseClass;
}

/** What the tests of a patient say of a sustained response. */
export interface SustainedResponse {
  /** The tests of the run that ends with the last test, excursions included; empty when that one is not deep. */
  readonly currentRun: readonly ResponseTest[];
  readonly currentMonths: number;
  /** Whether the run that ends with the last test is sustained. */
  readonly sustainedNow: boolean;
  /** First day at which a run was sustained; `null` when none was. */
  readonly firstSustainedDay: number | null;
}

/** Samples by day, of one day the shallowest: two samples of a day are one test, and the worse one is believed. */
export function responseTests(samples: readonly ResponseTest[]): readonly ResponseTest[] {
  const byDay = new Map<number, ResponseClass>();
  for (const { day, responseClass } of samples) {
    const before = byDay.get(day);
    if (before === undefined || responseRank(responseClass) < responseRank(before))
      byDay.set(day, responseClass);
  }
  return [...byDay].map(([day, responseClass]) => ({ day, responseClass })).toSorted((a, b) => a.day - b.day);
}

/**
 * Sustained response of a definition.
 *
 * The run that ends with a test at the depth is the longest row of tests up to it that are all at the depth, but for at
 * most the tolerated number of single excursions. A run never begins or ends with an excursion: what follows has to be
 * seen before an excursion is forgiven. `null` without a test.
 *
 * @see tests/unit/core/domain/sustained-response.test.ts · held equal to SQL by tests/generative/sustained-response-twin.test.ts
 * @example
 * // MR4 at months 0, 8, 16 and 24: sustained, by frenchSustainedResponse, from month 24 on
 */
export function sustainedResponse(
  samples: readonly ResponseTest[],
  definition: SustainedDefinition,
): SustainedResponse | null {
  const tests = responseTests(samples);
  if (tests.length === 0) return null;
  const runs = tests.map((_, last) => runEndingAt(tests, last, definition));
  const first = runs.findIndex((run) => isSustained(run, definition));
  const currentRun = runs.at(-1) ?? [];
  return {
    currentRun,
    currentMonths: monthsOf(currentRun),
    sustainedNow: isSustained(currentRun, definition),
    firstSustainedDay: tests[first]?.day ?? null,
  };
}

function runEndingAt(
  tests: readonly ResponseTest[],
  last: number,
  definition: SustainedDefinition,
): readonly ResponseTest[] {
  const deep = (index: number) => isAtLeast(tests[index], definition.depth);
  if (!deep(last)) return [];
  let from = last;
  let excursions = 0;
  for (let index = last - 1; index >= 0; index--) {
    if (deep(index)) from = index;
    else {
      excursions += 1;
      const single =
        deep(index + 1) && deep(index - 1) && isAtLeast(tests[index], definition.excursionAtMost);
      if (!single || excursions > definition.toleratedExcursions) break;
    }
  }
  return tests.slice(from, last + 1);
}

function isSustained(run: readonly ResponseTest[], definition: SustainedDefinition): boolean {
  const deepTests = run.filter((test) => isAtLeast(test, definition.depth)).length;
  return deepTests >= definition.minimumTests && deepTests > 0 && monthsOf(run) >= definition.months;
}

const monthsOf = (run: readonly ResponseTest[]): number =>
  monthsFromDays((run.at(-1)?.day ?? 0) - (run[0]?.day ?? 0));

const isAtLeast = (test: ResponseTest | undefined, depth: ResponseClass): boolean =>
  test !== undefined && responseRank(test.responseClass) >= responseRank(depth);
