/** Counts of which a reader knows bounds and sums: each equation is Σ weights[i] · count(places[i]) = 0. */
interface KnownCounts {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly equations: readonly { readonly places: readonly number[]; readonly weights: readonly number[] }[];
  /** The counts themselves: they go with all that is known. */
  readonly exact: ArrayLike<number>;
}

/** What was found: nothing; a count that is left fewer values than asked for; or no answer within the work allowed. */
type LinearAudit =
  | { readonly kind: 'wide' | 'too-large' }
  | { readonly kind: 'narrowed'; readonly place: number };

/** Numbers of a table of equations that are kept at once, and how many of them all steps together may touch. */
const mostLinearNumbers = 4_000_000;
const mostLinearWork = 2_000_000_000;

interface LinearAuditOptions {
  /** Numbers that may be touched. */
  readonly work?: number;
  /** Told of each count that was found wide. */
  readonly passed?: (place: number) => void;
}

const tiny = 1e-9;

/**
 * Whether all that is known leaves some counts fewer whole values than `least`, by linear programming: of each the greatest and the
 * smallest value that go with every bound and every equation, found by the simplex method with bounded variables. It starts from
 * the counts themselves, and every point on its way goes with what is known: a count that was seen far enough apart is done.
 *
 * The work is counted in numbers touched, never in time, so that the same table has the same answer on every machine.
 *
 * @param places  the counts that are asked of
 * @see Dantzig 1963, Linear Programming and Extensions, chapter 18 (bounded variables) ·
 *   tests/unit/core/disclosure/linear-audit.test.ts, against another solver
 */
export function linearAudit(
  known: KnownCounts,
  places: readonly number[],
  least: number | ((place: number) => number),
  { work = mostLinearWork, passed }: LinearAuditOptions = {},
): LinearAudit {
  const systems = new LinearSystems(known, { left: work });
  for (const place of places) {
    const wanted = typeof least === 'number' ? least : least(place);
    const system = systems.of(place);
    if (system === 'too-large') return { kind: 'too-large' };
    for (const way of [1, -1] as const) {
      const isWide = () => system.wholeValues() >= wanted;
      if (isWide()) break;
      if (!system.push(way, isWide)) return { kind: 'too-large' };
    }
    if (system.wholeValues() < wanted) return { kind: 'narrowed', place };
    passed?.(place);
  }
  return { kind: 'wide' };
}

/** Numbers that may still be touched. */
interface Work {
  left: number;
}

/** Counts that no equation joins know nothing of each other: each such system is solved by itself, when it is asked of. */
class LinearSystems {
  readonly #known: KnownCounts;
  readonly #work: Work;
  /** Another count of the same system, a root of itself. */
  readonly #parent: Int32Array;
  readonly #tables = new Map<
    number,
    { readonly table: SimplexTable; readonly at: Map<number, number> } | null
  >();

  constructor(known: KnownCounts, work: Work) {
    this.#known = known;
    this.#work = work;
    this.#parent = Int32Array.from(known.lower.keys());
    for (const { places } of known.equations) {
      const open = places.filter((place) => this.#isOpen(place));
      for (const place of open) this.#parent[this.#root(place)] = this.#root(open[0] as number);
    }
  }

  of(place: number) {
    const root = this.#root(place);
    if (!this.#tables.has(root)) this.#tables.set(root, this.#tableOf(root));
    const found = this.#tables.get(root) ?? null;
    if (found === null) return 'too-large';
    const { table, at } = found;
    const own = at.get(place) as number;
    return {
      wholeValues: () => table.wholeValues(own),
      push: (way: 1 | -1, isEnough: () => boolean) => table.push(own, way, isEnough),
    };
  }

  /** A count that is known to be nobody joins nothing. */
  #isOpen(place: number): boolean {
    return this.#known.lower[place] !== 0 || this.#known.upper[place] !== 0;
  }

  #root(place: number): number {
    let at = place;
    while (this.#parent[at] !== at) {
      this.#parent[at] = this.#parent[this.#parent[at] as number] as number;
      at = this.#parent[at] as number;
    }
    return at;
  }

  #tableOf(root: number) {
    const { lower, upper, equations, exact } = this.#known;
    const places = Array.from(lower.keys()).filter((place) => this.#root(place) === root);
    const at = new Map(places.map((place, k) => [place, k]));
    const own = equations.flatMap(({ places: all, weights }) => {
      const kept = all.flatMap((place, k) => {
        const here = at.get(place);
        return here === undefined ? [] : [{ here, weight: weights[k] as number }];
      });
      return kept.length === 0
        ? []
        : [{ places: kept.map(({ here }) => here), weights: kept.map(({ weight }) => weight) }];
    });
    if (own.length * places.length > mostLinearNumbers) return null;
    const of = (values: ArrayLike<number>) => Float64Array.from(places, (place) => values[place] as number);
    const table = new SimplexTable(
      { lower: of(lower), upper: of(upper), exact: of(exact), equations: own },
      this.#work,
    );
    return { table, at };
  }
}

/** Equations solved for as many counts, the basic ones, each in a row; the others stand somewhere within their bounds. */
class SimplexTable {
  readonly #lower: Float64Array;
  readonly #upper: Float64Array;
  readonly #value: Float64Array;
  readonly #least: Float64Array;
  readonly #most: Float64Array;
  readonly #columns: number;
  readonly #rows: Float64Array[] = [];
  /** The count of each row, and the row of each count; -1: not basic. */
  readonly #basic: number[] = [];
  readonly #rowOf: Int32Array;
  readonly #work: Work;

  constructor({ lower, upper, equations, exact }: KnownCounts, work: Work) {
    this.#lower = lower;
    this.#upper = upper;
    this.#columns = lower.length;
    this.#value = Float64Array.from(exact);
    this.#least = this.#value.slice();
    this.#most = this.#value.slice();
    this.#rowOf = new Int32Array(this.#columns).fill(-1);
    this.#work = work;
    for (const { places, weights } of equations) {
      const row = new Float64Array(this.#columns);
      places.forEach((place, k) => {
        row[place] = (row[place] as number) + (weights[k] as number);
      });
      this.#addRow(row);
    }
  }

  /** How many whole values of a count have been seen to go with everything, those between its least and its most. */
  wholeValues(place: number): number {
    return (
      Math.floor((this.#most[place] as number) + 1e-6) - Math.ceil((this.#least[place] as number) - 1e-6) + 1
    );
  }

  /** Moves a count up or down as far as it goes, or until it is enough; `false`: the work was used up. */
  push(place: number, way: 1 | -1, isEnough: () => boolean): boolean {
    for (let still = 0; !isEnough(); ) {
      const row = this.#rowOf[place] as number;
      const entering = row === -1 ? { place, way } : this.#entering(row, way, still > 2 * this.#rows.length);
      if (entering === null || !this.#canMove(entering.place, entering.way)) return true;
      const moved = this.#move(entering.place, entering.way);
      if (moved === null || this.#work.left < 0) return false;
      if (moved === Number.POSITIVE_INFINITY) {
        (way === 1 ? this.#most : this.#least)[place] = way * Number.MAX_SAFE_INTEGER;
        return true;
      }
      still = moved > tiny ? 0 : still + 1;
      if (still > 50 * (this.#rows.length + 10)) return false;
    }
    return true;
  }

  #canMove(place: number, way: number): boolean {
    const value = this.#value[place] as number;
    return way > 0
      ? value < (this.#upper[place] as number) - tiny
      : value > (this.#lower[place] as number) + tiny;
  }

  /** The count that moves the one of a row most per step; the first one of all after many steps that moved nothing (Bland). */
  #entering(row: number, way: 1 | -1, first: boolean) {
    const weights = this.#rows[row] as Float64Array;
    let found: { readonly place: number; readonly way: 1 | -1 } | null = null;
    let steepest = tiny;
    for (let at = 0; at < this.#columns; at++) {
      const weight = weights[at] as number;
      if (Math.abs(weight) <= steepest || this.#rowOf[at] !== -1) continue;
      // The count of the row is less by the weight for every one more here.
      const own = (weight > 0 ? -way : way) as 1 | -1;
      if (!this.#canMove(at, own)) continue;
      found = { place: at, way: own };
      if (first) break;
      steepest = Math.abs(weight);
    }
    this.#work.left -= this.#columns;
    return found;
  }

  /** Moves a count that is not basic until it or a basic one meets its bound; how far, infinite where nothing holds it. */
  #move(place: number, way: 1 | -1): number | null {
    let far = Math.abs(
      ((way > 0 ? this.#upper : this.#lower)[place] as number) - (this.#value[place] as number),
    );
    let leaving = -1;
    let pivot = 0;
    for (let row = 0; row < this.#rows.length; row++) {
      const weight = (this.#rows[row] as Float64Array)[place] as number;
      if (Math.abs(weight) <= tiny) continue;
      const at = this.#basic[row] as number;
      const bound = (-weight * way > 0 ? this.#upper : this.#lower)[at] as number;
      if (!Number.isFinite(bound)) continue;
      const room = Math.max(0, Math.abs(bound - (this.#value[at] as number)) / Math.abs(weight));
      const isTie = Math.abs(room - far) <= tiny;
      if ((room < far && !isTie) || (isTie && Math.abs(weight) > pivot)) {
        far = Math.min(far, room);
        leaving = row;
        pivot = Math.abs(weight);
      }
    }
    this.#work.left -= this.#rows.length;
    if (far === Number.POSITIVE_INFINITY) return far;
    this.#step(place, way * far);
    for (let row = 0; row < this.#rows.length; row++) {
      const weight = (this.#rows[row] as Float64Array)[place] as number;
      if (weight !== 0) this.#step(this.#basic[row] as number, -weight * way * far);
    }
    if (leaving !== -1) this.#pivot(leaving, place);
    return this.#work.left < 0 ? null : far;
  }

  #step(place: number, by: number): void {
    const value = (this.#value[place] as number) + by;
    this.#value[place] = value;
    if (value > (this.#most[place] as number)) this.#most[place] = value;
    if (value < (this.#least[place] as number)) this.#least[place] = value;
  }

  /** Adds an equation, solved for the count with the most room; one that the others imply is left out. */
  #addRow(row: Float64Array): void {
    this.#basic.forEach((at, k) => {
      this.#subtract(row, this.#rows[k] as Float64Array, row[at] as number);
    });
    let found = -1;
    let room = -1;
    for (let at = 0; at < this.#columns; at++) {
      const own = (this.#upper[at] as number) - (this.#lower[at] as number);
      if (Math.abs(row[at] as number) > 1e-7 && own > room) {
        found = at;
        room = own;
      }
    }
    if (found === -1) return;
    this.#rows.push(row);
    this.#basic.push(found);
    this.#pivot(this.#rows.length - 1, found);
  }

  /** Solves the equation of a row for another count, and puts it into the other rows. */
  #pivot(row: number, place: number): void {
    const own = this.#rows[row] as Float64Array;
    const scale = own[place] as number;
    for (let at = 0; at < this.#columns; at++) own[at] = (own[at] as number) / scale;
    this.#rowOf[this.#basic[row] as number] = -1;
    this.#basic[row] = place;
    this.#rowOf[place] = row;
    this.#rows.forEach((other, k) => {
      if (k !== row) this.#subtract(other, own, other[place] as number);
    });
  }

  #subtract(from: Float64Array, row: Float64Array, times: number): void {
    if (times === 0) return;
    for (let at = 0; at < this.#columns; at++) {
      const left = (from[at] as number) - times * (row[at] as number);
      from[at] = Math.abs(left) < 1e-11 ? 0 : left;
    }
    this.#work.left -= this.#columns;
  }
}
