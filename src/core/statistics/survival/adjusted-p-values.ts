/**
 * Holm's step-down adjustment of p-values for several comparisons; `null` stays `null` and is not counted.
 *
 * @see Holm 1979; R's p.adjust(method = "holm")
 * @example
 * holmAdjusted([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function holmAdjusted(pValues: readonly (number | null)[]): readonly (number | null)[] {
  return adjusted(pValues, (ascending) => {
    let highest = 0;
    return ascending.map((p, i) => {
      highest = Math.max(highest, Math.min(1, p * (ascending.length - i)));
      return highest;
    });
  });
}

/**
 * Benjamini and Hochberg's adjustment of p-values (false discovery rate); `null` stays `null` and is not counted.
 *
 * @see Benjamini & Hochberg 1995; R's p.adjust(method = "BH")
 * @example
 * benjaminiHochbergAdjusted([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 */
export function benjaminiHochbergAdjusted(pValues: readonly (number | null)[]): readonly (number | null)[] {
  return adjusted(pValues, (ascending) => {
    const result = [...ascending];
    let lowest = 1;
    for (let i = ascending.length - 1; i >= 0; i--) {
      lowest = Math.min(lowest, ((ascending[i] as number) * ascending.length) / (i + 1));
      result[i] = lowest;
    }
    return result;
  });
}

function adjusted(
  pValues: readonly (number | null)[],
  adjust: (ascending: readonly number[]) => readonly number[],
): readonly (number | null)[] {
  const known = pValues
    .map((p, at) => ({ p, at }))
    .filter((item): item is { p: number; at: number } => item.p !== null)
    .sort((a, b) => a.p - b.p);
  const values = adjust(known.map(({ p }) => p));
  const result: (number | null)[] = pValues.map(() => null);
  known.forEach(({ at }, i) => {
    result[at] = values[i] as number;
  });
  return Object.freeze(result);
}
