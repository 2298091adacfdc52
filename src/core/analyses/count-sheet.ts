import type { TableCount, TableSum } from '@core/disclosure/released-counts';

/** Counts of a figure in one list, with every sum that a reader of it knows. */
export class CountSheet {
  readonly counts: TableCount[] = [];
  readonly sums: TableSum[] = [];

  add(patients: number, hidden = false): number {
    return this.counts.push(hidden ? { patients, hidden } : { patients }) - 1;
  }

  /** Places that make up `whole`; what they lack of it is a count that nobody is shown. */
  within(whole: number, parts: readonly number[]): void {
    const of = (place: number) => this.counts[place]?.patients ?? 0;
    const rest = of(whole) - parts.reduce((sum, place) => sum + of(place), 0);
    this.sums.push({ whole, parts: rest === 0 ? parts : [...parts, this.add(rest, true)] });
  }
}
