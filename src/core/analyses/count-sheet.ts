import type { TableSum } from '@core/disclosure/released-counts';
import type { KeyedCount } from '@core/disclosure/session-audit';

/** Counts of a figure in one list, with every sum that a reader of it knows. */
export class CountSheet {
  readonly counts: KeyedCount[] = [];
  readonly sums: TableSum[] = [];

  /** A count, and what it is a count of where other figures have it too. */
  add(patients: number, key: string | null = null): number {
    return this.counts.push({ patients, key }) - 1;
  }

  /** A count that nobody is shown. */
  addHidden(patients: number, key: string | null = null): number {
    return this.counts.push({ patients, hidden: true, key }) - 1;
  }

  /** Places that make up `whole`; what they lack of it is a count that nobody is shown. */
  within(whole: number, parts: readonly number[]): void {
    const rest = this.#patients(whole) - this.#sum(parts);
    this.sums.push({ whole, parts: rest === 0 ? parts : [...parts, this.addHidden(rest)] });
  }

  /** The sum of some places, which another figure may tell; nobody is shown it here. */
  margin(key: string, parts: readonly number[]): void {
    this.sums.push({ whole: this.addHidden(this.#sum(parts), key), parts });
  }

  #patients(place: number): number {
    return this.counts[place]?.patients ?? 0;
  }

  #sum(places: readonly number[]): number {
    return places.reduce((sum, place) => sum + this.#patients(place), 0);
  }
}
