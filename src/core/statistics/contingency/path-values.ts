const EMPTY = Number.NaN;
const STEPS_PER_UNIT = 1e9;

/**
 * A multiset of path values: values that agree to 1e-9 are one value, counted. An open-addressing table, because
 * a `Map` of doubles is several times slower here.
 */
export class PathValues {
  private keys = new Float64Array(16).fill(EMPTY);
  private values = new Float64Array(16);
  private counts = new Float64Array(16);
  private used = 0;

  get size(): number {
    return this.used;
  }

  add(value: number, count: number): void {
    if (2 * this.used >= this.keys.length) this.grow();
    const key = Math.round(value * STEPS_PER_UNIT);
    const slot = this.slotOf(key);
    if (this.keys[slot] !== key) {
      this.keys[slot] = key;
      this.values[slot] = value;
      this.used++;
    }
    this.counts[slot] = (this.counts[slot] ?? 0) + count;
  }

  forEach(visit: (value: number, count: number) => void): void {
    for (let slot = 0; slot < this.keys.length; slot++) {
      if (!Number.isNaN(this.keys[slot])) visit(this.values[slot] ?? 0, this.counts[slot] ?? 0);
    }
  }

  private slotOf(key: number): number {
    const mask = this.keys.length - 1;
    const high = Math.floor(key / 65_536);
    let slot = (Math.imul(key | 0, 0x9e3779b1) ^ Math.imul(high | 0, 0x85ebca6b)) >>> 7;
    slot &= mask;
    while (this.keys[slot] !== key && !Number.isNaN(this.keys[slot])) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { keys, values, counts } = this;
    this.keys = new Float64Array(2 * keys.length).fill(EMPTY);
    this.values = new Float64Array(2 * keys.length);
    this.counts = new Float64Array(2 * keys.length);
    for (let old = 0; old < keys.length; old++) {
      const key = keys[old] ?? EMPTY;
      if (Number.isNaN(key)) continue;
      const slot = this.slotOf(key);
      this.keys[slot] = key;
      this.values[slot] = values[old] ?? 0;
      this.counts[slot] = counts[old] ?? 0;
    }
  }
}
