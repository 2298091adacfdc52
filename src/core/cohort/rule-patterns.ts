import type { UnknownPolicy } from './cohort-definition';
import type { VerdictColumn } from './verdict-column';

/**
 * Patients who have the same verdicts: bit k of `notMet` and of `unknown` is rule k. The smallest table from which any
 * order of the rules can be counted.
 */
export interface RulePattern {
  readonly notMet: number;
  readonly unknown: number;
  readonly patients: number;
}

interface Pattern {
  readonly notMet: number;
  readonly unknown: number;
}

/** Sorts patients by their verdicts, one rule after the other; without rules all are alike. */
export class PatternSorter {
  /** Place in `#patterns` of the pattern of each patient. */
  readonly #pattern: Uint32Array;
  #patterns: readonly Pattern[] = [{ notMet: 0, unknown: 0 }];
  #rules = 0;

  constructor(patients: number) {
    this.#pattern = new Uint32Array(patients);
  }

  /** Takes the verdicts of the next rule: one pass over the patients, whatever came before. */
  add(verdicts: VerdictColumn): void {
    const pattern = this.#pattern;
    // A pattern splits in at most three; those that nobody has get no place.
    const places = new Int32Array(3 * this.#patterns.length).fill(-1);
    const found: number[] = [];
    for (let i = 0; i < pattern.length; i++) {
      const split = 3 * (pattern[i] as number) + (verdicts[i] as number);
      let place = places[split] as number;
      if (place === -1) {
        place = found.push(split) - 1;
        places[split] = place;
      }
      pattern[i] = place;
    }
    const bit = 1 << this.#rules;
    this.#patterns = found.map((split) => {
      const { notMet, unknown } = this.#patterns[Math.floor(split / 3)] as Pattern;
      const verdict = split % 3;
      return {
        notMet: verdict === 0 ? notMet | bit : notMet,
        unknown: verdict === 2 ? unknown | bit : unknown,
      };
    });
    this.#rules += 1;
  }

  /** Patients of each pattern that somebody has. */
  counts(): readonly RulePattern[] {
    const patients = new Uint32Array(this.#patterns.length);
    const pattern = this.#pattern;
    for (let i = 0; i < pattern.length; i++) {
      const place = pattern[i] as number;
      patients[place] = (patients[place] as number) + 1;
    }
    return this.#patterns
      .map((found, place) => ({ ...found, patients: patients[place] as number }))
      .filter((found) => found.patients > 0);
  }

  /** Bit k is set when rule k keeps the patient out; 0 is a member. */
  failed(policies: readonly UnknownPolicy[]): Uint32Array {
    const pattern = this.#pattern;
    const bits = Uint32Array.from(this.#patterns, (found) => failedBits(found, policies));
    const failed = new Uint32Array(pattern.length);
    for (let i = 0; i < failed.length; i++) failed[i] = bits[pattern[i] as number] as number;
    return failed;
  }
}

/** The rules that keep patients of a pattern out: not met, and unknown unless the rule keeps the unknown. */
export function failedBits({ notMet, unknown }: Pattern, policies: readonly UnknownPolicy[]): number {
  const strict = policies.reduce((bits, policy, k) => (policy === 'exclude' ? bits | (1 << k) : bits), 0);
  return notMet | (unknown & strict);
}
