import type { Measurement } from './assay';

/** What the clinic remembers of the samples: decisions are taken on measured values, never on the true level. */
export class ResponseMemory {
  /** First day of the present unbroken series of samples in MR4 or deeper; null outside one. */
  deepSince: number | null = null;
  /** First day of the present series at 0.1 % or below. */
  majorSince: number | null = null;
  hadMajor = false;
  /** The last two values read, per cent; NaN before the first sample. */
  last = Number.NaN;
  previous = Number.NaN;

  note(day: number, { read, isDeep }: Measurement): void {
    if (Number.isNaN(read)) return;
    this.previous = this.last;
    this.last = read;
    if (read > 0.1) this.majorSince = null;
    else this.majorSince ??= day;
    if (isDeep === false) this.deepSince = null;
    else if (isDeep) this.deepSince ??= day;
    this.hadMajor ||= read <= 0.1 && this.previous <= 0.1;
  }

  /** Years in the present deep response. */
  deepYears(day: number): number {
    return this.deepSince === null ? 0 : (day - this.deepSince) / 365.25;
  }
}
