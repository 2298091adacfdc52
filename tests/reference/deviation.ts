/** Where a computed result is farthest from the expected one. */
export interface Deviation {
  readonly relative: number;
  readonly path: string;
}

/**
 * The largest relative deviation of `actual` from `expected`, through arrays and objects of the same shape.
 *
 * An expected 0 is compared absolutely. `null` is equal to `null` only, "Inf" and "-Inf" to the infinities;
 * everything else that differs, `NaN` included, counts as infinitely far.
 */
export function deviation(actual: unknown, expected: unknown, path = ''): Deviation {
  if (Array.isArray(expected)) {
    const list: readonly unknown[] = isListLike(actual) ? Array.from(actual) : [];
    if (list.length !== expected.length)
      return { relative: Number.POSITIVE_INFINITY, path: `${path}.length` };
    return worst(expected.map((value, i) => deviation(list[i], value, `${path}[${i}]`)));
  }
  if (typeof expected === 'object' && expected !== null) {
    const record = (actual ?? {}) as Readonly<Record<string, unknown>>;
    return worst(
      Object.entries(expected).map(([key, value]) => deviation(record[key], value, `${path}.${key}`)),
    );
  }
  if (typeof expected === 'number' && typeof actual === 'number') {
    const relative = Math.abs(actual - expected) / (expected === 0 ? 1 : Math.abs(expected));
    return { relative: Number.isNaN(relative) ? Number.POSITIVE_INFINITY : relative, path };
  }
  const infinite = expected === 'Inf' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const same = actual === expected || ((expected === 'Inf' || expected === '-Inf') && actual === infinite);
  return { relative: same ? 0 : Number.POSITIVE_INFINITY, path };
}

function isListLike(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}

function worst(deviations: readonly Deviation[]): Deviation {
  return deviations.reduce((a, b) => (b.relative > a.relative ? b : a), { relative: 0, path: '' });
}
