import type { TableSum } from './released-counts';

export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/** Σ weights[i] · count(places[i]) = 0. */
export interface Equation {
  readonly places: readonly number[];
  readonly weights: readonly number[];
}

/** A sum that a reader knows, as an equation. */
export const equationOf = ({ whole, parts }: TableSum): Equation => ({
  places: [whole, ...parts],
  weights: [-1, ...parts.map(() => 1)],
});

/**
 * The sums that a reader knows as equations, and with every two that share a count the equation without it: what a reader finds who
 * adds up the rows of a table and takes its columns away.
 */
export class KnownSums {
  readonly equations: readonly Equation[];
  /** The equations that each count stands in. */
  readonly at: readonly (readonly number[])[];

  /** @param counts  how many counts there are */
  constructor(counts: number, sums: readonly TableSum[]) {
    this.equations = withEveryTwo(sums.map(equationOf));
    const at = Array.from({ length: counts }, (): number[] => []);
    this.equations.forEach(({ places }, e) => {
      for (const place of places) at[place]?.push(e);
    });
    this.at = at;
  }
}

/**
 * Narrows the bounds of whole numbers by the equations until nothing changes; `false` as soon as a count is left no value. The order
 * in which equations are looked at does not matter to what comes out.
 *
 * @param changed  the only count whose bounds are not what they were when nothing changed any more; else all are looked at
 */
export function narrow(
  lower: Float64Array,
  upper: Float64Array,
  { equations, at }: KnownSums,
  changed: number | null = null,
): boolean {
  const waiting = changed === null ? Array.from(equations.keys()) : [...(at[changed] ?? [])];
  const waits = new Uint8Array(equations.length);
  for (const e of waiting) waits[e] = 1;
  // The queue grows while it is read: first come, first looked at.
  for (const e of waiting) {
    waits[e] = 0;
    const moved = narrowBy(equations[e] as Equation, lower, upper);
    if (moved === null) return false;
    for (const place of moved) {
      for (const other of at[place] as readonly number[]) {
        if (waits[other] === 1) continue;
        waits[other] = 1;
        waiting.push(other);
      }
    }
  }
  return true;
}

const nothing: readonly number[] = [];

/** Narrows the bounds by one equation, and says which counts it moved; `null`: one is left no value. */
function narrowBy(
  { places, weights }: Equation,
  lower: Float64Array,
  upper: Float64Array,
): readonly number[] | null {
  let [least, most, openBelow, openAbove] = [0, 0, 0, 0];
  for (let k = 0; k < places.length; k++) {
    const [at, weight] = [places[k] as number, weights[k] as number];
    const low = weight * ((weight > 0 ? lower : upper)[at] as number);
    const high = weight * ((weight > 0 ? upper : lower)[at] as number);
    if (Number.isFinite(low)) least += low;
    else openBelow += 1;
    if (Number.isFinite(high)) most += high;
    else openAbove += 1;
  }
  // With two terms that are open at an end, neither is held by it.
  if (openBelow > 1 && openAbove > 1) return nothing;
  let moved: number[] | null = null;
  for (let k = 0; k < places.length; k++) {
    const [at, weight] = [places[k] as number, weights[k] as number];
    const low = weight * ((weight > 0 ? lower : upper)[at] as number);
    const high = weight * ((weight > 0 ? upper : lower)[at] as number);
    const isOpenBelow = !Number.isFinite(low);
    const isOpenAbove = !Number.isFinite(high);
    // What the other terms add up to at the least and at the most.
    const others = {
      least:
        openBelow - (isOpenBelow ? 1 : 0) > 0 ? Number.NEGATIVE_INFINITY : least - (isOpenBelow ? 0 : low),
      most:
        openAbove - (isOpenAbove ? 1 : 0) > 0 ? Number.POSITIVE_INFINITY : most - (isOpenAbove ? 0 : high),
    };
    const from = Math.ceil((weight > 0 ? -others.most : -others.least) / weight - 1e-9);
    const to = Math.floor((weight > 0 ? -others.least : -others.most) / weight + 1e-9);
    const [isHigher, isLower] = [from > (lower[at] as number), to < (upper[at] as number)];
    if (!isHigher && !isLower) continue;
    if (isHigher) lower[at] = from;
    if (isLower) upper[at] = to;
    if ((lower[at] as number) > (upper[at] as number)) return null;
    moved ??= [];
    moved.push(at);
    const newLow = weight * ((weight > 0 ? lower : upper)[at] as number);
    const newHigh = weight * ((weight > 0 ? upper : lower)[at] as number);
    if (Number.isFinite(newLow)) {
      least += newLow - (isOpenBelow ? 0 : low);
      if (isOpenBelow) openBelow -= 1;
    }
    if (Number.isFinite(newHigh)) {
      most += newHigh - (isOpenAbove ? 0 : high);
      if (isOpenAbove) openAbove -= 1;
    }
  }
  return moved ?? nothing;
}

function withEveryTwo(given: readonly Equation[]): readonly Equation[] {
  const byPlace = new Map<number, Equation[]>();
  for (const equation of given) {
    for (const place of equation.places) {
      const here = byPlace.get(place);
      if (here === undefined) byPlace.set(place, [equation]);
      else here.push(equation);
    }
  }
  const known = new Map(given.map((equation) => [keyOf(equation), equation]));
  for (const one of given) {
    for (const place of one.places) {
      for (const other of byPlace.get(place) ?? []) {
        if (other === one) continue;
        const combined = without(place, one, other);
        if (combined.places.length > 1) known.set(keyOf(combined), combined);
      }
    }
  }
  return [...known.values()];
}

/** The same text for equations that are the same, whatever their order, sign and scale. */
function keyOf({ places, weights }: Equation): string {
  const terms = places
    .map((place, k): readonly [number, number] => [place, weights[k] as number])
    .toSorted(([a], [b]) => a - b);
  const scale = terms[0]?.[1] ?? 1;
  return terms.map(([place, weight]) => `${place}:${weight / scale}`).join(' ');
}

function without(place: number, one: Equation, other: Equation): Equation {
  const weights = new Map<number, number>();
  const weightOf = ({ places, weights: all }: Equation) => all[places.indexOf(place)] as number;
  const factor = -weightOf(one) / weightOf(other);
  one.places.forEach((at, k) => {
    weights.set(at, one.weights[k] as number);
  });
  other.places.forEach((at, k) => {
    weights.set(at, (weights.get(at) ?? 0) + factor * (other.weights[k] as number));
  });
  const kept = [...weights].filter(([, weight]) => weight !== 0);
  return { places: kept.map(([at]) => at), weights: kept.map(([, weight]) => weight) };
}

/** Counts that sums join, directly or by others, and those sums by the places among them. */
interface SumSystem {
  readonly places: readonly number[];
  readonly sums: readonly TableSum[];
}

/** A table in parts that know nothing of each other. */
export function systemsOf(counts: number, sums: readonly TableSum[]): readonly SumSystem[] {
  const parent = Int32Array.from({ length: counts }, (_, place) => place);
  const root = (place: number): number => {
    let at = place;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  for (const { whole, parts } of sums) for (const part of parts) parent[root(part)] = root(whole);
  const systems = new Map<number, { places: number[]; sums: TableSum[] }>();
  const at = Array.from({ length: counts }, (_, place) => {
    const system = systems.get(root(place)) ?? { places: [], sums: [] };
    systems.set(root(place), system);
    return system.places.push(place) - 1;
  });
  for (const { whole, parts } of sums)
    systems
      .get(root(whole))
      ?.sums.push({ whole: at[whole] as number, parts: parts.map((part) => at[part] as number) });
  return [...systems.values()];
}
