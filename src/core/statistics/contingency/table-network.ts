/** A node of the network: the row totals that are left before a column, in descending order. */
export interface TableNode {
  /** Largest and smallest Σ -log n! over the ways to fill the remaining columns. */
  longest: number;
  shortest: number;
  /** Logarithm of Σ Π 1/n! over those ways: N! / (Π row! Π column!). */
  readonly logTotal: number;
  readonly children: TableNode[];
  /** Σ -log n! of the column on the way to the child of the same index. */
  readonly arcs: number[];
}

/** log k! for k = 0 … n, by compensated summation. */
export function logFactorials(n: number): Float64Array {
  const values = new Float64Array(n + 1);
  let sum = 0;
  let lost = 0;
  for (let k = 2; k <= n; k++) {
    const term = Math.log(k) - lost;
    const next = sum + term;
    lost = next - sum - term;
    sum = next;
    values[k] = sum;
  }
  return values;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/**
 * All tables with the given margins as a network of nodes, one stage per column (Mehta & Patel 1983).
 *
 * @param largestWork  arcs that may be made
 * @returns the first node, or `null` when more arcs would be needed
 */
export function tableNetwork(
  rows: readonly number[],
  columns: readonly number[],
  logFactorial: Float64Array,
  largestWork: number,
): TableNode | null {
  const height = rows.length;
  const logF = (k: number): number => logFactorial[k] ?? Number.NaN;
  const left = columns.map((_, stage) => sum(columns.slice(stage)));
  const columnPart = columns.map((_, stage) => sum(columns.slice(stage).map(logF)));
  const stages = columns.map(() => new Map<string, TableNode>());
  const end: TableNode = { longest: 0, shortest: 0, logTotal: 0, children: [], arcs: [] };
  let work = 0;

  const visit = (state: Int32Array, stage: number): TableNode | null => {
    const nodes = stages[stage];
    if (nodes === undefined) return end;
    const key = String.fromCharCode(...state);
    const known = nodes.get(key);
    if (known !== undefined) return known;
    let rowPart = 0;
    for (const total of state) rowPart += logF(total);
    const node: TableNode = {
      longest: Number.NEGATIVE_INFINITY,
      shortest: Number.POSITIVE_INFINITY,
      logTotal: logF(left[stage] ?? 0) - rowPart - (columnPart[stage] ?? 0),
      children: [],
      arcs: [],
    };
    nodes.set(key, node);
    const rest = state.slice();
    const spread = (row: number, total: number, room: number, arc: number): boolean => {
      const available = state[row] ?? 0;
      if (row === height - 1) {
        rest[row] = available - total;
        const child = ++work > largestWork ? null : visit(rest.slice().sort(), stage + 1);
        if (child === null) return false;
        const value = arc - logF(total);
        node.children.push(child);
        node.arcs.push(value);
        node.longest = Math.max(node.longest, value + child.longest);
        node.shortest = Math.min(node.shortest, value + child.shortest);
        return true;
      }
      const roomBelow = room - available;
      const most = Math.min(available, total);
      for (let here = Math.max(0, total - roomBelow); here <= most; here++) {
        rest[row] = available - here;
        if (!spread(row + 1, total - here, roomBelow, arc - logF(here))) return false;
      }
      return true;
    };
    return spread(0, columns[stage] ?? 0, left[stage] ?? 0, 0) ? node : null;
  };
  return visit(Int32Array.from(rows).sort(), 0);
}
