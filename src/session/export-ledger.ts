import type { ExportRefusal } from '@core/analyses/export-outcome';
import { tellsOfFew } from '@core/disclosure/differencing';
import { type DisclosurePolicy, defaultPolicy } from '@core/disclosure/policy';
import { type LeftTable, leftBefore } from '@core/disclosure/session-audit';
import { useSyncExternalStore } from 'react';

/** One export that was asked for in this session. */
export interface LedgerEntry {
  readonly number: number;
  readonly title: string;
  /** The cohort in one line. */
  readonly cohort: string;
  readonly refusal: ExportRefusal | null;
  /** Curves that were left out, in words. */
  readonly leftOut: readonly string[];
  readonly files: readonly string[];
}

/** What has left of one extract. */
interface Left {
  /** Patients of each export that was made, and of each of its groups: kept in memory, compared and never shown. */
  readonly sets: readonly Uint32Array[];
  /** Patients that exported regressions were fitted to, and their levels: a ratio is told more finely than a count. */
  readonly fitted: readonly Uint32Array[];
  /** The counts of each export that was made, as far as they are looked at together: kept in memory and never shown. */
  readonly tables: readonly LeftTable[];
}

interface Ledger {
  readonly entries: readonly LedgerEntry[];
  /** By content of the extract: one that is opened again, after another too, has what left of it before. */
  readonly left: ReadonlyMap<string, Left>;
}

const nothing: Left = { sets: [], fitted: [], tables: [] };
let ledger: Ledger = { entries: [], left: new Map() };
const leftOf = (extract: string): Left => ledger.left.get(extract) ?? nothing;
const readers = new Set<() => void>();

function setLedger(next: Ledger): void {
  ledger = next;
  for (const tell of readers) tell();
}

const subscribe = (tell: () => void) => {
  readers.add(tell);
  return () => void readers.delete(tell);
};

let last: Promise<unknown> = Promise.resolve();

/**
 * Makes one export after the other, whatever became of the one before: each is compared with all that have left. One that was given
 * up while it waited is not begun.
 */
export function inTurn<Made>(make: () => Promise<Made>, signal: AbortSignal): Promise<Made> {
  const turn = last.then(() => {
    signal.throwIfAborted();
    return make();
  });
  last = turn.catch(() => undefined);
  return turn;
}

/** What was exported and refused in this session, the latest first. */
export const useExportLedger = (): readonly LedgerEntry[] =>
  useSyncExternalStore(subscribe, () => ledger.entries);

/** Whether an export of these sets of patients would tell of a few of them, beside an earlier one of the same extract. */
export const differsTooLittle = (
  sets: readonly Uint32Array[],
  extract: string,
  policy: DisclosurePolicy = defaultPolicy,
  among: 'sets' | 'fitted' = 'sets',
): boolean => sets.some((set) => tellsOfFew(set, leftOf(extract)[among], policy));

/** The counts that have left of an extract in this session. */
export const tablesLeft = (extract: string): readonly LeftTable[] => leftOf(extract).tables;

/** One that leaves again as it was, in another form say, stands once: how many may be looked at together is bounded. */
const withTable = (tables: readonly LeftTable[], table: LeftTable): readonly LeftTable[] =>
  leftBefore(table, tables, table.policy) === undefined ? [...tables, table] : tables;

/**
 * Writes down an export; its sets of patients where it was made, `null` where it was refused; of a regression, `fitted` too; of a
 * figure that is looked at beside others, its counts.
 */
export function noteExport(
  entry: Omit<LedgerEntry, 'number'>,
  extract: string,
  made: readonly Uint32Array[] | null,
  fitted: readonly Uint32Array[] = [],
  table: LeftTable | null = null,
): void {
  const before = leftOf(extract);
  const after: Left = {
    sets: [...before.sets, ...(made ?? [])],
    fitted: [...before.fitted, ...fitted],
    tables: made === null || table === null ? before.tables : withTable(before.tables, table),
  };
  setLedger({
    entries: [{ ...entry, number: ledger.entries.length + 1 }, ...ledger.entries],
    left: new Map([...ledger.left, [extract, after]]),
  });
}
