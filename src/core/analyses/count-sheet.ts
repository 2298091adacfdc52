import type { Bounds } from '@core/disclosure/known-sums';
import type { DisclosurePolicy } from '@core/disclosure/policy';
import { type ProtectedCount, releaseCounts, type TableSum } from '@core/disclosure/released-counts';
import type { KeyedCount, TableRelease } from '@core/disclosure/session-audit';

/** Where a count stands with a part of it, and with the rest, which nobody is shown. */
export interface SplitPlaces {
  readonly whole: number;
  readonly part: number;
  readonly rest: number;
}

/** The counts of a table in one list, by their places, with every sum that a reader of it knows. */
export class CountSheet {
  readonly counts: KeyedCount[] = [];
  readonly sums: TableSum[] = [];

  /** A count, what it is a count of where other figures have it too, and of which group where it is not of all. */
  add(patients: number, key: string | null = null, group?: number, within?: Bounds): number {
    const of = { ...(group === undefined ? {} : { group }), ...(within === undefined ? {} : { within }) };
    return this.counts.push({ patients, key, ...of }) - 1;
  }

  /** A count of some of those whom the sheet is of: who is missing is known to whoever knows how many all are. */
  addSome(patients: number, key: string): number {
    return this.counts.push({ patients, key, ofSome: true }) - 1;
  }

  /** A count that nobody is shown. */
  addHidden(patients: number, key: string | null = null, within?: Bounds): number {
    const of = within === undefined ? {} : { within };
    return this.counts.push({ patients, hidden: true, key, ...of }) - 1;
  }

  /**
   * A count with a part of it: whoever knows both finds the rest.
   *
   * @param within  what a reader knows of each of the three besides
   */
  addSplit(
    patients: number,
    part: number,
    within: Partial<Readonly<Record<keyof SplitPlaces, Bounds>>> = {},
  ): SplitPlaces {
    const places = {
      whole: this.add(patients, null, undefined, within.whole),
      part: this.add(part, null, undefined, within.part),
      rest: this.addHidden(patients - part, null, within.rest),
    };
    this.sum(places.whole, [places.part, places.rest]);
    return places;
  }

  /** Split counts that make up another one, each of the three. */
  sumSplits(whole: SplitPlaces, parts: readonly SplitPlaces[]): void {
    for (const of of ['whole', 'part', 'rest'] as const)
      this.sum(
        whole[of],
        parts.map((split) => split[of]),
      );
  }

  /** Places that make up `whole`. */
  sum(whole: number, parts: readonly number[]): void {
    this.sums.push({ whole, parts });
  }

  /** Places that lie in `whole`: what they lack of it is a count that nobody is shown. */
  within(whole: number, parts: readonly number[]): void {
    const rest = this.#patients(whole) - this.#sum(parts);
    this.sum(whole, rest === 0 ? parts : [...parts, this.addHidden(rest)]);
  }

  /** The sum of some places, which another figure may tell; nobody is shown it here. */
  margin(key: string, parts: readonly number[]): void {
    this.sum(this.addHidden(this.#sum(parts), key), parts);
  }

  /** The counts as they may leave, by their places: beside each other, or as `release` has it. */
  release(policy: DisclosurePolicy, release?: TableRelease): (place: number) => ProtectedCount {
    const released = release === undefined ? releaseCounts(this.counts, this.sums, policy) : release(this);
    return (place) => released[place] as ProtectedCount;
  }

  #patients(place: number): number {
    return this.counts[place]?.patients ?? 0;
  }

  #sum(places: readonly number[]): number {
    return places.reduce((sum, place) => sum + this.#patients(place), 0);
  }
}
