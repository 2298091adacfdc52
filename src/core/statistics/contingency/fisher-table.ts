import { type ContingencyCounts, contingencyTable } from './contingency-table';
import { PathValues } from './path-values';
import { logFactorials, type TableNode, tableNetwork } from './table-network';

export interface FisherTable {
  readonly p: number | null;
  readonly n: number;
  readonly method: 'fisher-exact';
  /** `too-large`: the tables with these margins are too many; use the chi-squared test. */
  readonly reason: 'empty-margin' | 'too-large' | null;
}

/** Nodes, arcs and path values that may be visited before the test is refused: a second or two. */
const LARGEST_WORK = 2_000_000;
const EQUALLY_PROBABLE = Math.log1p(1e-7);

/**
 * Fisher's exact test of an r x c table (Freeman-Halton), as R's `fisher.test`: the probability, given the
 * margins, of all tables that are no more probable than the one seen.
 *
 * A network of remaining margins is walked column by column; bounds on the rest of a path (the most and the least
 * probable completion) settle whole subtrees at once.
 *
 * @param counts  whole numbers ≥ 0; rows and columns without subjects take no part
 * @param largestWork  how many arcs and path values may be visited before `too-large` is answered
 * @returns p in (0, 1]. Fewer than two rows or columns with subjects: `empty-margin`.
 * @throws RangeError if the counts are not a table
 * @see Freeman & Halton 1951, doi:10.1093/biomet/38.1-2.141; Mehta & Patel 1983, doi:10.1080/01621459.1983.10477989
 * @example
 * fisherTable([[3, 1], [1, 3]]) // p 34/70
 */
export function fisherTable(counts: ContingencyCounts, largestWork = LARGEST_WORK): FisherTable {
  const table = contingencyTable(counts);
  const { n } = table;
  const shared = { n, method: 'fisher-exact' as const };
  let rows = table.rowTotals.filter((total) => total > 0);
  let columns = table.columnTotals.filter((total) => total > 0);
  if (rows.length < 2 || columns.length < 2) {
    return Object.freeze({ ...shared, p: null, reason: 'empty-margin' as const });
  }
  if (rows.length > columns.length) [rows, columns] = [columns, rows];
  columns.sort((a, b) => b - a);
  const logFactorial = logFactorials(n);
  const network = tableNetwork(rows, columns, logFactorial, largestWork);
  if (network === null) return Object.freeze({ ...shared, p: null, reason: 'too-large' as const });
  let seen = 0;
  for (const row of table.counts) for (const count of row) seen -= logFactorial[count] ?? 0;
  const p = probabilityUpTo(seen + EQUALLY_PROBABLE, network, largestWork);
  if (p === null) return Object.freeze({ ...shared, p: null, reason: 'too-large' as const });
  return Object.freeze({ ...shared, p: Math.min(1, p), reason: null });
}

/** Walks the network stage by stage, each node once with all the pasts that lead to it. */
function probabilityUpTo(limit: number, root: TableNode, largestWork: number): number | null {
  const start = new PathValues();
  start.add(0, 1);
  let stage = new Map<TableNode, PathValues>([[root, start]]);
  let probability = 0;
  let work = 0;
  while (stage.size > 0) {
    const next = new Map<TableNode, PathValues>();
    for (const [node, pasts] of stage) {
      const share = node.logTotal - root.logTotal;
      const open: [number, number][] = [];
      pasts.forEach((value, count) => {
        if (value + node.longest <= limit) probability += count * Math.exp(value + share);
        else if (value + node.shortest <= limit) open.push([value, count]);
      });
      work += open.length * node.children.length;
      if (work > 10 * largestWork) return null;
      if (open.length > 0) extend(open, node, limit, next);
    }
    stage = next;
  }
  return probability;
}

function extend(
  open: readonly (readonly [number, number])[],
  node: TableNode,
  limit: number,
  next: Map<TableNode, PathValues>,
): void {
  node.children.forEach((child, k) => {
    const arc = node.arcs[k] ?? 0;
    let arrivals = next.get(child);
    if (arrivals === undefined) {
      arrivals = new PathValues();
      next.set(child, arrivals);
    }
    for (const [value, count] of open) {
      if (value + arc + child.shortest <= limit) arrivals.add(value + arc, count);
    }
  });
}
